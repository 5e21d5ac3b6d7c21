import LessonModel

/// Where a lesson's Markdown stands on a code forge, for readers who mend it.
///
/// The `repository` of a course is the address of the repository, or of the course's folder in it: then the address itself
/// tells the branch and the folder (`…/tree/BRANCH/FOLDER` on GitHub, `…/-/tree/…` on GitLab, `…/src/branch/…` on Forgejo and
/// Gitea). A bare repository means the branch `main` and the folder that the course is in at its top.
package struct RepositoryLinks: Sendable, Equatable {
  /// The front page of the repository, as the author gave it.
  package var home: String
  private var base: String
  private var branch: String
  private var folder: String
  private var forge: Forge

  private enum Forge: Sendable {
    case gitHub, gitLab, forgejo

    /// What stands between the repository and the branch in the address of a folder.
    var tree: String {
      switch self {
      case .gitHub: "/tree/"
      case .gitLab: "/-/tree/"
      case .forgejo: "/src/branch/"
      }
    }

    var edit: String {
      switch self {
      case .gitHub: "/edit/"
      case .gitLab: "/-/edit/"
      case .forgejo: "/_edit/"
      }
    }
  }

  /// Links into the repository of a course.
  ///
  /// - Parameter folder: The name of the course's folder; nil comes of a course without a repository.
  package init?(_ repository: String?, folder: String) {
    guard var address = repository else { return nil }
    home = address
    while address.hasSuffix("/") { address.removeLast() }
    if address.hasSuffix(".git") { address.removeLast(4) }
    branch = "main"
    self.folder = folder
    base = address
    // `/-/tree/` holds `/tree/`, so it is looked for first.
    for candidate in [Forge.gitLab, .forgejo, .gitHub] {
      guard let range = address.firstRange(of: candidate.tree) else { continue }
      let place = address[range.upperBound...].split(separator: "/", maxSplits: 1)
      guard let name = place.first else { continue }
      base = String(address[..<range.lowerBound])
      branch = String(name)
      self.folder = place.count > 1 ? String(place[1]) : ""
      forge = candidate
      return
    }
    let host = address.drop { $0 != ":" }.dropFirst(3).prefix { $0 != "/" }
    if host.contains("gitlab") {
      forge = .gitLab
    } else if host.contains("codeberg") || host.contains("gitea") || host.contains("forgejo") {
      forge = .forgejo
    } else {
      forge = .gitHub
    }
  }

  /// Where a file of the course is edited.
  package func edit(_ name: String) -> String { base + forge.edit + branch + path(name) }

  /// Where a line of a file of the course is shown as text.
  package func line(_ line: Int, of name: String) -> String {
    switch forge {
    case .gitHub: base + "/blob/" + branch + path(name) + "?plain=1#L\(line)"
    case .gitLab: base + "/-/blob/" + branch + path(name) + "?plain=1#L\(line)"
    case .forgejo: base + "/src/branch/" + branch + path(name) + "?display=source#L\(line)"
    }
  }

  private func path(_ name: String) -> String {
    (folder.isEmpty ? "/" : "/\(WebAddress.encodedPath(folder))/") + WebAddress.encodedPath(name)
  }
}

/// Where a line of a lesson's Markdown stands, in words and, where the course has a repository, as an address.
package struct SourcePlace: Sendable, Equatable {
  /// As readers see it: `lessons/01-coins.md:7`.
  package var name: String
  /// Where a code forge shows it; nil without a repository.
  package var address: String?

  /// Names a line of a file in the course's folder.
  package init(line: Int, of file: String, folder: String, _ repository: RepositoryLinks?) {
    name = (folder.isEmpty ? "" : folder + "/") + "\(file):\(line)"
    address = repository?.line(line, of: file)
  }
}
