import Foundation

/// Says how many of the numbered cases a table has run, one line a table, so that a log tells when one was lost.
enum CaseCount {
  /// - Parameters:
  ///   - category: The letter of the category.
  ///   - names: The names of the rows that were run, each with its number behind the letter: `B07-style`.
  static func tell(_ category: String, _ names: some Sequence<String>) {
    let numbers = Set(names.filter { $0.hasPrefix(category) }.map { $0.dropFirst(category.count).prefix { $0.isNumber } })
    FileHandle.standardError.write(Data("cases: \(category) \(numbers.count)\n".utf8))
  }
}
