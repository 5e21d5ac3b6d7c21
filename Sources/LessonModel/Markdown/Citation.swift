/// A citation in the prose, `[@key]`, `[see @key, p. 4; @other]`: Pandoc's forms in brackets.
package struct Citation: Sendable, Equatable {
  /// One source of it.
  package struct Item: Sendable, Equatable {
    /// What stands before the key, such as `see`.
    package var prefix: String
    package var key: String
    /// What stands behind the key, such as `section 3`.
    package var locator: String
    /// Whether the text names the author already: `[-@key]`.
    package var leavesOutAuthor: Bool
    /// Where the `@` stands in the file.
    package var offset: Int

    package init(prefix: String, key: String, locator: String, leavesOutAuthor: Bool, offset: Int) {
      self.prefix = prefix
      self.key = key
      self.locator = locator
      self.leavesOutAuthor = leavesOutAuthor
      self.offset = offset
    }
  }

  package var items: [Item]
  /// The words as they are written, brackets and all, on one line.
  package var text: String
  /// From the opening bracket to behind the closing one.
  package var range: Range<Int>

  package init(items: [Item], text: String, range: Range<Int>) {
    self.items = items
    self.text = text
    self.range = range
  }
}
