import CSystem
import Synchronization

/// Whether lessons are contained, as the user asks for it.
package enum SandboxChoice: String, Sendable, Equatable, CaseIterable {
  /// The strongest means that the system offers.
  case auto
  /// The same, but nothing less than all that is promised.
  case require
  case off
}

/// Which sandbox is in force: what the user asks for, and what the system offers.
package struct SandboxPolicy: Sendable, Equatable {
  package var choice: SandboxChoice
  /// Where bubblewrap is installed; nil where it is not.
  package var bubblewrap: String?

  /// - Parameter environment: Names the search path.
  package init(_ choice: SandboxChoice, environment: [String: String]) {
    self.choice = choice
    let folders = (environment["PATH"] ?? "/usr/bin:/usr/local/bin:/bin").split(separator: ":")
    bubblewrap = folders.map { "\($0)/bwrap" }.first { $0.hasPrefix("/") && FileSystem.isExecutable($0) }
  }

  /// Whether what runs is contained.
  package var isContained: Bool { choice != .off }

  /// The sandbox that is in force.
  ///
  /// - Throws: ``MachineFault`` where the system offers none, or none that is enough.
  package func sandbox() throws(MachineFault) -> Sandbox {
    if !isContained { return .none }
    if let bubblewrap, try Sandbox.bubblewrap(bubblewrap).works() { return .bubblewrap(bubblewrap) }
    let isEnough = choice == .require ? Landlock.isWhole : Landlock.version > 0
    if isEnough, try Sandbox.landlock.works() { return .landlock }
    throw MachineFault(
      "lessons cannot be contained here: \(try obstacles()); install bubblewrap, or give --sandbox off for lessons that you trust"
    )
  }

  /// Why there is no sandbox.
  private func obstacles() throws(MachineFault) -> String {
    var wrapper = "bubblewrap is not installed"
    if let bubblewrap { wrapper = try Sandbox.bubblewrap(bubblewrap).fault() ?? "bubblewrap works" }
    if Landlock.version == 0 { return "\(wrapper), and the kernel has no Landlock" }
    return "\(wrapper), and \(try Sandbox.landlock.fault() ?? "its Landlock holds too little")"
  }
}

/// What the kernel can do to keep a process from files and sockets.
package enum Landlock {
  /// Its version; 0 where there is none.
  package static var version: Int { max(Int(csystem_landlock_version()), 0) }

  /// Whether it holds the truncation of files as well, and so all that is promised of files.
  package static var isWhole: Bool { version >= 3 }
}

extension Sandbox {
  /// Those that this process has tried and found to work: what works once works again, and a trial takes a program.
  private static let working = Mutex<[Sandbox]>([])

  /// Whether programs come to their end in it. Who asks while another tries it out waits for the answer.
  fileprivate func works() throws(MachineFault) -> Bool {
    if ProgramScope.current?.isEnded == true { throw ProgramScope.fault }
    return try Self.working.withLock { working throws(MachineFault) in
      if working.contains(self) { return true }
      guard try fault() == nil else { return false }
      working.append(self)
      return true
    }
  }

  /// What is wrong where no program comes to its end in the sandbox, for a system may have a means and forbid its use; nil where
  /// it works.
  ///
  /// - Throws: Where nobody wants to know any more: that a trial was cut short says nothing of the system.
  package func fault() throws(MachineFault) -> String? {
    let program = ["/bin/true", "/usr/bin/true"].first(where: FileSystem.isExecutable) ?? "/bin/true"
    do {
      let outcome = try ProcessRunner.run(
        command(Command(program, []), Confinement(readable: [])), limits: ProcessLimits(times: [.seconds(10)]))
      if outcome.end == .exited(0) { return nil }
      let said = String(decoding: outcome.error, as: UTF8.self).split(separator: "\n").first.map(String.init)
      return said ?? "a program does not come to its end in it"
    } catch {
      if error.cause == .stale || error.cause == .interrupt { throw error }
      return error.message
    }
  }
}
