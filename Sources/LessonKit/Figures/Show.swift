/// Prints the text of a chart, a table or a diagram; in a lesson's page the figure takes the place of that text.
///
/// Standard output is the same with and without a page in the making. Only in a terminal the reader may ask for words: with
/// `CHARTS=summary` in the environment, charts and diagrams print their summary. Tables always print as text, which is
/// already data. Figures shown one right after the other have no empty line between them in standard output, and stand apart
/// in a page; a `print()` between them parts them in both.
///
/// ```swift
/// show(Table(columns: ["x", "x squared"], rows: [[1, 1], [2, 4]]))
/// // Prints "x   x squared"
/// // Prints "1           1"
/// // Prints "2           4"
/// ```
public func show<Shown: Showable>(_ value: Shown) {
  if isMuted { return }
  if let observer = figureObserver {
    observer(value.figure)
    print(value.text)
  } else if Shown.figureKind != .table, terminalPrefersSummaries {
    print(value.summary)
  } else {
    print(value.text)
  }
}

/// Has `observer` told of every figure just before `show` prints its text: the seam through which a lesson's runtime learns of
/// figures. `nil` ends it.
///
/// While a page is woven, the runtime calls this once, before any line of the lesson runs. The observer records the figure and
/// its place in standard output (the next `figure.text.utf8.count + 1` bytes); printing stays with `show`. Without an observer,
/// a figure costs its text and no more.
package func observeFigures(_ observer: ((Figure) -> Void)?) { figureObserver = observer }

/// Has `show` draw and print nothing, or do so again: a page that runs a part of a lesson anew does not show what comes before.
package func muteFigures(_ mutes: Bool) { isMuted = mutes }

/// Changed between the blocks of a lesson only.
nonisolated(unsafe) private var isMuted = false

/// Set before any line of a lesson runs and read ever after, so no two threads race for it.
nonisolated(unsafe) private var figureObserver: ((Figure) -> Void)?

#if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
/// Whether the reader asked for words instead of pictures, with `CHARTS=summary`.
private let terminalPrefersSummaries = getenv("CHARTS").map { String(cString: $0) == "summary" } ?? false
#else
private let terminalPrefersSummaries = false
#endif
