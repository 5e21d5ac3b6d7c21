import Machine
import Synchronization
import Testing

@Suite("Work beside other work")
struct MeanwhileTests {
  @Test func isDoneOnceForAllWhoWait() {
    let count = Mutex(0)
    let work = Meanwhile { count.withLock { count in (count += 1, count).1 } }
    #expect(Parallel.map([1, 2, 3], jobs: 3) { _ in work.value } == [1, 1, 1])
    #expect(work.isMade)
  }

  /// Programs that it starts end with the scope of whoever began it.
  @Test func belongsToTheScopeOfWhoeverBeganIt() throws {
    let scope = ProgramScope()
    let work = try scope.perform { () throws(MachineFault) in
      scope.end()
      return Meanwhile {
        Result { () throws(MachineFault) in try ProcessRunner.run(Command("/bin/true", []), limits: ProcessLimits(times: [])) }
      }
    }
    #expect(throws: MachineFault.self) { try work.value.get() }
  }
}
