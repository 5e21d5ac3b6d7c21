/// Dates as a course file writes them: a year, with a month and a day or without.
enum CalendarDate {
  /// Whether a text is such a date: `2026`, `2026-11` or `2026-11-27`.
  static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.allSatisfy { $0.isASCII && $0.isNumber } ? Int($0) : nil }
    return parts.first?.count == 4 && numbers.count == parts.count && exists(numbers)
  }

  /// Whether the calendar has a year, a month of it, a day of that.
  static func exists(_ parts: [Int]) -> Bool {
    guard let year = parts.first, parts.count <= 3 else { return false }
    guard parts.count > 1 else { return true }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard days.indices.contains(parts[1] - 1) else { return false }
    return parts.count == 2 || (1...days[parts[1] - 1]).contains(parts[2])
  }
}
