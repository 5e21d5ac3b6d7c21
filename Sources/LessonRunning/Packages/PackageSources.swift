import LessonModel
import Machine

/// The files that a package is built from, its neighbors' included.
struct PackageSources: Sendable, Equatable {
  /// A package of this machine, with what its manifest says.
  struct Member: Sendable, Equatable {
    /// Its folder, without links.
    var folder: String
    var manifest: PackageManifest

    /// The files and folders that its products are made from: its manifests, the versions that it has settled on, and the
    /// folders of its targets.
    var roots: [String] {
      let own = manifest.ownFolders.filter { $0 != "." && $0 != "./" && !$0.hasPrefix("..") }
      let folders = own.count == manifest.ownFolders.count ? PackageSources.usualFolders + own : [""]
      var seen: Set<String> = []
      return (PackageSources.manifests(in: folder) + [PackageSources.resolved] + folders).filter {
        seen.insert($0).inserted && ($0.isEmpty || FileSystem.exists(folder + "/" + $0))
      }
    }

    /// What the package manager looks at: the roots, and the folders of tests, which must be there.
    var readable: [String] {
      let tests = (["Tests"] + manifest.testFolders).filter { FileSystem.exists(folder + "/" + $0) }
      return (roots + tests).map { $0.isEmpty ? folder : folder + "/" + $0 }
    }
  }

  /// The package itself first.
  var members: [Member]

  /// Where targets lie whose folder the manifest does not name.
  private static let usualFolders = ["Sources", "Source", "src", "srcs", "Plugins"]
  private static let resolved = "Package.resolved"
  /// What the package manager notes of the packages that it has fetched.
  static let state = ".build/workspace-state.json"

  /// The manifests of a package: the one, and those for versions of the tools.
  static func manifests(in folder: String) -> [String] {
    FileSystem.names(in: folder).filter { $0 == "Package.swift" || ($0.hasPrefix("Package@swift-") && $0.hasSuffix(".swift")) }
  }

  /// The same with their digests, for a package of which nothing more is known.
  static func manifestFiles(in folder: String, isRoot: Bool) -> [PackageFile] {
    let names = manifests(in: folder)
    return (names.isEmpty ? ["Package.swift"] : names).map { PackageFile($0, in: folder, isRoot: isRoot) }
  }

  /// A package and those that it depends on, as far as their manifests are known, each once.
  static func members<Fault: Error>(
    from root: String, manifest: (String) throws(Fault) -> PackageManifest?
  ) throws(Fault) -> [Member] {
    var members: [Member] = []
    var seen: Set<String> = []
    var rest = [root]
    while let next = rest.first {
      rest.removeFirst()
      guard seen.insert(next).inserted, let manifest = try manifest(next) else { continue }
      members.append(Member(folder: next, manifest: manifest))
      rest += manifest.neighbors.map(FileSystem.resolved)
    }
    return members
  }

  /// The package's own folder.
  var folder: String { members[0].folder }

  /// Whether packages must have been fetched from elsewhere.
  var needsOthers: Bool { members.contains(where: \.manifest.needsOthers) }

  /// The files by their paths from the package, with the digests of their contents.
  var files: [PackageFile] {
    members.enumerated().flatMap { place, member in
      let others = place == 0 && needsOthers ? [Self.state] : []
      return (Self.files(of: member) + others).map { PackageFile($0, in: member.folder, isRoot: place == 0) }
    }
  }

  private static func files(of member: Member) -> [String] {
    var seen: Set<String> = []
    return member.roots.flatMap { root -> [String] in
      let path = root.isEmpty ? member.folder : member.folder + "/" + root
      guard FileSystem.isFolder(path) else { return [root] }
      let isText = root.isEmpty && !member.manifest.hasResources
      return FileSystem.files(below: path).map { root.isEmpty ? $0 : root + "/" + $0 }.filter {
        isSource($0, besideText: isText)
      }
    }.filter { seen.insert($0).inserted }
  }

  /// Whether a file counts: none that is hidden, no article of a documentation and, where a target without resources is the whole
  /// package, no text and no site that lie there too.
  private static func isSource(_ path: String, besideText: Bool) -> Bool {
    let names = path.split(separator: "/")
    if names.contains(where: { $0.hasPrefix(".") || $0.hasSuffix(".docc") }) { return false }
    return !besideText || !(path.hasSuffix(".md") || path.hasSuffix(".html"))
  }
}

/// A file that a package is built from, by its path from the package, and the digest of its contents.
package struct PackageFile: Sendable, Equatable {
  package var name: String
  package var digest: String

  package init(name: String, digest: String) {
    self.name = name
    self.digest = digest
  }
}

extension PackageFile {
  /// - Parameter isRoot: Whether the package is the one that was asked for; files of others begin with the names of their folders.
  fileprivate init(_ path: String, in folder: String, isRoot: Bool) {
    name = (isRoot ? "" : FileSystem.name(of: folder) + ": ") + path
    digest = FileSystem.digest(of: folder + "/" + path) ?? ""
  }
}
