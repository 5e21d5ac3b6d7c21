import Foundation
import Synchronization
import Testing

/// The numbered cases of faults and hostile input that a test runs, by category and number: `@Test(.cases("E25"))`.
///
/// What has run is written to the file that LESSONS_CASES names, a line a case. `make test` counts it at the end, and fails where
/// one of the numbers is missing (`Tests/HouseTests/cases.py`).
struct FaultCases: TestTrait, TestScoping {
  private var numbers: Set<String>

  /// - Parameter names: Each begins with its number, as rows of tables do: `B07-style`.
  fileprivate init(_ names: some Sequence<String>) {
    numbers = Set(
      names.compactMap { name in
        guard let category = name.first, let number = Int(name.dropFirst().prefix { $0.isNumber }) else { return nil }
        return "\(category)\(number)"
      })
  }

  func provideScope(for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void) async throws {
    try await function()
    let new = Self.told.withLock { told in
      let new = numbers.subtracting(told)
      told.formUnion(new)
      return new
    }
    guard !new.isEmpty, let path = ProcessInfo.processInfo.environment["LESSONS_CASES"] else { return }
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    try #require(file >= 0, "cannot write \(path)")
    defer { close(file) }
    let lines = new.map { $0 + "\n" }.joined()
    #expect(write(file, lines, lines.utf8.count) == lines.utf8.count)
  }

  private static let told = Mutex<Set<String>>([])
}

extension Trait where Self == FaultCases {
  static func cases(_ names: String...) -> Self { FaultCases(names) }

  static func cases(_ names: some Sequence<String>) -> Self { FaultCases(names) }
}
