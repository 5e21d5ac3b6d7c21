import LessonModel

/// Compares what a part of a page computes with what the lesson does: texts to the byte, numbers to the bit up to the sign of NaN.
struct PageComparison {
  var lesson: Lesson
  var page: PageProgram
  var part: ExploredPart
  /// With which setting, or nothing; and where that is said.
  var name: String
  var position: SourcePosition

  private static let unprintable = "(cannot print value"

  /// - Parameters:
  ///   - blocks: What the lesson's blocks came to, and its values.
  ///   - recording: What the page came to; nil where it came to no end.
  func differences(_ blocks: [Int: BlockRun], _ values: [Int: ValueRun], _ recording: Recording?) -> [Diagnostic] {
    func fault(_ message: String, _ position: SourcePosition) -> Diagnostic {
      Diagnostic(.explore, name + message, in: lesson.source, at: position)
    }
    guard let recording else {
      return [fault("the lesson runs natively, and in the page it stops or takes too long", position)]
    }
    let reader = RecordingReader(recording, of: page.program)
    var faults: [Diagnostic] = []
    for cell in part.cells {
      let block = lesson.blocks[cell.block]
      guard let here = blocks[cell.block], let there = reader.blocks[cell.block] else {
        faults.append(fault("block '\(block.name)' does not run in the page", block.position))
        continue
      }
      let last = block.outline.statements.count - 1
      let wanted = cell.value == nil ? nil : here.statements[last]
      if there.printedText.contains(Self.unprintable) || "\(there.statements)".contains(Self.unprintable) {
        faults.append(
          fault(
            "the page cannot print a value of block '\(block.name)': print its parts, or give its type a 'description' "
              + "(CustomStringConvertible)", block.position))
      } else if here.printed != there.printed {
        faults.append(
          fault(
            "block '\(block.name)' prints something else in the page\(Self.gap(here.printedText, there.printedText))",
            block.position))
      } else if let wanted, !Self.isSame(wanted, there.statements[last]) {
        faults.append(
          fault(
            "block '\(block.name)' has another value in the page\(Self.gap(wanted, there.statements[last]))", block.position))
      }
    }
    for value in part.values {
      let (here, there) = (values[value.value]?.value, reader.values[value.value]?.value)
      guard let here, !Self.isSame(here, there) else { continue }
      let written = lesson.values[value.value]
      faults.append(
        fault("'\(written.expression)' has another value in the page\(Self.gap(here, there))", written.position))
    }
    return faults
  }

  static func isSame(_ left: ComputedValue, _ right: ComputedValue?) -> Bool {
    switch (left, right) {
    case (.float64(let left), .float64(let right)?) where left.isNaN: right.isNaN
    case (.float32(let left), .float32(let right)?) where left.isNaN: right.isNaN
    default: left == right
    }
  }

  private static func gap(_ here: ComputedValue?, _ there: ComputedValue?) -> String {
    gap(here?.description ?? "", there?.description ?? "")
  }

  /// The first line that differs.
  private static func gap(_ here: String, _ there: String) -> String {
    let lines = here.split(separator: "\n", omittingEmptySubsequences: false)
    let others = there.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, other) in zip(lines, others) where line != other { return ": '\(other)', natively '\(line)'" }
    return lines.count == others.count ? "" : ": \(others.count) lines, natively \(lines.count)"
  }
}

extension Lesson {
  /// Blocks with the values of their last statements.
  func finished(_ runs: [Int: BlockRun]) -> [Int: BlockRun] {
    var finished = runs
    for (index, run) in runs {
      let block = blocks[index]
      guard block.outline.statements.last?.kind == .expression, !block.attributes.hidesValue else { continue }
      let value = run.statements[block.outline.statements.count - 1]
      finished[index]?.value = value == .nothing ? nil : value
    }
    return finished
  }
}
