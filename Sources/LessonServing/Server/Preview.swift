import Foundation
import LessonModel
package import LessonPipeline
package import Machine
import Synchronization

/// The preview of a course: what requests are answered with, and what a build changes in it.
package final class Preview: Sendable {
  private let gate: RequestGate
  private let page: LivePage
  private let assets: FileTable
  private let editor: EditorCommand?
  private let warn: @Sendable (String) -> Void
  private let state = Mutex(PreviewState())

  /// - Parameters:
  ///   - port: The one that is listened on.
  ///   - assets: The script and the style of served pages, by their addresses.
  ///   - secret: Two texts that nobody can guess: the name of this run, and the token of its pages.
  package init(
    port: Int, assets: FileTable, editor: EditorCommand?, secret: (run: String, token: String),
    warn: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    gate = RequestGate(port: port)
    page = LivePage(run: secret.run, token: secret.token, hasEditor: editor != nil)
    self.assets = assets
    self.editor = editor
    self.warn = warn
  }

  /// Takes in a build; gives what open pages are told, and how many pages look otherwise now.
  package func take(_ course: PreviewedCourse) -> (event: ServerEvent, pages: Int) {
    state.withLock { state in
      let changed = state.take(course)
      return (state.event(run: page.run, changed: changed), changed.count { $0.hasSuffix(".html") })
    }
  }

  /// Takes in that nothing could be built.
  package func take(_ fault: MachineFault) -> ServerEvent {
    state.withLock { state in
      state.take(fault.message)
      return state.event(run: page.run, changed: [])
    }
  }

  /// The answer to a request.
  package func reply(to head: RequestHead) -> Reply {
    let changes = head.path == LivePage.editor
    if let refusal = gate.refusal(of: head, changes: changes) { return .whole(refusal) }
    if changes {
      guard head.method == "POST" else { return .whole(Self.notAllowed("POST")) }
      return .whole(openEditor(head))
    }
    guard head.method == "GET" || head.method == "HEAD" else { return .whole(Self.notAllowed("GET, HEAD")) }
    if head.path == LivePage.events {
      if head.method == "HEAD" { return .whole(Answer(status: 200, type: .events, body: [])) }
      return .events(first: state.withLock { $0.event(run: page.run, changed: []) }.bytes)
    }
    if let asset = assets.file(at: head.path) {
      return .whole(Answer(status: 200, type: ContentType(path: asset.path), body: asset.bytes))
    }
    return .whole(file(at: head.path))
  }

  private static func notAllowed(_ methods: String) -> Answer {
    .sentence(405, "Only \(methods) here.", more: ["Allow: \(methods)"])
  }

  private func file(at address: String) -> Answer {
    state.withLock { state in
      func answer(_ status: Int, _ file: SiteFile) -> Answer {
        let type = ContentType(path: file.path)
        let isPage = type == .html
        return Answer(status: status, type: type, body: isPage ? page.served(file.bytes, version: state.version) : file.bytes)
      }
      if let file = state.table.file(at: address) { return answer(200, file) }
      if state.table.isEmpty { return Answer(status: 503, type: .html, body: page.waiting(version: state.version)) }
      return state.table[path: "404.html"].map { answer(404, $0) } ?? .sentence(404, "There is no such page.")
    }
  }

  /// Opens a line of one of the course's files: only for a page of ours, only with its token.
  private func openEditor(_ head: RequestHead) -> Answer {
    guard let editor else { return .sentence(404, "No editor was given with --editor.") }
    guard let token = head.headers["lessons-token"], Self.isSame(token, page.token) else {
      return .sentence(403, "This page is not of this preview.")
    }
    let fields = Dictionary(
      head.query.split(separator: "&").compactMap { field in
        let parts = field.split(separator: "=", maxSplits: 1)
        return parts.count == 2 ? (String(parts[0]), String(parts[1]).removingPercentEncoding ?? "") : nil
      }
    ) { first, _ in first }
    guard let name = fields["file"], let path = state.withLock({ $0.sources[name] }) else {
      return .sentence(404, "There is no such file in the course.")
    }
    let line = min(max(Int(fields["line"] ?? "") ?? 1, 1), 1_000_000)
    if let fault = Desktop.start(editor.words(file: FileSystem.absolute(path), line: line)) {
      warn("lessons: the editor: \(fault)")
      return .sentence(503, fault)
    }
    return Answer(status: 204, type: .text, body: [])
  }

  /// Whether two texts are the same, found out in a time that tells nothing of where they differ.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count && zip(left.utf8, right.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
