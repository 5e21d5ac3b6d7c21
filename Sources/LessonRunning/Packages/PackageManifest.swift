import Foundation

/// What a package's manifest says, as far as the tool must know it: the text that `swift package dump-package` prints.
package struct PackageManifest: Sendable, Equatable, Decodable {
  package var name: String
  private var products: [Product]
  private var targets: [Target]
  private var dependencies: [Dependency]

  /// Reads what the package manager prints; nil where it is something else.
  package init?(_ bytes: [UInt8]) {
    guard let manifest = try? JSONDecoder().decode(PackageManifest.self, from: Data(bytes)) else { return nil }
    self = manifest
  }

  /// The targets of its library products, each once.
  package var libraryTargets: [String] {
    var seen: Set<String> = []
    return products.filter { $0.type.keys.contains("library") }.flatMap(\.targets).filter { seen.insert($0).inserted }
  }

  /// The folders that targets name for themselves, but those of tests.
  package var ownFolders: [String] { targets.filter { $0.type != "test" }.compactMap(\.path) }

  /// The folders that tests name for themselves.
  package var testFolders: [String] { targets.filter { $0.type == "test" }.compactMap(\.path) }

  /// The packages of this machine that it depends on, by their paths from the root.
  package var neighbors: [String] { dependencies.flatMap { ($0.fileSystem ?? []).map(\.path) } }

  /// Whether it depends on packages from elsewhere.
  package var needsOthers: Bool { dependencies.contains { $0.fileSystem == nil } }

  /// Whether files travel with a target that are no sources.
  var hasResources: Bool { targets.contains { !($0.resources ?? []).isEmpty } }

  /// The libraries of the system that its targets are linked with.
  package var linkedLibraries: [String] { targets.flatMap(\.settings).compactMap { $0.kind.linkedLibrary?.name } }

  private struct Product: Sendable, Equatable, Decodable {
    var targets: [String]
    var type: [String: [String]?]
  }

  private struct Target: Sendable, Equatable, Decodable {
    var path: String?
    var type: String
    var settings: [Setting]
    var resources: [Resource]?
  }

  private struct Resource: Sendable, Equatable, Decodable { var path: String }

  private struct Setting: Sendable, Equatable, Decodable {
    var kind: Kind

    struct Kind: Sendable, Equatable, Decodable { var linkedLibrary: Library? }

    struct Library: Sendable, Equatable, Decodable {
      var name: String

      private enum CodingKeys: String, CodingKey { case name = "_0" }
    }
  }

  private struct Dependency: Sendable, Equatable, Decodable {
    var fileSystem: [Place]?

    struct Place: Sendable, Equatable, Decodable { var path: String }
  }
}
