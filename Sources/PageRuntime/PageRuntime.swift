public import LessonKit

// What the tool writes between an author's lines, for a lesson in its page. The names are those of the native runtime; the
// overloads stand where that asks a value for its type, for Embedded Swift has no casts from a generic value and no mirror.

@_extern(c, "page_record") func sendRecord(
  _ kind: UInt8, _ place: Int32, _ form: UInt8, _ bytes: UnsafePointer<UInt8>?, _ count: Int32)
@_extern(c, "page_is_muted") func pageIsMuted() -> Int32
@_extern(c, "page_enter") func enterPart(_ part: Int32) -> Int32
@_extern(c, "page_leave") func leavePart(_ part: Int32)
@_extern(c, "page_parameter") func parameter(_ number: Int32, _ standard: Double) -> Double

/// Sends a record, unless this part of the lesson is not wanted: then its text is not even made.
func send(_ kind: Unicode.Scalar, _ place: Int, _ form: Unicode.Scalar = "-", _ text: @autoclosure () -> String = "") {
  if pageIsMuted() != 0 { return }
  var text = text()
  text.withUTF8 {
    sendRecord(UInt8(kind.value), Int32(place), UInt8(form.value), $0.baseAddress, Int32($0.count))
  }
}

/// Prepares the program.
public func __lessonBegin() {
  muteFigures(pageIsMuted() != 0)
  observeFigures { send("F", 0, "g", $0.fields) }
}

/// Says that the program has come to a place.
public func __lessonMark(_ place: Int) { send("M", place) }

/// A part of the lesson begins: if it is the wanted one, it is heard from here on.
public func __lessonEnter(_ part: Int) { muteFigures(enterPart(Int32(part)) != 0) }

/// A part of the lesson ends, and the program with it if it is the wanted one.
public func __lessonLeave(_ part: Int) { leavePart(Int32(part)) }

/// The value of a parameter: what the page says, else what the lesson says.
public func __lessonParameter(_ number: Int, _ standard: Double) -> Double { parameter(Int32(number), standard) }
/// The value of a parameter that is a whole number.
public func __lessonParameter(_ number: Int, _ standard: Int) -> Int { Int(parameter(Int32(number), Double(standard))) }
/// The value of a parameter that is a switch.
public func __lessonParameter(_ number: Int, _ standard: Bool) -> Bool { parameter(Int32(number), standard ? 1 : 0) != 0 }
/// The value of a parameter that is one of some choices.
public func __lessonParameter<Choice>(_ number: Int, _ standard: Int, _ choices: [Choice]) -> Choice {
  choices[Int(parameter(Int32(number), Double(standard)))]
}

extension Figure {
  /// The figure as the native runtime writes it.
  var fields: String {
    var text = ""
    func put(_ field: String) {
      text += "\(field.utf8.count):"
      text += field
    }
    put(kind.rawValue)
    put(title)
    put(self.text)
    put(svg ?? "")
    put(narrowSVG ?? "")
    put(summary)
    guard let data else { return text + "- " }
    text += "\(data.columns.count) \(data.rows.count) "
    for alignment in data.alignments { text += alignment == .trailing ? "r" : "l" }
    for column in data.columns { put(column) }
    for row in data.rows { for cell in row { put(cell.text) } }
    return text
  }
}
