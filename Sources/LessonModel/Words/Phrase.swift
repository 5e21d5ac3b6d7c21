/// Everything that the tool itself says in a page, by the name that a course file gives other words under.
///
/// `{1}` stands for what the page knows: a number, a title, a link.
package enum Phrase: String, Sendable, Equatable, CaseIterable {
  // The frame of a page.
  case skip
  case theme
  case themeAuto = "theme-auto"
  case themeLight = "theme-light"
  case themeDark = "theme-dark"
  case source
  case search
  case searchCourse = "search-course"
  case keyboardShortcuts = "keyboard-shortcuts"
  case course
  case lessons
  case lesson
  case lessonNumber = "lesson-number"
  case allLessons = "all-lessons"
  case allCountLessons = "all-count-lessons"
  case more
  case breadcrumb
  case previous
  case next
  case listSeparator = "list-separator"
  case sentenceGap = "sentence-gap"
  // The first page, the book, the page that is not there.
  case beginWith = "begin-with"
  case example
  case printedIn = "printed-in"
  case computedIn = "computed-in"
  case exampleOf = "example-of"
  case forPaper = "for-paper"
  case wholeCoursePage = "whole-course-page"
  case programsPackage = "programs-package"
  case minutesShort = "minutes-short"
  case wholeCourse = "whole-course"
  case noSuchPage = "no-such-page"
  case noSuchPageSummary = "no-such-page-summary"
  case allLessonsOf = "all-lessons-of"
  // What a page says of its numbers.
  case pageIsWhole = "page-is-whole"
  case pageIsFlawed = "page-is-flawed"
  case courseIsWhole = "course-is-whole"
  case courseIsFlawedOnce = "course-is-flawed-once"
  case courseIsFlawed = "course-is-flawed"
  case errorOnce = "error-once"
  case errorCount = "error-count"
  case errors
  case notComputed = "not-computed"
  case cannotBeRead = "cannot-be-read"
  // The page of a lesson.
  case needs
  case minuteOnce = "minute-once"
  case minuteCount = "minute-count"
  case checkedResultOnce = "checked-result-once"
  case checkedResultCount = "checked-result-count"
  case onThisPage = "on-this-page"
  case chartsAsDrawings = "charts-as-drawings"
  case howNumbersLink = "how-numbers-link"
  case howNumbers = "how-numbers"
  case markAsRead = "mark-as-read"
  case editPage = "edit-page"
  case takeAlong = "take-along"
  case notebook
  case notebookNeeds = "notebook-needs"
  case notebookReads = "notebook-reads"
  case resultsNotComputedOnce = "results-not-computed-once"
  case resultsNotComputed = "results-not-computed"
  case lessonHasError = "lesson-has-error"
  case lessonHasErrors = "lesson-has-errors"
  case andMore = "and-more"
  case linkTo = "link-to"
  case completedTask = "completed-task"
  case incompleteTask = "incomplete-task"
  case footnotes
  case backToText = "back-to-text"
  case details
  // Blocks and their results.
  case codeOf = "code-of"
  case lineOnce = "line-once"
  case lineCount = "line-count"
  case codeLines = "code-lines"
  case result
  case resultLines = "result-lines"
  case stopsAsItShould = "stops-as-it-should"
  case failsAsItShould = "fails-as-it-should"
  case printedBy = "printed-by"
  case messageOf = "message-of"
  case valueOf = "value-of"
  case notRun = "not-run"
  case mendFirst = "mend-first"
  case error
  case warning
  case place
  case lineNumber = "line-number"
  case note
  case figure
  case figureNumber = "figure-number"
  case equationNumber = "equation-number"
  case blockNamed = "block-named"
  case description
  case textOrDrawing = "text-or-drawing"
  case text
  case drawing
  case data
  // Callouts.
  case calloutNote = "callout-note"
  case calloutTip = "callout-tip"
  case calloutImportant = "callout-important"
  case calloutWarning = "callout-warning"
  case calloutCaution = "callout-caution"
  case exercise
  case hint
  case solution
  case solutionTo = "solution-to"
  case claim
  case claims
  case question
  case theComputation = "the-computation"
  case statementIsWrong = "statement-is-wrong"
  case statementsAreWrong = "statements-are-wrong"
  case choose
  case check
  case answer
  case answers
  case answerAtEnd = "answer-at-end"
  case sourcesOfNumbers = "sources-of-numbers"
  case bookContents = "book-contents"
  case chapterNumbers = "chapter-numbers"
  case lastChanged = "last-changed"
  case cardAlt = "card-alt"
  case isRight = "is-right"
  case areRight = "are-right"
  case choiceIsRight = "choice-is-right"
  case choiceIsWrong = "choice-is-wrong"
  // Values.
  case wrongNote = "wrong-note"
  case failedNote = "failed-note"
  case uncomputedNote = "uncomputed-note"
  case doesNotMatch = "does-not-match"
  case notRecordedYet = "not-recorded-yet"
  case statusTrap = "status-trap"
  case statusCompileError = "status-compile-error"
  case statusTimeout = "status-timeout"
  case statusNotRun = "status-not-run"
  case statusMismatch = "status-mismatch"
  case statusUnrecorded = "status-unrecorded"
  case statusUnrepeatable = "status-unrepeatable"
  // The back matter.
  case backMatter = "back-matter"
  case references
  case referencesSummary = "references-summary"
  case errata
  case errataSummary = "errata-summary"
  case allNumbers = "all-numbers"
  case allNumbersSummary = "all-numbers-summary"
  case usedIn = "used-in"
  case lessonList = "lesson-list"
  case lessonsList = "lessons-list"
  case lendsOnce = "lends-once"
  case lends
  case ofThemWrong = "of-them-wrong"
  case wrong
  case allWrong = "all-wrong"
  case sentenceEnd = "sentence-end"
  case errataIntro = "errata-intro"
  case fullReference = "full-reference"
  case months
  case undated
  case dateMonth = "date-month"
  case dateDay = "date-day"
  case editionNumber = "edition-number"
  case ordinalEndings = "ordinal-endings"
  case volumeNumber = "volume-number"
  case inContainer = "in-container"
  case pageRange = "page-range"
  case kindSoftware = "kind-software"
  case kindVideo = "kind-video"
  case kindData = "kind-data"
  case kindThesis = "kind-thesis"
  case kindTalk = "kind-talk"
  case printed
  case computed
  case inFull = "in-full"
  case offBy = "off-by"
  // The pages of numbers.
  case numbersOf = "numbers-of"
  case numbersOfSummary = "numbers-of-summary"
  case ledgerIsFlawed = "ledger-is-flawed"
  case ledgerLinks = "ledger-links"
  case theLesson = "the-lesson"
  case allLessonsLink = "all-lessons-link"
  case eachBuild = "each-build"
  case numbersByLesson = "numbers-by-lesson"
  case publishedConfirmed = "published-confirmed"
  case publishedWrong = "published-wrong"
  case implied = "implied"
  case impliedBy = "implied-by"
  case impliedNote = "implied-note"
  case errataImplied = "errata-implied"
  case evidenceRead = "evidence-read"
  case evidenceNone = "evidence-none"
  case notRunAsWritten = "not-run-as-written"
  case given
  case inResults = "in-results"
  case inComments = "in-comments"
  case all
  case rules
  case ruleDecimal = "rule-decimal"
  case byDigits = "by-digits"
  case ruleWhole = "rule-whole"
  case equal
  case ruleAllowed = "rule-allowed"
  case allowed
  case ruleRefuted = "rule-refuted"
  case ruleImplied = "rule-implied"
  case not
  case ruleGiven = "rule-given"
  case numbersInText = "numbers-in-text"
  case countComputed = "count-computed"
  case countPublished = "count-published"
  case countRefuted = "count-refuted"
  case countImplied = "count-implied"
  case countFailed = "count-failed"
  case countGiven = "count-given"
  case recomputed
  case countResults = "count-results"
  case countComments = "count-comments"
  case inTheText = "in-the-text"
  case inCodeComments = "in-code-comments"
  case inCodeResults = "in-code-results"
  case columnLine = "column-line"
  case columnWritten = "column-written"
  case columnWithin = "column-within"
  case columnWhose = "column-whose"
  case columnExpression = "column-expression"
  case columnBlock = "column-block"
  case columnNumbers = "column-numbers"
  case columnCompared = "column-compared"
  case givenAllowance = "given-allowance"
  case digitsAllowance = "digits-allowance"
  case ours
  case publishedBy = "published-by"
  case wrongIn = "wrong-in"
  case notCompared = "not-compared"
  case asRecorded = "as-recorded"
  // What a note beside a value says.
  case noteDigits = "note-digits"
  case noteDigit = "note-digit"
  case noteWhole = "note-whole"
  case noteExact = "note-exact"
  case noteWithin = "note-within"
  case noteComputed = "note-computed"
  case noteOff = "note-off"
  case noteOrigin = "note-origin"
  case notePublished = "note-published"
  case noteRefuted = "note-refuted"
  case noteImplied = "note-implied"
  case clauseSeparator = "clause-separator"
  // What a page says of a lesson that its reader may change.
  case tryValues = "try-values"
  case exploreIdle = "explore-idle"
  case exploreLoading = "explore-loading"
  case exploreLive = "explore-live"
  case exploreFailed = "explore-failed"
  case exploreNote = "explore-note"
  case authorsOwn = "authors-own"
  case exploreReset = "explore-reset"
  case copyLink = "copy-link"
  case exactly
  // What a page says of the values beside code.
  case traceValues = "trace-values"
  case traceMoment = "trace-moment"
  case traceAll = "trace-all"
  case traceAt = "trace-at"
  case traceBack = "trace-back"
  case traceOn = "trace-on"
  case traceOfChecked = "trace-of-checked"
  // What the script of a page says.
  case markedAsRead = "marked-as-read"
  case noLongerRead = "no-longer-read"
  case copy
  case copyAsText = "copy-as-text"
  case copied
  case selected
  case nextLesson = "next-lesson"
  case previousLesson = "previous-lesson"
  case lightOrDark = "light-or-dark"
  case themeIs = "theme-is"
  case thisList = "this-list"
  case singleKeys = "single-keys"
  case close
  case continueWith = "continue-with"
  case continueLesson = "continue-lesson"
  case clear
  case forget
  case chooseFirst = "choose-first"
  case anotherIsRight = "another-is-right"
  case tapAgain = "tap-again"
  case nothingFound = "nothing-found"
  case sectionFound = "section-found"
  case sectionsFound = "sections-found"
}

extension Phrase {
  /// What a script of pages says, by its name; the words of `site` are there for all others.
  package static let ofScripts: [(script: String, phrases: [Phrase])] = [
    (
      "site",
      [
        .markedAsRead, .noLongerRead, .copy, .copyAsText, .copied, .selected, .nextLesson, .previousLesson, .lightOrDark,
        .themeIs, .thisList, .chooseFirst, .anotherIsRight, .search, .clear,
      ]
    ),
    ("index", [.continueWith, .continueLesson]),
    ("keys", [.keyboardShortcuts, .singleKeys, .close, .forget]),
    ("search", [.nothingFound, .sectionFound, .sectionsFound]),
    ("notes", [.tapAgain]),
  ]
}
