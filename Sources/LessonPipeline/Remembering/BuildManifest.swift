import LessonModel
import Machine

/// What the last build of a course was made from, what it said, and what it left.
struct BuildManifest: Sendable, Equatable {
  var inputs: Inputs
  /// What stood beside the lessons where their links lead.
  var beside: [Inputs.Input]
  /// The files of the package that lessons import; none where they import none.
  var package: [Inputs.Input]
  /// What was told; nil where there was an error: a failure is never remembered.
  var told: [ToldLine]?
  /// Why no formula was set, where none was.
  var absence: String?
  /// The files of the site as they were written; empty where none was.
  var site: [FileStamp]
  /// The lessons in the order of the course.
  var order: [String]
  /// What is wrong with the course file and the folder.
  var diagnostics: [Diagnostic]
  /// What each page says of the others.
  var navigation: [UInt8]
  /// What the package of the course is made of.
  var programs: [UInt8]
  /// All formulas of the site in their order, and the files that are made of them together.
  var formulas: [UInt8]
  var mathematics: [String]
  /// Names the table with what is known of the lessons.
  var records: [UInt8]

  /// Whether nothing has changed but lessons that were there before.
  func isKept(_ current: Inputs) -> Bool {
    inputs.shared == current.shared && inputs.lessons.map(\.name) == current.lessons.map(\.name)
  }
}

extension BuildManifest: ByteCodable {
  func write(to writer: inout ByteWriter) {
    writer.write(inputs)
    writer.write(beside)
    writer.write(package)
    writer.write(told)
    writer.write(absence)
    writer.write(site.count)
    for stamp in site {
      writer.write(stamp.path)
      writer.write(stamp.size)
      writer.write(stamp.seconds)
      writer.write(stamp.nanoseconds)
      writer.write(stamp.node)
    }
    writer.write(order)
    writer.write(diagnostics)
    for digest in [navigation, programs, formulas] { writer.write(bytes: digest) }
    writer.write(mathematics)
    writer.write(bytes: records)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    inputs = try reader.read()
    beside = try reader.read()
    package = try reader.read()
    told = try reader.read()
    absence = try reader.read()
    site = []
    for _ in 0..<(try reader.count()) {
      site.append(
        FileStamp(
          path: try reader.read(), size: try reader.read(), seconds: try reader.read(), nanoseconds: try reader.read(),
          node: try reader.read()))
    }
    order = try reader.read()
    diagnostics = try reader.read()
    navigation = Array(try reader.part())
    programs = Array(try reader.part())
    formulas = Array(try reader.part())
    mathematics = try reader.read()
    records = Array(try reader.part())
  }
}
