import Foundation
import Testing

/// A reader must not be able to guess by position: right answers of quizzes and wrong statements of claims are spread
/// evenly over the places where they can stand, and in no order that repeats.
@Suite struct SpreadTests {
  @Test func rightAnswersAreSpreadOverTheirPlaces() throws {
    let lessons = try Ticked.lessons(callout: "QUIZ")
    #expect(lessons.count == 13)
    for lesson in lessons {
      #expect(lesson.lists.count == 3, "\(lesson.name) asks three questions")
      #expect(Set(lesson.lists.map(\.place)).count > 1, "\(lesson.name): all right answers stand at one place")
    }
    for (this, next) in zip(lessons, lessons.dropFirst()) {
      #expect(this.lists.map(\.place) != next.lists.map(\.place), "\(this.name) and \(next.name) have one order")
    }
    let uneven = Ticked.uneven(lessons.flatMap(\.lists))
    #expect(uneven == [])
  }

  @Test func wrongStatementsAreSpreadOverTheirPlaces() throws {
    let lessons = try Ticked.lessons(callout: "CLAIM")
    #expect(lessons.allSatisfy { !$0.lists.isEmpty })
    let uneven = Ticked.uneven(lessons.flatMap(\.lists))
    #expect(uneven == [])
  }

  /// The test itself finds a course whose answers stand at one place.
  @Test func anUnevenSpreadIsFound() {
    let text = """
      > [!QUIZ]
      > Which?
      >
      > - [ ] this
      >
      >   No.
      > - [x] that

      - [x] no callout

      > [!CLAIM]
      > - [x] wrong
      > - [ ] right
      """
    #expect(Ticked.lists(callout: "QUIZ", of: text) == [Ticked(place: 2, of: 2)])
    #expect(Ticked.lists(callout: "CLAIM", of: text) == [Ticked(place: 1, of: 2)])
    let first = [Ticked](repeating: Ticked(place: 1, of: 2), count: 9)
    let second = [Ticked](repeating: Ticked(place: 2, of: 2), count: 9)
    #expect(Ticked.uneven(first + second) == [])
    #expect(Ticked.uneven(first + second.prefix(3)) == ["9 of 12 at place 1 of 2", "3 of 12 at place 2 of 2"])
    #expect(Ticked.uneven(first) == ["9 of 9 at place 1 of 2", "0 of 9 at place 2 of 2"])
  }
}

/// Where the ticked item stands in the list of a callout.
private struct Ticked: Hashable {
  let place: Int
  let of: Int

  /// The lists of each lesson of the course, in order.
  static func lessons(callout: String) throws -> [(name: String, lists: [Ticked])] {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let folder = here.appendingPathComponent("../../../lessons").standardized
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix(".md") && $0.first?.isNumber == true }.sorted().map { name in
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      return (name, lists(callout: callout, of: text))
    }
  }

  static func lists(callout: String, of text: String) -> [Ticked] {
    var lists: [Ticked] = []
    var ticks: [Bool] = []
    func finish() {
      if let place = ticks.firstIndex(of: true) { lists.append(Ticked(place: place + 1, of: ticks.count)) }
      ticks = []
    }
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("> [!") || !line.hasPrefix(">") {
        finish()
        isInside = line.hasPrefix("> [!\(callout)]")
      } else if isInside, line.hasPrefix("> - [") {
        ticks.append(line.hasPrefix("> - [x]"))
      }
    }
    finish()
    return lists
  }

  /// The places that hold more or less than their share of all lists, by at least a quarter of it.
  static func uneven(_ lists: [Ticked]) -> [String] {
    let byLength = Dictionary(grouping: lists, by: \.of)
    return byLength.keys.sorted().flatMap { length -> [String] in
      let all = byLength[length, default: []]
      return (1...length).compactMap { place in
        let count = all.count { $0.place == place }
        let isEven = abs(count * length - all.count) * 4 < all.count
        return isEven ? nil : "\(count) of \(all.count) at place \(place) of \(length)"
      }
    }
  }
}
