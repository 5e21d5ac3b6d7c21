// What the host calls. Everything is printed through `putchar`: first a line that says what follows, then the value.

@_cdecl("report")
public func report() {
  let report = KitReport()
  for (name, text) in report.texts {
    print("text \(text.utf8.count) \(name)")
    print(text)
  }
  for (name, value) in report.numbers { print("number \(value.bitPattern) \(name)") }
}
