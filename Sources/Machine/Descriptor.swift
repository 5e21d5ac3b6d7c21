import CSystem
import Glibc

/// A file descriptor that is closed with the value that owns it.
struct Descriptor: ~Copyable {
  let number: Int32

  private init(_ number: Int32) { self.number = number }

  deinit { _ = Glibc.close(number) }

  consuming func close() {}

  static func memoryFile(_ name: String) throws(MachineFault) -> Descriptor {
    Descriptor(try aboveStandard(csystem_memory_file(name)))
  }

  static func reading(_ path: String) throws(MachineFault) -> Descriptor {
    Descriptor(try aboveStandard(open(path, O_RDONLY | O_CLOEXEC)))
  }

  static func pipe() throws(MachineFault) -> Pipe {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw MachineFault("cannot open a pipe: \(String(cString: strerror(errno)))") }
    return Pipe(reading: Descriptor(try aboveStandard(ends[0])), writing: Descriptor(try aboveStandard(ends[1])))
  }

  struct Pipe: ~Copyable {
    var reading: Descriptor
    var writing: Descriptor
  }

  /// Moves a descriptor above the numbers that a started program gets, and closes it in programs started meanwhile.
  static func aboveStandard(_ number: Int32) throws(MachineFault) -> Int32 {
    guard number >= 0 else { throw MachineFault("cannot open a file: \(String(cString: strerror(errno)))") }
    let moved = fcntl(number, F_DUPFD_CLOEXEC, 10)
    _ = Glibc.close(number)
    guard moved >= 0 else { throw MachineFault("cannot open a file: \(String(cString: strerror(errno)))") }
    return moved
  }

  /// The first bytes of a file.
  func contents(upTo limit: Int) -> [UInt8] {
    var status = stat()
    guard fstat(number, &status) == 0 else { return [] }
    return contents(in: 0..<min(Int(status.st_size), limit))
  }

  /// A part of a file, as far as the file goes.
  func contents(in range: Range<Int>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count, let start = buffer.baseAddress {
        let read = pread(number, start + count, range.count - count, off_t(range.lowerBound + count))
        if read <= 0 { break }
        count += read
      }
    }
  }
}
