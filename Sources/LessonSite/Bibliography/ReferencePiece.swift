import LessonModel

/// A piece of a reference that is written out, by what it is: pages and Markdown mark it in their own ways.
indirect enum ReferencePiece: Sendable, Equatable {
  case text(String)
  /// What the author of the course calls a source.
  case label(String)
  /// The title of what stands by itself, with its language where it has one of its own.
  case work(String, language: String?)
  /// The title of what stands in another work.
  case words(String, language: String?)
  case volume(String)
  case link(ReferencePiece, address: String)
  /// An address that is its own words.
  case address(String)

  var html: HTML {
    switch self {
    case .text(let text): "\(text)"
    case .label(let text): "<b>\(text)</b>"
    case .work(let title, let language): "<cite\(Self.attribute(language))>\(title)</cite>"
    case .words(let title, nil): "\(title)"
    case .words(let title, let language): "<span\(Self.attribute(language))>\(title)</span>"
    case .volume(let text): "<i>\(text)</i>"
    case .link(let piece, let address): "<a href=\"\(address)\">\(piece.html)</a>"
    // On paper the address is added to a link of its own, which this one is not.
    case .address(let address): "<span><a href=\"\(address)\">\(address)</a></span>"
    }
  }

  var markdown: String {
    switch self {
    case .text(let text), .words(let text, _): MarkdownWords.escaped(text)
    case .label(let text): "**\(MarkdownWords.escaped(text))**"
    case .work(let text, _), .volume(let text): "*\(MarkdownWords.escaped(text))*"
    case .link(let piece, let address): "[\(piece.markdown)](<\(address)>)"
    case .address(let address): "[\(MarkdownWords.escaped(address))](<\(address)>)"
    }
  }

  private static func attribute(_ language: String?) -> HTML { language.map { " lang=\"\($0)\"" } ?? "" }
}
