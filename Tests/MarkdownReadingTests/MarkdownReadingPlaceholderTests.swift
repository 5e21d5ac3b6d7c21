import Testing

@Suite struct MarkdownReadingPlaceholderTests {}
