import LessonModel
import LessonSite
import LessonWeaving
import Machine

/// The pages of an increment, and what is made of all lessons.
extension CourseIncrement {
  /// What pages are made from that no run changes.
  struct Surroundings {
    fileprivate var theme: Theme
    fileprivate var kit: [SiteFile]
    /// The formulas of all lessons that are shown.
    fileprivate var formulas: [UInt8]
    fileprivate var mathematics: [SiteFile]
  }

  /// The records of the lessons that the site shows.
  private var shown: [LessonRecord] { records.filter { !$0.facts.isDraft } }

  func surroundings() throws(MachineFault) -> Surroundings {
    let changed = Dictionary(fresh.map { ($0.slug, $0) }) { $1 }
    let formulas = shown.map { record in
      changed[record.facts.slug]?.lessonFormulas ?? LessonFormulas(slug: record.facts.slug, keys: record.formulas)
    }
    var mathematics: [SiteFile] = []
    let digest = formulas.digest
    if digest != last.formulas {
      let all = formulas.flatMap(\.keys).map { Formula(key: $0, offsets: []) }
      mathematics = try pipeline.mathematics(formulas, pipeline.formulas(all))
    }
    return Surroundings(
      theme: try pipeline.installation.theme(), kit: try pipeline.installation.kit(), formulas: digest,
      mathematics: mathematics)
  }

  /// The pages of the fresh lessons and what is made of all lessons; nil where all pages must be made anew.
  func render(
    _ woven: WovenCourse, in surroundings: Surroundings, _ made: inout RememberedBuild.Made
  ) -> (site: Site, lessons: [String: RenderedLesson])? {
    let shown = woven.withoutDrafts
    let facts = Dictionary(shown.course.lessons.map { ($0.slug, LessonFacts($0)) }) { $1 }
    let kept = self.shown
    made.formulas = surroundings.formulas
    let carriesMathematics = surroundings.formulas == last.formulas
    made.mathematics = carriesMathematics ? last.mathematics : surroundings.mathematics.map(\.path)
    let context = SiteContext(
      shown, theme: surroundings.theme, kit: surroundings.kit, mathematics: surroundings.mathematics,
      facts: kept.map { facts[$0.facts.slug] ?? $0.facts })
    made.navigation = SHA256.digestBytes(context.navigation.utf8)
    guard made.navigation == last.navigation else { return nil }
    let anew = Dictionary(pipeline.rendered(shown.lessons, in: context, memory).map { ($0.slug, $0) }) { $1 }
    let lessons = kept.compactMap { anew[$0.facts.slug] ?? $0.rendered }
    made.programs = lessons.programDigest(with: shown.course.data)
    var site = Site.site(
      of: context, lessons, carriesPackage: made.programs == last.programs, makeAll: pipeline.sideBySide)
    if carriesMathematics { site.carried.formUnion(last.mathematics) }
    return (site, Dictionary(lessons.map { ($0.slug, $0) }) { $1 })
  }
}
