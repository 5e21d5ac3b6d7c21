import Testing

/// A lesson that tries to reach what is not its own, and prints ESCAPED where it can, DENIED where not, or ENDED where it was
/// stopped before it could say.
struct Escape: Sendable, CustomTestStringConvertible {
  /// Its row in the table of cases.
  var number: String
  var name: String
  var code: String
  /// Whether it escapes where nothing but limits holds it: what shows that the attempt is a real one.
  var escapesUncontained = true
  /// Whether Landlock alone, without a name space, holds it as well.
  var isHeldByLandlock = true

  var testDescription: String { "\(number) \(name)" }

  /// C functions that Swift hides or that take any number of arguments.
  static let prelude = """
    import Foundation
    @_silgen_name("fork") func cFork() -> Int32
    @_silgen_name("syscall") func cCall(_ number: Int, _ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Int
    @_silgen_name("pthread_setname_np") func cName(_ thread: pthread_t, _ name: UnsafePointer<CChar>)
    func tell(_ escaped: Bool) { print(escaped ? "ESCAPED" : "DENIED") }
    """

  /// The rows of the table that are tried.
  static let numbers = all(EscapeTargets(course: "", home: "", shared: "", process: 1, port: 1, isRoot: false)).map(\.number)

  /// - Parameter place: What the attempts aim at.
  static func all(_ place: EscapeTargets) -> [Escape] { files(place) + processes(place) + network(place) + kernel(place) }

  private static func files(_ place: EscapeTargets) -> [Escape] {
    [
      Escape(
        number: "E12", name: "fs_delete_cwd",
        code: """
          tell(unlink("\(place.course)/lessons/victim.txt") == 0)
          """),
      Escape(
        number: "E13", name: "fs_read_neighbour",
        code: """
          let seen = access("trace", F_OK) == 0
          _ = FileManager.default.createFile(atPath: "trace", contents: nil)
          tell(seen)
          """, escapesUncontained: false),
      Escape(
        number: "E14", name: "fs_write_parent",
        code: #"tell(FileManager.default.createFile(atPath: "../escaped", contents: nil))"#),
      Escape(
        number: "E14", name: "fs_write_tmp_shared",
        code: """
          _ = FileManager.default.createFile(atPath: "\(place.shared)/written", contents: Data([1]))
          tell(FileManager.default.fileExists(atPath: "\(place.shared)/written"))
          """),
      Escape(
        number: "E14", name: "fs_write_home",
        code: #"tell(FileManager.default.createFile(atPath: "\#(place.home)/escaped", contents: nil))"#),
      Escape(
        number: "E14", name: "fs_write_output_site",
        code: #"tell(FileManager.default.createFile(atPath: "\#(place.course)/output/escaped.html", contents: nil))"#),
      Escape(
        number: "E15", name: "fs_read_passwd",
        code: #"tell((try? String(contentsOfFile: "/etc/passwd", encoding: .utf8)) != nil)"#),
      Escape(
        number: "E16", name: "fs_read_secret_file",
        code: #"tell((try? String(contentsOfFile: "\#(place.home)/secret", encoding: .utf8)) != nil)"#),
      Escape(
        number: "E16", name: "fs_read_course",
        code: #"tell((try? String(contentsOfFile: "\#(place.course)/lessons/keep.txt", encoding: .utf8)) != nil)"#),
      Escape(
        number: "E16", name: "fs_read_env",
        code: #"tell(ProcessInfo.processInfo.environment.values.contains { $0.contains("hunter2") })"#,
        escapesUncontained: false),
      Escape(
        number: "E16", name: "fs_read_parent_environ",
        code: #"""
          let readable = ["/proc/1/environ", "/proc/\(getppid())/environ"].compactMap { FileManager.default.contents(atPath: $0) }
          tell(readable.contains { String(decoding: $0, as: UTF8.self).contains("hunter2") })
          """#),
      Escape(
        number: "E20", name: "fs_mutate_source",
        code: #"tell(open("\#(place.course)/lessons/keep.txt", O_WRONLY | O_APPEND) >= 0)"#),
      Escape(
        number: "E11", name: "res_raise_limits",
        code: """
          var limit = rlimit(rlim_cur: 4 << 30, rlim_max: 4 << 30)
          tell(setrlimit(__rlimit_resource_t(9), &limit) == 0)
          """, escapesUncontained: false),
    ]
  }

  private static func processes(_ place: EscapeTargets) -> [Escape] {
    [
      Escape(
        number: "E17", name: "fs_parent_fds",
        code: """
          let others = (3..<200).filter { fcntl(Int32($0), F_GETFD) >= 0 }
          tell(!others.isEmpty)
          """, escapesUncontained: false),
      Escape(number: "E18", name: "fs_signal_others", code: "tell(kill(\(place.process), 0) == 0)"),
      Escape(number: "E18", name: "fs_tty", code: #"tell(open("/dev/tty", O_RDWR) >= 0)"#, escapesUncontained: false),
      Escape(
        number: "E7", name: "res_orphan_daemon",
        code: """
          if cFork() == 0 {
            _ = setsid()
            if cFork() == 0 { usleep(300_000); _ = FileManager.default.createFile(atPath: "\(place.shared)/late", contents: nil) }
            _exit(0)
          }
          tell(false)
          """, escapesUncontained: false),
      Escape(
        number: "E39", name: "ptrace", code: "tell(cCall(101, 16, \(place.process), 0, 0) == 0)",
        escapesUncontained: place.isRoot),
    ]
  }

  private static func network(_ place: EscapeTargets) -> [Escape] {
    let connect = """
      func reaches(_ port: UInt16) -> Bool {
        let s = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        if s < 0 { return false }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F000001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
          pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(s, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0 }
        }
      }
      """
    return [
      Escape(number: "E21", name: "net_connect_loopback", code: connect + "\ntell(reaches(\(place.port)))"),
      Escape(
        number: "E22", name: "net_listen",
        code: "let s = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)\ntell(s >= 0 && listen(s, 1) == 0)"),
      Escape(number: "E23", name: "net_unix_socket", code: "tell(socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0) >= 0)"),
      Escape(number: "E24", name: "net_udp", code: "tell(socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0) >= 0)"),
    ]
  }

  private static func kernel(_ place: EscapeTargets) -> [Escape] {
    #if arch(x86_64)
    let calls = [
      ("unshare", "cCall(272, 0x10000000, 0, 0, 0) == 0", true), ("userfaultfd", "cCall(323, 1, 0, 0, 0) >= 0", place.isRoot),
      ("keyctl", "cCall(250, 0, -3, 1, 0) >= 0", true),
      // Whoever may mount is told that the place is missing.
      ("mount", "mount(\"none\", \"/nowhere\", \"tmpfs\", 0, nil) == 0 || errno == ENOENT", place.isRoot),
    ]
    return calls.map { Escape(number: "E39", name: $0.0, code: "tell(\($0.1))", escapesUncontained: $0.2) }
    #else
    return []
    #endif
  }
}

/// What attempts to escape aim at.
struct EscapeTargets: Sendable {
  var course: String
  var home: String
  /// A folder that everybody may write.
  var shared: String
  /// A process of the same user.
  var process: Int32
  /// A port of this machine where somebody listens.
  var port: UInt16
  var isRoot: Bool
}
