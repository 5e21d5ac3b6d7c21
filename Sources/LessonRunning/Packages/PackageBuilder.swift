package import LessonModel
package import Machine

/// Builds the library products of a package, once for each state of its files, and keeps them in the cache.
package struct PackageBuilder {
  private let toolchain: Toolchain
  private let cache: String
  private let sandbox: SandboxPolicy

  /// - Parameter cache: Where what is built is kept.
  package init(toolchain: Toolchain, cache: String, sandbox: SandboxPolicy) {
    self.toolchain = toolchain
    self.cache = cache
    self.sandbox = sandbox
  }

  /// The files that a package is built from; its manifests alone where they do not say more.
  package func files(of place: PackagePlace, from course: String) -> [PackageFile] {
    let folder = Self.folder(of: place, from: course)
    return (try? sources(in: folder).get().files) ?? PackageSources.manifestFiles(in: folder, isRoot: true)
  }

  /// The same as far as it is known without starting anything, for what only compares: where a manifest is another than before,
  /// so is its digest, and the rest is as it was.
  ///
  /// - Parameter last: What they were.
  package func files(of place: PackagePlace, from course: String, since last: [PackageFile]) -> [PackageFile] {
    let root = Self.folder(of: place, from: course)
    var files: [PackageFile] = []
    let members = PackageSources.members(from: root) { folder in
      if let known = known(folder) { return known }
      files += PackageSources.manifestFiles(in: folder, isRoot: folder == root)
      return nil
    }
    if files.isEmpty { return PackageSources(members: members).files }
    if !members.isEmpty { files = PackageSources(members: members).files + files }
    let names = Set(files.map(\.name))
    return files + last.filter { !names.contains($0.name) }
  }

  /// Whether a lesson imports what neither the toolchain nor the tool brings.
  package static func isNeeded(by lesson: Lesson, settings: SwiftSettings, with toolchain: Toolchain) -> Bool {
    let blocks = lesson.blocks.filter(\.attributes.runs).flatMap(\.outline.imports)
    return (settings.imports + blocks).contains { !toolchain.offers($0) }
  }

  private static func folder(of place: PackagePlace, from course: String) -> String {
    FileSystem.resolved(FileSystem.absolute(course + "/" + place.path))
  }

  /// What a course may import of its package.
  ///
  /// - Parameter willBuild: Is called where it is not in the cache, with its name, before the work begins.
  func package(
    at place: PackagePlace, of course: Course, with support: Support, willBuild: (String) -> Void
  ) throws(MachineFault) -> BuiltPackage.Compilation {
    let folder = Self.folder(of: place, from: course.path)
    // That it is not there, the reading of the course has told.
    if !FileSystem.exists(folder + "/Package.swift") { return .refused([]) }
    let isOptimized = course.file.swift.optimize == true
    switch try sources(in: folder) {
    case .failure(let refusal): return .refused(refusal.diagnostics(of: place, in: folder, for: course))
    case .success(let sources):
      let key = key(sources, isOptimized)
      let library = cache + "/libraries/" + key
      if let built = BuiltPackage(folder: library, key: key, cache: support.modules) { return .built(built) }
      willBuild(sources.members[0].manifest.name)
      if let refusal = try build(sources, isOptimized, as: library) {
        return .refused(refusal.diagnostics(of: place, in: folder, for: course))
      }
      guard let built = BuiltPackage(folder: library, key: key, cache: support.modules) else {
        throw MachineFault("the cache \(cache) lost what was built of a package; is its disk full?")
      }
      return .built(built)
    }
  }

  private func key(_ sources: PackageSources, _ isOptimized: Bool) -> String {
    var digest = SHA256()
    for field in ["package 2", toolchain.version, toolchain.target, toolchain.binaries, isOptimized ? "release" : "debug"] {
      digest.update(field: field)
    }
    for file in sources.files {
      digest.update(field: file.name)
      digest.update(field: file.digest)
    }
    return digest.finish()
  }
}

// What a package is made of.
extension PackageBuilder {
  private func sources(in folder: String) throws(MachineFault) -> Result<PackageSources, PackageRefusal> {
    var refusal: PackageRefusal?
    let members = try PackageSources.members(from: folder) { member throws(MachineFault) -> PackageManifest? in
      switch refusal == nil ? try manifest(in: member) : nil {
      case .success(let manifest): return manifest
      case .failure(var first):
        if member != folder { first.message = "depends on the package at \(member), which \(first.message)" }
        refusal = first
      case nil: break
      }
      return nil
    }
    return refusal.map { .failure($0) } ?? .success(PackageSources(members: members))
  }

