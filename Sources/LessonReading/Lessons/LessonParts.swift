import LessonModel

/// Cuts a lesson into parts. Law: the ranges of the parts, one after the other, are the whole file.
enum LessonParts {
  static func parts(of source: SourceText, frontMatterEnd: Int, _ blocks: [SwiftBlock], _ values: [ProseValue]) -> [LessonPart]
  {
    var marked: [LessonPart] = blocks.map { LessonPart(kind: .block($0.index), range: $0.range) }
    marked += blocks.compactMap { block in
      block.recorded.map { LessonPart(kind: .output(block: block.index), range: $0.range) }
    }
    marked += values.map { LessonPart(kind: .value($0.index), range: $0.textRange) }
    marked.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }

    var parts: [LessonPart] = []
    var reached = 0
    if frontMatterEnd > 0 {
      parts.append(LessonPart(kind: .frontMatter, range: 0..<frontMatterEnd))
      reached = frontMatterEnd
    }
    for part in marked where part.range.lowerBound >= reached {
      if part.range.lowerBound > reached { parts.append(LessonPart(kind: .prose, range: reached..<part.range.lowerBound)) }
      parts.append(part)
      reached = part.range.upperBound
    }
    if reached < source.bytes.count { parts.append(LessonPart(kind: .prose, range: reached..<source.bytes.count)) }
    return parts
  }
}
