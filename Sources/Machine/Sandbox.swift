import CSystem
import Glibc

/// The means by which programs are kept apart from the machine.
package enum Sandbox: Sendable, Equatable {
  /// Namespaces made by bubblewrap, at its path: no network, no processes and no files but those that are given.
  case bubblewrap(String)
  /// Rules of the kernel for files and sockets, and a filter of system calls.
  case landlock
  /// Limits of time, memory, files and output alone.
  case none
}

/// What a program may touch of the machine, beside the system's libraries.
package struct Confinement: Sendable, Equatable {
  /// Files and folders that it may read and start, at their own places.
  package var readable: [String]
  /// Folders that it may write as well.
  package var writable: [String]
  /// What bubblewrap lets it do with processes; Landlock, which has no means to end what leaves a group, refuses it always.
  package var groups = ProcessGroups.refused
  /// A place of its own, where it neither sees nor tells where on the machine it is.
  package var own: OwnPlace?

  package init(readable: [String], writable: [String] = [], own: OwnPlace? = nil) {
    self.readable = readable
    self.writable = writable
    self.own = own
  }

  /// A folder that is the program's alone and gone when it ends; what is in it at the start can be read.
  package struct OwnPlace: Sendable, Equatable {
    package var folder: String
    /// The path under which the program knows the folder, where the sandbox can give it one.
    package var name: String
    /// The path under which it knows itself.
    package var program: String
    /// Files and folders, of those that it may read, that it finds beside itself.
    package var beside: [String]

    package init(folder: String, name: String, program: String, beside: [String] = []) {
      self.folder = folder
      self.name = name
      self.program = program
      self.beside = beside
    }
  }
}

extension Sandbox {
  /// The command that runs in the sandbox.
  package func command(_ command: Command, _ confinement: Confinement) -> Command {
    var contained = command
    switch self {
    case .none: break
    case .landlock:
      contained.enclosure = .rules(
        readable: Self.system.map(\.path) + Self.systemFiles + confinement.readable + [command.executable],
        writable: confinement.writable + (confinement.own.map { [$0.folder] } ?? []))
    case .bubblewrap(let path):
      contained.executable = path
      contained.arguments = Self.arguments(confinement, for: command) + command.arguments
      contained.name = nil
      contained.folder = nil
      contained.enclosure = .wrapper(confinement.groups)
    }
    return contained
  }

  /// Bytes that a program may write into its own folder and the temporary one, each.
  private static let scratchBytes = "\(64 << 20)"

  /// What bubblewrap is told, up to the program's own arguments.
  private static func arguments(_ confinement: Confinement, for command: Command) -> [String] {
    var arguments = [
      "--unshare-all", "--die-with-parent", "--cap-drop", "ALL", "--uid", "65534", "--gid", "65534", "--hostname", "lesson",
    ]
    for place in system { arguments += place.arguments }
    for path in systemFiles { arguments += ["--ro-bind-try", path, path] }
    arguments += ["--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev", "--size", scratchBytes, "--tmpfs", "/tmp"]
    // What is gone meanwhile, from the cache say, the program misses and says so.
    for path in confinement.readable { arguments += ["--ro-bind-try", path, path] }
    for path in confinement.writable { arguments += ["--bind", path, path] }
    if let own = confinement.own {
      arguments += ["--ro-bind", command.executable, own.program, "--size", scratchBytes, "--tmpfs", own.name]
      for path in own.beside { arguments += ["--symlink", path, "/" + FileSystem.name(of: path)] }
      for file in FileSystem.names(in: own.folder) {
        arguments += ["--ro-bind", "\(own.folder)/\(file)", "\(own.name)/\(file)"]
      }
    }
    arguments += ["--remount-ro", "/", "--seccomp", "4"]
    if let folder = confinement.own?.name ?? command.folder { arguments += ["--chdir", folder] }
    return arguments + ["--", confinement.own?.program ?? command.executable]
  }

  /// A folder of the system, or the link that stands for it.
  private struct SystemPlace {
    var path: String
    var link: String?

    var arguments: [String] { link.map { ["--symlink", $0, path] } ?? ["--ro-bind", path, path] }
  }

  /// Where libraries, headers and time zones are.
  private static let system: [SystemPlace] = ["/usr", "/lib", "/lib32", "/lib64", "/libx32", "/bin", "/sbin"].compactMap {
    path in
    guard FileSystem.isFolder(path) else { return nil }
    return SystemPlace(path: path, link: target(ofLink: path))
  }

  private static func target(ofLink path: String) -> String? {
    var bytes = [CChar](repeating: 0, count: 4_096)
    let count = readlink(path, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
  }

  /// What the loader and the linker look at outside of these.
  private static let systemFiles = ["/etc/ld.so.cache", "/etc/alternatives", "/etc/localtime"]
}
