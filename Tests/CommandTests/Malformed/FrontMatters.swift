extension MalformedLesson {
  /// A15 to A25: YAML at the head of a lesson.
  static let frontMatter: [MalformedLesson] = [
    MalformedLesson("A15-unclosed", "⟦front-matter|never closed⟧---\ntitle: T\n\n# T\n"),
    MalformedLesson("A16-empty", "⟦front-matter|this lesson has no title⟧---\n---\n\nNo heading.\n"),
    MalformedLesson(
      "A17-key-twice", "---\ntitle: One\nsummary: S\n⟦front-matter|the key 'title' is written twice⟧title: Two\n---\n\n# T\n"),
    MalformedLesson(
      "A17-nested-key-twice",
      "---\ntitle: One\nswift:\n  mode: 5\n  ⟦front-matter|the key 'mode' is written twice⟧mode: 6\n---\n\n# T\n"),
    MalformedLesson(
      "A17-key-twice-in-flow",
      "---\ntitle: mode\nswift: { mode: 5, ⟦front-matter|the key 'mode' is written twice⟧mode: 6 }\n---\n\n# T\n"),
    MalformedLesson(
      "A17-key-twice-around-another",
      "---\ntitle: One\nswift:\n  title: inner\n⟦front-matter|the key 'title' is written twice⟧title: Two\n---\n\n# T\n"),
    MalformedLesson(
      "A18-unknown-key",
      "---\n⟦front-matter|unknown key 'titel' in the front matter; did you mean 'title'?⟧titel: T\n---\n\n# T\n"),
    MalformedLesson(
      "A18-unknown-nested-key",
      "---\ntitle: T\nswift:\n  ⟦front-matter|unknown key 'mod' in 'swift'; did you mean 'mode'?⟧mod: 5\n---\n"),
    // What changes no program hides no other mistake; what may have been a setting does.
    MalformedLesson(
      "A18-hides-nothing",
      "---\n⟦front-matter|did you mean 'summary'⟧sumary: S\nauthors: ⟦front-matter|must be a list⟧{ a: 1 }\n"
        + "data: ⟦missing-data|no file of the course is 'gone.csv'⟧gone.csv\n---\n\n# T\n\nIt is [⟦mismatch|3 is written⟧3](swift:1+1).\n"
    ),
    MalformedLesson(
      "A18-hides-nothing-without-a-title",
      "---\n⟦front-matter|did you mean 'title'⟧titel: T\n---\n\nIt is [⟦mismatch|3 is written⟧3](swift:1+1), [](⟦dead-link|⟧02-gone.md).\n"
    ),
    MalformedLesson(
      "A18-lost-settings",
      "---\n⟦front-matter|did you mean 'swift'⟧swfit: { mode: 5 }\n---\n\n# T\n\nIt is [3](swift:1+1).\n"),
    MalformedLesson(
      "A19-missing-module",
      "---\ntitle: T\nswift:\n  imports: [⟦compile-error|no such module 'Fundation'⟧Fundation]\n---\n\n```swift\nprint(1)\n```\n"
    ),
    MalformedLesson("A19-list-for-text", "---\ntitle: ⟦front-matter|'title' must be text, not⟧[a, b]\n---\n\n# T\n"),
    MalformedLesson(
      "A19-text-for-bool", "---\ntitle: T\ndraft: ⟦front-matter|'draft' must be true or false, not 'perhaps'⟧perhaps\n---\n"),
    MalformedLesson("A19-mapping-for-list", "---\ntitle: T\ntags: ⟦front-matter|'tags' must be a list⟧{ a: 1 }\n---\n"),
    MalformedLesson(
      "A19-after-wide-text", "---\n{ title: \"Ünï 日本\", draft: ⟦front-matter|'draft' must be true or false⟧no-no }\n---\n"),
    MalformedLesson("A19-tabs", "---\ntitle: T\nswift:\n⟦front-matter|not valid YAML⟧\tmode: 5\n---\n\n# T\n"),
    MalformedLesson("A19-not-a-mapping", "---\n⟦front-matter|must be a mapping⟧- one\n- two\n---\n\n# T\n"),
    MalformedLesson("A20-anchor", "---\ntitle: ⟦front-matter|anchors are not allowed⟧&a T\n---\n\n# T\n"),
    MalformedLesson("A20-bomb", "---\n\(bomb)title: T\n---\n\n# T\n"),
    MalformedLesson("A20-bomb-in-a-key", "---\n\(bomb)? *a40\n: 1\n? *a39\n: 2\n---\n\n# T\n"),
    MalformedLesson("A20-alias", "---\nswift: ⟦front-matter|anchors are not allowed⟧&a { mode: 5 }\ntitle: *a\n---\n\n# T\n"),
    MalformedLesson("A21-tag", "---\ntitle: ⟦front-matter|tags are not allowed⟧!!python/object:os.system T\n---\n\n# T\n"),
    // Dashes after the front matter are Markdown: here a rule, a paragraph underlined into a heading.
    MalformedLesson(
      "A22-twice", "---\ntitle: T\n---\n\n---\ntitel: wrong\n---\n\nIt is [⟦mismatch|3 is written⟧3](swift:1+1).\n"),
    // Front matter stands first or not at all.
    MalformedLesson("A22-not-first", "# T\n\n---\ntitel: wrong\n---\n\nIt is [⟦mismatch|3 is written⟧3](swift:1+1).\n"),
    MalformedLesson("A22-dots", "---\ntitle: T\n...\n\nIt is [⟦mismatch|3 is written⟧3](swift:1+1).\n"),
    MalformedLesson("A23-html-title", "---\ntitle: \"<script>alert(1)</script> & \\\"q\\\"\"\n---\n\nIt is [2](swift:1+1).\n"),
    MalformedLesson("A23-newline-title", "---\ntitle: \"one\\ntwo\"\n---\n\nIt is [2](swift:1+1).\n"),
    // There is no key 'order'; a huge, negative or absent number is refused wherever one is asked for.
    MalformedLesson("A24-huge-order", "---\ntitle: T\n⟦front-matter|unknown key 'order'⟧order: 99999999999999999999999\n---\n"),
    MalformedLesson(
      "A24-huge-memory", "---\ntitle: T\nswift:\n  memory: ⟦front-matter|'memory' must be⟧99999999999999999999999GB\n---\n"),
    MalformedLesson("A24-negative-timeout", "---\ntitle: T\nswift:\n  timeout: ⟦front-matter|'timeout' must be⟧-1s\n---\n"),
    MalformedLesson(
      "A24-not-a-number",
      "---\ntitle: T\nswift: { timeout: ⟦front-matter|'timeout' must be⟧.nan, mode: ⟦front-matter|'mode' must be 5 or 6⟧7 }\n---\n"
    ),
    MalformedLesson(
      "A25-big-key",
      "---\n⟦front-matter|the limit is 65536⟧\(String(repeating: "k", count: 60_000)): T\n# \(String(repeating: "c", count: 10_000))\n---\n"
    ),
    MalformedLesson(
      "A25-huge-key", "⟦too-complex|the limit is 1048576⟧---\n\(String(repeating: "k", count: 2 << 20)): T\n---\n"),
  ]

  /// Forty lists, each of the one before three times: 3^40 items once expanded.
  private static let bomb =
    "a0: &a0 [x]\na1: &a1 [⟦front-matter|aliases are not allowed⟧*a0, *a0, *a0]\n"
    + (2...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]\n" }.joined()
}
