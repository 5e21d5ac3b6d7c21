import Machine

/// What a module of a page wrote.
enum PageRecording {
  /// Nil where it does not say that it came to its end.
  static func recording(in bytes: [UInt8]) throws(MachineFault) -> Recording? {
    var place = 0
    var printed: [UInt8]?
    while let message = ChannelMessage(in: bytes, from: place) {
      if message.words.first == "P" { printed = Array(bytes[message.payload]) }
      if message.words.first == "X" { return try Recording(output: printed ?? [], stream: Array(bytes[..<place])) }
      place = message.end
    }
    return nil
  }
}
