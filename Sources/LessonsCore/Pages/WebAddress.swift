/// How names become parts of an address.
enum WebAddress {
  /// Percent-encodes what may not stand in one part of an address.
  static func encoded(_ text: some StringProtocol) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95, 126: result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let code = String(byte, radix: 16, uppercase: true)
        result += "%" + (code.count == 1 ? "0" : "") + code
      }
    }
    return result
  }

  /// The same for a path, whose slashes stay.
  static func encodedPath(_ path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).map { encoded($0) }.joined(separator: "/")
  }
}
