extension Chart {
  /// One thing drawn: its data, and how to draw, speak and tabulate them.
  ///
  /// A mark carries its own drawing code rather than being told apart by a switch over all kinds, so that a program has only
  /// the code of the marks that it makes: a page that draws lines does not load contour plots.
  public struct Mark: Sendable, Hashable {
    /// What is drawn.
    public let content: Content
    private let make: @Sendable () -> MarkTraits

    init(_ content: Content, _ make: @escaping @Sendable () -> MarkTraits) {
      self.content = content
      self.make = make
    }

    /// Everything that a figure asks of this mark.
    var traits: MarkTraits { make() }

    /// Marks are the same when their data are.
    public static func == (left: Mark, right: Mark) -> Bool { left.content == right.content }

    /// Hashes the data.
    public func hash(into hasher: inout Hasher) { hasher.combine(content) }
  }
}
