import Machine

/// What the package manager leaves of a build.
package struct PackageProducts {
  /// The folder of one configuration, such as `debug`.
  var folder: String

  /// The objects of all targets but those of plugins and macros, which the compiler runs itself.
  var objects: [String] {
    FileSystem.names(in: folder).filter { $0.hasSuffix(".build") && !$0.hasSuffix("-tool.build") }.flatMap { name in
      FileSystem.files(below: folder + "/" + name).filter { $0.hasSuffix(".o") }.map { "\(folder)/\(name)/\($0)" }
    }
  }

  /// Copies the modules, Swift's and C's, and lists their names; and what they need when they are imported and while they run.
  func collect(into target: String) throws(MachineFault) {
    var names: [String] = []
    for file in FileSystem.files(below: folder + "/Modules") where !file.contains("-tool.") {
      guard file.hasSuffix(".swiftmodule") || file.hasSuffix(".swiftdoc") else { continue }
      try FileSystem.copy("\(folder)/Modules/\(file)", to: "\(target)/\(BuiltPackage.moduleFolder)/\(file)")
      if file.hasSuffix(".swiftmodule") { names.append(String(file.dropLast(12))) }
    }
    for (place, map) in maps.enumerated() {
      guard let bytes = FileSystem.read(map) else { continue }
      let folder = "\(target)/\(BuiltPackage.mapFolder)/\(place)"
      let text = String(decoding: bytes, as: UTF8.self)
      names += [Self.moduleName(in: text)].compactMap { $0 }
      try FileSystem.write(
        Array(try headers(of: text, beside: map, into: folder).utf8), to: folder + "/module.modulemap")
    }
    try collectPlugins(into: target + "/" + BuiltPackage.pluginFolder)
    try collectResources(into: target + "/" + BuiltPackage.resourceFolder)
    try FileSystem.write(
      Array(Set(names).sorted().map { $0 + "\n" }.joined().utf8), to: target + "/" + BuiltPackage.list)
  }

  /// Copies the programs that expand the package's macros, each under the name of its module.
  private func collectPlugins(into target: String) throws(MachineFault) {
    for option in Set(described { $0.contains("-tool#") }) {
      let parts = option.split(separator: "#").map(String.init)
      guard parts.count == 2, FileSystem.isExecutable(parts[0]) else { continue }
      try FileSystem.copy(parts[0], to: target + "/" + parts[1])
      FileSystem.copyPermissions(of: parts[0], to: target + "/" + parts[1])
    }
  }

  /// Copies the bundles of the targets' resources.
  private func collectResources(into target: String) throws(MachineFault) {
    for bundle in FileSystem.names(in: folder) where bundle.hasSuffix(".resources") {
      for file in FileSystem.files(below: folder + "/" + bundle) where FileSystem.isRegularFile("\(folder)/\(bundle)/\(file)") {
        try FileSystem.copy("\(folder)/\(bundle)/\(file)", to: "\(target)/\(bundle)/\(file)")
      }
    }
  }

  /// The maps of the modules of C that any target was compiled with, as the description of the build names them.
  private var maps: [String] {
    let option = "-fmodule-map-file="
    return Set(described { $0.hasPrefix(option) }.map { String($0.dropFirst(option.count)) }).sorted()
  }

  /// The words of a kind in the description of the build.
  private func described(where isMeant: (Substring) -> Bool) -> [String] {
    let text = FileSystem.read(folder + "/description.json").map { String(decoding: $0, as: UTF8.self) } ?? ""
    return text.split(separator: "\"").filter(isMeant).map { String($0).replacing("\\/", with: "/") }
  }

  /// Copies the headers that a map speaks of, and gives the map that finds them there.
  ///
  /// A map that the package manager made names them by their whole path; others lie beside them.
  private func headers(of text: String, beside map: String, into target: String) throws(MachineFault) -> String {
    let path = text.split(separator: "\"", omittingEmptySubsequences: false).first { $0.hasPrefix("/") }.map(String.init)
    let folder = path.map { FileSystem.isFolder($0) ? $0 : FileSystem.parent(of: $0) } ?? FileSystem.parent(of: map)
    for file in FileSystem.files(below: folder) where FileSystem.isRegularFile(folder + "/" + file) {
      try FileSystem.copy(folder + "/" + file, to: target + "/" + file)
    }
    return text.replacing("\"" + folder + "/", with: "\"").replacing("\"" + folder + "\"", with: "\".\"")
  }

  /// The module that a map defines first, as the package manager's maps define one each; nil where it defines none.
  package static func moduleName(in map: String) -> String? {
    let words = map.split { $0.isWhitespace || "{[".contains($0) }
    return zip(words, words.dropFirst()).first { $0.0 == "module" && $0.1 != "*" }.map { String($0.1) }
  }
}
