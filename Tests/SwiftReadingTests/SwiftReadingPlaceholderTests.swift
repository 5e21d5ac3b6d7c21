import Testing

@Suite struct SwiftReadingPlaceholderTests {}
