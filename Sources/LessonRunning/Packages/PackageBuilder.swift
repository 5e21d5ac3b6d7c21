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
    if let sources = try? sources(in: folder).get() { return sources.files }
    let manifests = PackageSources.manifests(in: folder)
    return (manifests.isEmpty ? ["Package.swift"] : manifests).map {
      PackageFile(name: $0, digest: FileSystem.digest(of: folder + "/" + $0) ?? "")
    }
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
    for field in ["package 1", toolchain.version, toolchain.target, toolchain.binaries, isOptimized ? "release" : "debug"] {
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
    var members: [PackageSources.Member] = []
    var rest = [folder]
    while let next = rest.first {
      rest.removeFirst()
      if members.contains(where: { $0.folder == next }) { continue }
      switch try manifest(in: next) {
      case .failure(let refusal): return .failure(refusal)
      case .success(let manifest):
        members.append(PackageSources.Member(folder: next, manifest: manifest))
        rest += manifest.neighbors.map(FileSystem.resolved)
      }
    }
    return .success(PackageSources(members: members))
  }

  /// What a manifest says, which is a program: asked once for each state of its text.
  private func manifest(in folder: String) throws(MachineFault) -> Result<PackageManifest, PackageRefusal> {
    let names = PackageSources.manifests(in: folder)
    if !names.contains("Package.swift") { return .failure(PackageRefusal(message: "has no Package.swift")) }
    var digest = SHA256()
    for field in ["manifest 1", folder, toolchain.version, toolchain.binaries] { digest.update(field: field) }
    for name in names {
      digest.update(field: name)
      digest.update(field: FileSystem.read(folder + "/" + name) ?? [])
    }
    let (key, memory) = (digest.finish(), SealedStore(folder: cache, kind: "packages"))
    if let kept = memory.fields(for: key), kept.count == 1, let manifest = PackageManifest(kept[0]) {
      return .success(manifest)
    }
    let scratch = try FileSystem.makeScratchFolder()
    defer { FileSystem.remove(scratch) }
    let outcome = try PackageManager(toolchain: toolchain, sandbox: sandbox, scratch: scratch).dump(folder)
    guard outcome.end == .exited(0), let manifest = PackageManifest(outcome.output) else {
      return .failure(PackageRefusal(message: "has a manifest that cannot be read", said: outcome.output + outcome.error))
    }
    memory.keep([outcome.output], for: key)
    return .success(manifest)
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
