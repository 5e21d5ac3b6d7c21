import Foundation
import Synchronization
import Testing

/// The numbered cases of faults and hostile input that a test runs, by category and number: `@Test(.cases("E25"))`.
///
/// What has run is written to the file that LESSONS_CASES names, a line a case. `make test` counts it at the end, and fails where
/// one of the numbers is missing (`Tests/HouseTests/cases.py`). A case that throws `NotHere` is counted apart.
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
    do { try await function() } catch is NotHere {
      try Self.tell(numbers.map { "\($0) not here" })
      return
    }
    try Self.tell(numbers)
  }

  /// Writes lines that were not written before.
  private static func tell(_ lines: some Sequence<String>) throws {
    let new = told.withLock { told in
      let new = Set(lines).subtracting(told)
      told.formUnion(new)
      return new
    }
    guard !new.isEmpty, let path = ProcessInfo.processInfo.environment["LESSONS_CASES"] else { return }
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    try #require(file >= 0, "cannot write \(path)")
    defer { close(file) }
    let text = new.sorted().map { $0 + "\n" }.joined()
    #expect(write(file, text, text.utf8.count) == text.utf8.count)
  }

  private static let told = Mutex<Set<String>>([])
}

extension Trait where Self == FaultCases {
  static func cases(_ names: String...) -> Self { FaultCases(names) }

  static func cases(_ names: some Sequence<String>) -> Self { FaultCases(names) }
}

/// A case that cannot be tried on this machine, such as what takes a superuser; said aloud.
struct NotHere: Error {
  init(_ reason: String) { print("not tried here: \(reason)") }
}
