import Testing

@Suite struct LessonsCorePlaceholderTests {}
