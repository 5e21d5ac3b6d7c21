package import LessonModel

extension Evidence.Quote {
  /// The words of a source, where they stand, and the day on which they were read, which no line breaks.
  package func html(_ words: PageWords) -> HTML {
    let isDay = read.wholeMatch(of: #/[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])/#) != nil
    return words.html(.evidenceRead, "<q>\(text)</q>", "\(place)", isDay ? "<time>\(read)</time>" : "\(read)")
  }
}
