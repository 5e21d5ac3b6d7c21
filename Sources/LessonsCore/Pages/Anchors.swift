internal import Foundation
internal import MarkdownReading

/// The addresses inside a lesson's page: its headings, made from their words as a code forge makes them, its blocks and its
/// callouts.
package struct Anchors: Sendable, Equatable {
  /// The heading that each event enters.
  package private(set) var headings: [Int: String] = [:]
  /// Headings in order, for a list of contents.
  package private(set) var contents: [Entry] = []
  /// The block that each event is.
  package private(set) var blocks: [Int: String] = [:]
  /// The address of each callout: `exercise-2`, `quiz-1`.
  package private(set) var callouts: [String] = []
  /// Addresses that are left out, and where to go instead.
  private var moved: [String: String]
  /// The value that stands at each address, by its place among the values.
  package private(set) var values: [Int: String] = [:]
  /// The first place of each row that a mark of coverage names.
  package private(set) var marks: [String: String] = [:]
  /// The frame of the page has addresses of its own.
  private var used: Set<String> = ["main", "tally", "read", "status", "theme", "keys", "search"]

  package struct Entry: Sendable, Equatable {
    package var level: Int
    package var title: String
    package var anchor: String
  }

  package init(_ lesson: Lesson) {
    moved = lesson.movedAnchors
    used.formUnion(moved.keys)
    // A name that the author gave comes first: links to it were written on purpose.
    for block in lesson.blocks where block.attributes.name != nil { blocks[block.index] = claim(block.name) }
    let document = lesson.document
    for callout in document.callouts {
      callouts.append(claim("\(callout.kind.rawValue)-\(callout.exercise ?? callout.number)"))
    }
    for (index, event) in document.events.enumerated() {
      if case .callout(let place) = document.roles[index], document.callouts[place].kind == .exercise {
        let callout = document.callouts[place]
        contents.append(Entry(level: callout.level, title: CalloutTitle.text(of: callout, in: lesson), anchor: callouts[place]))
      }
      guard case .heading(let level) = event.node, event.phase == .enter else { continue }
      let title = PlainText.text(of: document.events, from: index)
      let anchor = claim(Self.words(title))
      headings[index] = anchor
      contents.append(Entry(level: level, title: title, anchor: anchor))
    }
    for block in lesson.blocks where block.attributes.name == nil { blocks[block.index] = claim(block.name) }
    for value in lesson.values { values[value.index] = claim("v\(value.index + 1)") }
    for mark in lesson.marks where marks[mark.id] == nil { marks[mark.id] = claim("covers-\(mark.id)") }
  }

  package func contains(_ anchor: String) -> Bool { used.contains(anchor) && moved[anchor] == nil }

  /// The address to use for one that was written: itself, or where to go for what is left out; nil if there is none.
  package func target(of anchor: String) -> String? { moved[anchor] ?? (used.contains(anchor) ? anchor : nil) }

  /// An address that is not taken yet; the second of a kind ends in `-1`.
  private mutating func claim(_ wanted: String) -> String {
    let base = wanted.isEmpty ? "section" : wanted
    var candidate = base
    var count = counts[base, default: 0]
    while used.contains(candidate) {
      count += 1
      candidate = "\(base)-\(count)"
    }
    counts[base] = count
    used.insert(candidate)
    return candidate
  }

  private var counts: [String: Int] = [:]

  /// Lower case, blanks as hyphens, no punctuation; composed, so that both ways to write `é` give one address.
  static func words(_ title: String) -> String {
    var anchor = ""
    for scalar in title.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      if scalar == " " {
        anchor += "-"
      } else if scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
      {
        anchor.unicodeScalars.append(scalar)
      }
    }
    return anchor
  }
}
