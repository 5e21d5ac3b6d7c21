import CSystem
import Machine
import TestSupport
import Testing

@Suite("Programs")
struct ProcessRunnerTests {
  private let limits = ProcessLimits(times: [.seconds(60)], outputBytes: 10_000, mark: "M")

  private func run(_ script: String, _ limits: ProcessLimits? = nil) throws -> ProcessOutcome {
    try ProcessRunner.run(Command("/bin/sh", ["-c", script]), limits: limits ?? self.limits)
  }

  @Test func leaveWhatTheyWrite() throws {
    let outcome = try run("printf out; printf err >&2; printf 'M 0 3 - 0\\n\\n' >&3")
    #expect(outcome.end == .exited(0))
    #expect(outcome.output == Array("out".utf8))
    #expect(outcome.error == Array("err".utf8))
    #expect(outcome.messages == Array("M 0 3 - 0\n\n".utf8))
    #expect(outcome.arrivals.last?.bytes == outcome.messages.count)
  }

  @Test(arguments: [0, 1, 3, 255])
  func tellTheirStatus(status: Int32) throws {
    #expect(try run("exit \(status)").end == .exited(status))
  }

  @Test(arguments: [("KILL", 9), ("TERM", 15), ("ABRT", 6), ("SEGV", 11)] as [(String, Int32)])
  func tellTheirSignal(name: String, number: Int32) throws {
    #expect(try run("kill -\(name) $$").end == .signaled(number))
  }

  @Test func seeOnlyWhatTheyAreGiven() throws {
    let folder = try TemporaryFolder()
    let outcome = try ProcessRunner.run(
      Command("/usr/bin/env", [], environment: ["B": "2", "A": "1 =x"], folder: folder.path), limits: limits)
    #expect(String(decoding: outcome.output, as: UTF8.self) == "A=1 =x\nB=2\n")
    let place = try ProcessRunner.run(
      Command("/bin/sh", ["-c", "pwd -P; cat; ls /proc/self/fd"], folder: folder.path), limits: limits)
    let lines = String(decoding: place.output, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(lines.first == FileSystem.resolved(folder.path))
    // `ls` opens the folder that it lists.
    #expect(lines.dropFirst() == ["0", "1", "2", "3", "4"])
  }

  @Test func thatPrintTooMuchAreEnded() throws {
    let outcome = try run("while :; do echo 0123456789; done")
    #expect(outcome.end == .stopped(.output))
    #expect(outcome.output.count == limits.outputBytes)
    #expect(try run("while :; do echo 0123456789 >&2; done").end == .stopped(.output))
  }

  /// It may have ended before anybody looked.
  @Test func thatPrintTooMuchAndEndAreCutAllTheSame() throws {
    let outcome = try run("printf '%20000s' x")
    #expect(outcome.end == .stopped(.output))
    #expect(outcome.output.count == limits.outputBytes)
    #expect(try run("printf '%10000s' x").end == .exited(0))
  }

  @Test func thatTakeTooLongAreEnded() throws {
    let outcome = try run(
      "printf here; while :; do :; done", ProcessLimits(times: [.milliseconds(1), .seconds(60)], mark: "M"))
    #expect(outcome.end == .stopped(.time(.milliseconds(1))))
    let second = try run(
      "printf 'S 0 0 - 2\\nM \\nM 0 0 - 0\\n\\n' >&3; while :; do :; done",
      ProcessLimits(times: [.seconds(60), .milliseconds(2), .seconds(60)], mark: "M"))
    #expect(second.end == .stopped(.time(.milliseconds(2))))
  }

  @Test func takeNoOthersWithThem() throws {
    let outcome = try run("( while :; do :; done ) & echo $!")
    #expect(outcome.end == .exited(0))
    let child = try #require(Int(String(decoding: outcome.output, as: UTF8.self).dropLast()))
    // A signal that was sent may take a moment to arrive, and whoever inherits the child to collect it.
    let isGone = (0..<100_000).contains { _ in
      guard let state = FileSystem.read("/proc/\(child)/stat") else { return true }
      let text = String(decoding: state, as: UTF8.self)
      return text.contains(") Z ") || text.contains(") X ")
    }
    #expect(isGone)
  }

  @Test func thatCannotBeStartedAreFaults() {
    #expect(throws: MachineFault("cannot start /no/such/program: No such file or directory")) {
      try ProcessRunner.run(Command("/no/such/program", []), limits: limits)
    }
  }
}

@Suite("Messages on a channel")
struct ChannelMessageTests {
  @Test func areReadOneAfterTheOther() throws {
    let bytes = Array("A 1 2 3\nx\ny\nB 0\n\n".utf8)
    let first = try #require(ChannelMessage(in: bytes, from: 0))
    #expect(first.words == ["A", "1", "2"])
    #expect(Array(bytes[first.payload]) == Array("x\ny".utf8))
    let second = try #require(ChannelMessage(in: bytes, from: first.end))
    #expect(second.words == ["B"])
    #expect(second.payload.isEmpty && second.end == bytes.count)
    #expect(ChannelMessage(in: bytes, from: second.end) == nil)
  }

  @Test func areNotThereUntilTheyAreWhole() {
    let bytes = Array("A 1 3\nxyz\n".utf8)
    for length in 0..<bytes.count { #expect(ChannelMessage(in: Array(bytes[..<length]), from: 0) == nil) }
  }

  @Test(arguments: ["\n\n", "A\n\n", "A -1\n\n", "A x\n\n", "A 9223372036854775807\n\n"])
  func areNoneWithoutACount(text: String) {
    #expect(ChannelMessage(in: Array(text.utf8), from: 0) == nil)
  }

  @Test func haveAShortLine() {
    let bytes = Array((String(repeating: "A ", count: 200) + "0\n\n").utf8)
    #expect(ChannelMessage(in: bytes, from: 0) == nil)
  }
}

@Suite("Groups that an interrupt ends")
struct ProcessGroupTests {
  /// Numbers that no process has: the kernel's own limit is far below.
  private static let groups = (0..<1_000).map { 1_000_000_000 + pid_t($0) }

  @Test func areRememberedHoweverMany() {
    for group in Self.groups { #expect(csystem_remember_group(group) == 0) }
    #expect(Self.groups.allSatisfy { csystem_remembers_group($0) != 0 })
    for group in Self.groups { csystem_forget_group(group) }
    #expect(Self.groups.allSatisfy { csystem_remembers_group($0) == 0 })
  }

  @Test func areRememberedSideBySide() {
    let groups = Self.groups.map { $0 + 100_000 }
    let faults = Parallel.map(groups, jobs: 8) { csystem_remember_group($0) }
    #expect(faults.allSatisfy { $0 == 0 })
    #expect(groups.allSatisfy { csystem_remembers_group($0) != 0 })
    for group in groups { csystem_forget_group(group) }
    #expect(groups.allSatisfy { csystem_remembers_group($0) == 0 })
  }
}
