/// Files that browsers show as pictures.
enum Picture {
  /// The ends of their names.
  static let kinds = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif"]

  static func isShown(_ path: String) -> Bool {
    let name = path.lowercased()
    return kinds.contains { name.hasSuffix("." + $0) }
  }
}
