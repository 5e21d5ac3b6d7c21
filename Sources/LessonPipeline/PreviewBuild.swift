package import LessonModel
import LessonReading
import LessonRunning
package import LessonSite
import LessonWeaving
import Machine

/// read → run → weave → render, in memory, for a preview that builds again and again: what is made of the same as last time is
/// not made again.
struct PreviewBuild {
  let pipeline: Pipeline
  let memory: PreviewMemory

  /// Drafts are in it, for their author is the reader.
  func course(_ path: String, _ early: (PreviewedCourse) -> Void) throws(MachineFault) -> PreviewedCourse {
    defer { pipeline.tell(.ended) }
    pipeline.tell(.begins(.reading))
    let folder = try pipeline.begin(path)
    let swift = memory.nextReadings { ReadingMemory(pipeline.readings(of: folder)) }
    let file = CourseReader.courseFile(of: folder)
    let reading = CourseReader.course(folder, file) { lesson, terms in
      memory.lessons.part(
        lesson.slug,
        of: .init(
          content: lesson.content, data: lesson.data, oversized: lesson.oversized, changed: lesson.changed, terms: terms)
      ) { _ in
        CourseReader.lesson(lesson, of: folder, terms: terms, swift[lesson.slug].swift)
      }
    }
    let (runs, diagnostics, version) = try runs(reading)
    let formulas = self.formulas(reading.course)
    let links = memory.links.part(
      "", of: CourseLinks(reading.course) { lesson in memory.anchors.part(lesson.slug, of: lesson) { Anchors($0) } }
    ) { $0 }
    let woven = CourseWeaver.woven(
      reading.course, runs, only: reading.asked, links: links, formulas: formulas, runDiagnostics: diagnostics,
      swiftVersion: version,
      vocabulary: { lesson in memory.vocabularies.part(lesson.slug, of: lesson) { LessonVocabulary($0) } }
    ) { lesson, run in
      let own = formulas.table(of: lesson.formulas)
      return memory.woven.part(lesson.slug, of: .init(lesson: lesson, run: run, links: links, formulas: own)) { _ in
        LessonWeaver.woven(lesson, run, links: links, formulas: own)
      }
    }
    let site = try site(of: woven, swift, early)
    swift.keep(for: folder.lessons.map(\.slug))
    return PreviewedCourse(woven: woven, site: site)
  }

  /// The runs of the lessons by their slugs. A lesson that is as it was when it last ran well does not run again.
  private func runs(_ reading: CourseReading) throws(MachineFault) -> ([String: Run], [Diagnostic], String?) {
    let (workshop, course) = (try pipeline.workshop(), reading.course)
    let package = try pipeline.packageInputs(reading.lessons.readable, of: course.file, in: course.path)
    func input(_ lesson: ReadLesson) -> PreviewMemory.RunInput {
      .init(lesson: lesson, settings: course.file.swift, support: course.support, package: package)
    }
    var runs: [String: Run] = [:]
    for lesson in reading.lessons { runs[lesson.slug] = memory.runs.part(lesson.slug, of: input(lesson)) }
    let stale = reading.lessons.filter { runs[$0.slug] == nil }
    if !stale.isEmpty { pipeline.tell(.begins(.running(lessons: stale.count))) }
    let made = try pipeline.run(stale, of: course, in: workshop, pages: .quick)
    let diagnostics = made.diagnostics
    for made in made.lessons {
      runs[made.lesson.slug] = made.run
      let isGood = diagnostics.isEmpty && made.run.diagnostics.errorCount == 0
      if isGood { memory.runs.keep(made.run, made.lesson.slug, of: input(made.lesson)) }
    }
    return (runs, diagnostics, workshop.toolchain.shortVersion)
  }

  /// The formulas of a course. One with a fault is set again, for its fault may have been the machine's.
  private func formulas(_ course: Course) -> FormulaTable {
    let all = course.lessons.readable.flatMap(\.formulas)
    let known = memory.formulas
    let missing = all.filter { known[$0.key] == nil }
    let fresh = missing.isEmpty ? FormulaTable() : pipeline.formulas(missing)
    let results = known.filter { _ in fresh.absence == nil }.mapValues { Result<SetFormula, FormulaFault>.success($0) }
    let table = FormulaTable(results: fresh.results.merging(results) { $1 }, absence: fresh.absence).table(of: all)
    memory.formulas = table.results.compactMapValues { try? $0.get() }
    return table
  }

  private func site(
    of woven: WovenCourse, _ swift: ReadingMemory, _ early: (PreviewedCourse) -> Void
  ) throws(MachineFault) -> Site {
    let formulas = woven.course.lessons.readable.map(\.lessonFormulas)
    let context = SiteContext(
      woven, theme: try memory.theme.part("", of: true) { _ throws(MachineFault) in try pipeline.installation.theme() },
      kit: try memory.files.part("kit", of: []) { _ throws(MachineFault) in try pipeline.installation.kit() },
      mathematics: try memory.files.part("mathematics", of: formulas) { _ throws(MachineFault) in
        try pipeline.mathematics(formulas, woven.formulas)
      }, facts: woven.course.lessons.map { memory.facts.part($0.slug, of: $0) { LessonFacts($0) } })
    let course = woven.course
    let now = PreviewMemory.Surroundings(
      file: course.file, neighbors: course.neighbors, theme: course.theme, navigation: context.navigation)
    let areSame = memory.surroundings.part("", of: now) != nil
    let surroundings = memory.surroundings.part("", of: now) { $0 }
    let inputs = woven.lessons.map { PreviewMemory.RenderingInput(entry: $0, surroundings: surroundings) }
    var pages: [String: RenderedPage] = [:]
    if areSame {
      for input in inputs {
        guard case .woven(let woven) = input.entry, memory.rendered.part(input.entry.slug, of: input) == nil else { continue }
        pages[input.entry.slug] = RenderedPage(woven, in: context, swift: swift[input.entry.slug].swift)
      }
      let files = inputs.flatMap { pages[$0.entry.slug]?.files ?? [] }
      // A first formula loads files that the site before this one had no use for.
      let site = Site(files: files + context.mathematics)
      if !files.isEmpty { early(PreviewedCourse(woven: woven, site: site, isWhole: false)) }
    }
    let lessons = Parallel.map(inputs, jobs: pipeline.jobs) { [pages] input in
      let slug = input.entry.slug
      return memory.rendered.part(slug, of: input) { _ in
        LessonRenderer.rendered(input.entry, page: pages[slug], in: context, swift: swift[slug].swift)
      }
    }
    return Site.site(of: context, lessons, makeAll: pipeline.sideBySide)
  }
}

/// A course with everything in it, and its site in memory.
package struct PreviewedCourse: Sendable, Equatable {
  package var woven: WovenCourse
  package var site: Site
  /// Whether the site is whole, or only the pages that changed most.
  package var isWhole: Bool

  package init(woven: WovenCourse, site: Site, isWhole: Bool = true) {
    self.woven = woven
    self.site = site
    self.isWhole = isWhole
  }
}
