import LessonModel
import LessonSite
import Testing

@Suite("Links into the repository")
struct RepositoryLinksTests {
  @Test(arguments: [
    ("https://github.com/o/r", "https://github.com/o/r/edit/main/lessons/01-é.md"),
    ("https://github.com/o/r.git", "https://github.com/o/r/edit/main/lessons/01-é.md"),
    ("https://github.com/o/r/", "https://github.com/o/r/edit/main/lessons/01-é.md"),
    ("https://github.com/o/r/tree/dev", "https://github.com/o/r/edit/dev/01-é.md"),
    ("https://github.com/o/r/tree/dev/a/b c", "https://github.com/o/r/edit/dev/a/b%20c/01-é.md"),
    ("https://gitlab.com/g/s/r", "https://gitlab.com/g/s/r/-/edit/main/lessons/01-é.md"),
    ("https://code.example.org/g/r/-/tree/trunk/x", "https://code.example.org/g/r/-/edit/trunk/x/01-é.md"),
    ("https://codeberg.org/o/r", "https://codeberg.org/o/r/_edit/main/lessons/01-é.md"),
    ("https://git.example.org/o/r/src/branch/main/l", "https://git.example.org/o/r/_edit/main/l/01-é.md"),
  ])
  func edit(repository: String, address: String) throws {
    let links = try #require(RepositoryLinks(repository, folder: "lessons"))
    #expect(links.edit("01-é.md") == address.replacing("é", with: "%C3%A9"))
  }

  @Test func noneWithoutARepository() { #expect(RepositoryLinks(nil, folder: "lessons") == nil) }

  @Test(arguments: ["ftp://a", "github.com/o/r", "javascript:alert(1)", "https://", "https://a b", "https://a/\"x"])
  func anythingButAWholeAddressIsRefused(text: String) throws {
    for key in ["repository", "site-url"] {
      let site = try MadeSite(["course.yml": "\(key): '\(text)'\n", "01-a.md": "# A\n"])
      #expect(site.diagnostics.count == 1 && site.diagnostics[0].message.contains("'\(key)' must be a whole address"))
      #expect(try !site.page("lessons/01-a.html").contains(text))
    }
  }
}
