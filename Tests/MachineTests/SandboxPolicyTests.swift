import Machine
import Testing

@Suite("Which sandbox is in force")
struct SandboxPolicyTests {
  /// A preview ends the programs of a build that is out of date, and the trial of a sandbox is one: that says nothing of the system.
  @Test func aTrialThatIsCutShortSaysNothingOfTheSystem() throws {
    var policy = SandboxPolicy(.auto, environment: [:])
    policy.bubblewrap = "/bin/true"
    let scope = ProgramScope()
    #expect(try scope.perform { () throws(MachineFault) -> Sandbox in try policy.sandbox() } == .bubblewrap("/bin/true"))
    scope.end()
    #expect { try scope.perform { () throws(MachineFault) -> Sandbox in try policy.sandbox() } } throws: { error in
      (error as? MachineFault)?.cause == .stale
    }
  }
}
