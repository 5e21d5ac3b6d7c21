import LessonModel
import Machine

/// What is remembered of the programs of pages: to look it up takes neither a sandbox nor a compiled kit.
struct PageMemory: Sendable {
  private let store: SealedStore
  private let runner: ProgramRunner
  private let kit: PageKitKey
  private let flags: String

  /// - Parameter folder: The cache; nil where nothing is kept.
  init(folder: String?, runner: ProgramRunner, kit: PageKitKey, flags: String) {
    store = SealedStore(folder: folder, kind: "pages")
    self.runner = runner
    self.kit = kit
    self.flags = flags
  }

  /// What is kept of a page; nil for a miss.
  func page(for task: PageTask) throws(MachineFault) -> KeptPage? {
    guard let fields = store.fields(for: key(task)) else { return nil }
    return try KeptPage(fields, task.settings.count)
  }

  func keep(_ page: KeptPage, for task: PageTask) { store.keep(page.fields, for: key(task)) }

  /// Names all that a page is made from and compared with.
  private func key(_ task: PageTask) -> String {
    var digest = SHA256()
    for field in ["page 3"] + [task.whole, task.part].map(runner.key) + [kit.runtime, flags, task.page.program.keyText] {
      digest.update(field: field)
    }
    for setting in task.settings {
      digest.update(field: "\(setting.parameter) \(setting.part)")
      for value in setting.all { digest.update(field: String(value.bitPattern, radix: 16)) }
    }
    return digest.finish()
  }
}
