import Foundation
import LessonModel
import LessonSite
import Testing

@Suite struct ZipArchiveTests {
  private static let files = [
    SiteFile(path: "mimetype", text: "application/epub+zip"), SiteFile(path: "a/ä.txt", bytes: []),
    SiteFile(path: "b", bytes: (0..<1000).map { UInt8($0 & 255) }),
  ]

  /// The check value of the Rocksoft model for this polynomial.
  @Test func theChecksumIsThatOfTheStandard() {
    #expect(ZipArchive.checksum("123456789".utf8) == 0xCBF4_3926)
    #expect(ZipArchive.checksum([]) == 0)
  }

  /// A reader of EPUB looks for the kind of the file at a fixed place in it.
  @Test func theFirstFileStandsUncompressedWhereItIsLookedFor() {
    let bytes = ZipArchive.bytes(of: Self.files)
    #expect(Array(bytes[..<4]) == [0x50, 0x4B, 3, 4])
    #expect(String(decoding: bytes[30..<58], as: UTF8.self) == "mimetypeapplication/epub+zip")
  }

  @Test func theSameFilesGiveTheSameBytes() {
    #expect(ZipArchive.bytes(of: Self.files) == ZipArchive.bytes(of: Self.files))
    #expect(ZipArchive.bytes(of: Self.files) != ZipArchive.bytes(of: Self.files.reversed()))
  }

  /// Read by another program than the one that wrote it.
  @Test func anotherProgramFindsTheFilesAndTheirChecksums() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zip-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let archive = folder.appendingPathComponent("a.zip")
    try Data(ZipArchive.bytes(of: Self.files)).write(to: archive)
    let script = """
      import sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      assert archive.testzip() is None
      print([(i.filename, i.file_size, i.compress_type, i.date_time) for i in archive.infolist()])
      """
    let told = try AnotherProgram.said(script, of: archive)
    #expect(
      told == "[('mimetype', 20, 0, (1980, 1, 1, 0, 0, 0)), ('a/ä.txt', 0, 0, (1980, 1, 1, 0, 0, 0)), "
        + "('b', 1000, 0, (1980, 1, 1, 0, 0, 0))]\n")
  }
}
