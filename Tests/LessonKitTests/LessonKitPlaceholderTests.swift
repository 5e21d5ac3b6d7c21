import Testing

@Suite struct LessonKitPlaceholderTests {}
