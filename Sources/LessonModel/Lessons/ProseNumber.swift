/// A number in running text that is no value: computed by nobody.
package struct ProseNumber: Sendable, Equatable {
  /// As it is written.
  package var text: String
  /// Where it stands in the file.
  package var offset: Int

  package init(text: String, offset: Int) {
    self.text = text
    self.offset = offset
  }
}

/// The numbers of a lesson that nobody computed.
package struct ProseNumbers: Sendable, Equatable {
  /// In the order of the file.
  package var unbound: [ProseNumber] = []
  /// Where those stand that its author gives as given: `[0.25](given)`.
  package var given: [Int] = []
  /// How many unbound ones the course allows the lesson; nil where it says nothing.
  package var allowed: Int?

  package init() {}

  /// How many stand in the text as they are.
  package var plain: Int { unbound.count + given.count }

  /// Those beyond what the course allows.
  package var excess: ArraySlice<ProseNumber> { allowed.map { unbound.dropFirst($0) } ?? [] }

  /// Those that the course allows, or says nothing of.
  package var tolerated: ArraySlice<ProseNumber> { allowed.map { unbound.prefix($0) } ?? unbound[...] }
}

extension Link {
  /// Where the text of a link is a number that its author gives: there is nothing to go to.
  package static let given = "given"

  /// Whether its text is a number that its author gives.
  package var isGiven: Bool { destination == Self.given }
}
