/// The sign of a course that has none of its own: a curve that falls, as losses do.
enum PageIcon {
  /// The picture as an address that says it all.
  static let address = "data:image/svg+xml;base64," + Base64.text(Array(picture.utf8))

  private static let picture = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1d4f91"/>\
    <g fill="none" stroke="#fff" stroke-width="2.5"><path d="M7 7v18h18"/>\
    <path d="M11 10c1 9 5 11 14 11" stroke="#ffd27a" stroke-linecap="round"/></g></svg>
    """
}
