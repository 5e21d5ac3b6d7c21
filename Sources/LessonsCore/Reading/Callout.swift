/// A block quotation with a marker such as `[!NOTE]` in its first line, as code forges have it.
///
/// Ranges are of the document's events; the marker itself is no longer among them.
package struct Callout: Sendable, Equatable {
  package enum Kind: String, Sendable, Equatable, CaseIterable {
    case note, tip, important, warning, caution, exercise, hint, solution, claim, quiz

    /// As an author writes it between `[!` and `]`.
    package var marker: String { rawValue.uppercased() }
  }

  package var kind: Kind
  /// Its place among the callouts of the same kind, from 1.
  package var number: Int
  /// For a hint and a solution: the exercise they belong to, the last one before them.
  package var exercise: Int?
  /// The level of heading that fits below the last heading of the text around it.
  package var level: Int
  /// The bytes of the quotation, from its first `>` to the end of its last line.
  package var range: Range<Int>
  /// Where the marker stands.
  package var markerRange: Range<Int>
  /// The quotation itself, from the event that enters it to the one that leaves it.
  package var events = 0..<0
  /// The words of the title, as the lesson has them; nil without one.
  package var title: Range<Int>?
  /// What stands in the quotation below its title.
  package var content = 0..<0
  /// The first list of a quiz (its choices) or of a claim (its statements).
  package var list: CalloutList?
}

/// A list that a callout is about.
package struct CalloutList: Sendable, Equatable {
  /// From the event that enters the list to the one that leaves it.
  package var events: Range<Int>
  package var items: [Item]

  package struct Item: Sendable, Equatable {
    /// Nil where the item is not a task.
    package var isTicked: Bool?
    /// The words of the item's first paragraph.
    package var label: Range<Int>
    /// What stands in the item below its first paragraph.
    package var rest: Range<Int>
  }

  package var isTaskList: Bool { items.contains { $0.isTicked != nil } }

  /// The places of the ticked items, from 0.
  package var ticked: [Int] { items.indices.filter { items[$0].isTicked == true } }

  /// The letter by which a reader knows an item: A for the first, AA after Z.
  package static func letter(of item: Int) -> String {
    let last = String(Character(Unicode.Scalar(UInt8(65 + item % 26))))
    return item < 26 ? last : letter(of: item / 26 - 1) + last
  }
}