  /// What a manifest says, which is a program: asked once for each state of its text.
  private func manifest(in folder: String) throws(MachineFault) -> Result<PackageManifest, PackageRefusal> {
    if !PackageSources.manifests(in: folder).contains("Package.swift") {
      return .failure(PackageRefusal(message: "has no Package.swift"))
    }
    // By the text that is asked about, and not by one that an author saves meanwhile.
    let key = manifestKey(folder)
    if let known = known(folder, key) { return .success(known) }
    let scratch = try FileSystem.makeScratchFolder()
    defer { FileSystem.remove(scratch) }
    let outcome = try PackageManager(toolchain: toolchain, sandbox: sandbox, scratch: scratch).dump(folder)
    guard outcome.end == .exited(0), let manifest = PackageManifest(outcome.output) else {
      return .failure(PackageRefusal(message: "has a manifest that cannot be read", said: outcome.output + outcome.error))
    }
    memory.keep([outcome.output], for: key)
    return .success(manifest)
  }

  private var memory: SealedStore { SealedStore(folder: cache, kind: "packages") }

  /// What a manifest said when it was asked with the text that it has now.
  private func known(_ folder: String, _ key: String? = nil) -> PackageManifest? {
    memory.fields(for: key ?? manifestKey(folder)).flatMap { $0.count == 1 ? PackageManifest($0[0]) : nil }
  }

  private func manifestKey(_ folder: String) -> String {
    var digest = SHA256()
    for field in ["manifest 2", folder, toolchain.version, toolchain.binaries] { digest.update(field: field) }
    for name in PackageSources.manifests(in: folder) {
      digest.update(field: name)
      digest.update(field: FileSystem.read(folder + "/" + name) ?? [])
    }
    return digest.finish()
  }
}

// How it is built.
extension PackageBuilder {
  private func build(_ sources: PackageSources, _ isOptimized: Bool, as place: String) throws(MachineFault) -> PackageRefusal? {
    let manifest = sources.members[0].manifest
    if manifest.libraryTargets.isEmpty {
      return PackageRefusal(message: "has no library product, so there is nothing to import")
    }
    let scratch = try FileSystem.makeScratchFolder()
    defer { FileSystem.remove(scratch) }
    let manager = try PackageManager(toolchain: toolchain, sandbox: sandbox, scratch: scratch)
    if sources.needsOthers {
      guard try takeFetched(sources.folder, to: manager.builds) else {
        return PackageRefusal(
          message: "depends on packages that are not fetched, and lessons have no network; run 'swift package resolve' in it")
      }
    }
    for target in manifest.libraryTargets {
      let outcome = try manager.build(target, of: sources, optimized: isOptimized)
      if outcome.end == .exited(0) { continue }
      if case .stopped(.time(let limit)) = outcome.end {
        return PackageRefusal(message: "takes longer than \(TimeLimit(limit).text) to build")
      }
      return PackageRefusal(message: "does not build", said: outcome.output + outcome.error)
    }
    let draft = try SealedFolder.Draft(for: place)
    let products = PackageProducts(folder: FileSystem.resolved(manager.builds + "/" + (isOptimized ? "release" : "debug")))
    try products.collect(into: draft.path)
    let linked = try manager.link(
      products.objects, with: sources.members.flatMap(\.manifest.linkedLibraries),
      as: draft.path + "/" + BuiltPackage.libraryName)
    guard linked.end == .exited(0) else {
      return PackageRefusal(message: "cannot be linked", said: linked.output + linked.error)
    }
    try draft.seal()
    return nil
  }

  /// Gives the package manager what it has fetched before for the author, who ran it with a network.
  ///
  /// - Returns: False where it has fetched nothing.
  private func takeFetched(_ folder: String, to builds: String) throws(MachineFault) -> Bool {
    let own = folder + "/.build"
    guard FileSystem.exists(folder + "/" + PackageSources.state), FileSystem.isFolder(own + "/checkouts") else { return false }
    try FileSystem.copy(folder + "/" + PackageSources.state, to: builds + "/" + FileSystem.name(of: PackageSources.state))
    for file in FileSystem.files(below: own + "/checkouts") where FileSystem.isRegularFile(own + "/checkouts/" + file) {
      try FileSystem.copy(own + "/checkouts/" + file, to: builds + "/checkouts/" + file)
    }
    return true
  }
}
