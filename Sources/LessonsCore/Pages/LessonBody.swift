internal import MarkdownReading

/// `LessonReport → HTML`: the Markdown of a lesson with its results woven in.
///
/// A loop over events with a stack of closing tags: no depth of nesting costs more than memory.
struct LessonBody {
  let report: LessonReport
  /// Gathered once: each block looks for its own among them.
  let errors: [Diagnostic]
  let lesson: Lesson
  let resolver: LinkResolver
  let anchors: Anchors
  let ledger: LessonLedger
  let values: ValueRenderer
  var html = HTML(unsafe: "")
  var state = State()
  /// Files beside the lesson that the page needs.
  var files: Set<String> = []

  struct State {
    var closings: [String] = []
    /// Inside an image, text becomes its description.
    var description: String?
    /// A value whose own text is left out because its result says more.
    var skippedDepth: Int?
    var isTight: [Bool] = []
    var columns: [MarkdownAlignment] = []
    var column = 0
    var isHeaderRow = false
    var footnotes = 0
    var notesSeen: Set<String> = []
    var linkDepth = 0
    /// Whether values show their number only: how they came about would betray an answer.
    var showsPlainValues = false
    var isInHeading = false
    /// The rows whose first mark has been met.
    var marked: Set<String> = []
  }

  static func render(
    _ report: LessonReport, of lesson: Lesson, _ resolver: LinkResolver, anchors: Anchors, ledger: LessonLedger,
    bibliography: Bibliography
  ) -> (html: HTML, files: Set<String>) {
    let page = "../numbers/\(resolver.page(lesson.slug))"
    let values = ValueRenderer(ledger: page, anchors: anchors, lesson: lesson, bibliography: bibliography)
    var body = LessonBody(report: report, lesson: lesson, resolver: resolver, anchors: anchors, ledger: ledger, values: values)
    body.render(lesson.document.events, roles: lesson.document.roles)
    return (body.html, body.files)
  }

  private init(
    report: LessonReport, lesson: Lesson, resolver: LinkResolver, anchors: Anchors, ledger: LessonLedger, values: ValueRenderer
  ) {
    self.report = report
    self.errors = report.diagnostics.filter { $0.severity == .error }
    self.lesson = lesson
    self.resolver = resolver
    self.anchors = anchors
    self.ledger = ledger
    self.values = values
  }

  /// - Parameter range: The events to render; nil for all.
  mutating func render(_ events: [MarkdownEvent], roles: [Int: LessonDocument.Role], in range: Range<Int>? = nil) {
    for index in range ?? events.indices {
      let event = events[index]
      if let depth = state.skippedDepth {
        if event.phase == .enter { state.closings.append("") }
        if event.phase == .exit { _ = state.closings.popLast() }
        if state.closings.count < depth { state.skippedDepth = nil }
        continue
      }
      switch event.phase {
      case .enter: enter(event, role: roles[index], index: index, in: events)
      case .leaf:
        if !leafOfOurs(roles[index]) { leaf(event, role: roles[index]) }
      case .exit: exit(event)
      }
    }
    if state.footnotes > 0 { html += "</ol></section>\n" }
  }

  mutating func open(_ tag: HTML, closing: String) {
    html += tag
    state.closings.append(closing)
  }

  mutating func exit(_ event: MarkdownEvent) {
    switch event.node {
    case .list: _ = state.isTight.popLast()
    case .link: state.linkDepth -= 1
    case .heading: state.isInHeading = false
    case .image:
      html += HTML(unsafe: HTML.escaped(state.description ?? ""))
      state.description = nil
    case .tableRow: state.isHeaderRow = false
    default: break
    }
    html += HTML(unsafe: state.closings.popLast() ?? "")
  }
}
