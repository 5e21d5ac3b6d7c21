import Testing

import LessonRunning

/// What the tool takes from the text that the package manager prints of a manifest.
@Suite struct PackageManifestTests {
  private static let text = """
    {"name": "Fractions", "products": [
      {"name": "Fractions", "targets": ["Fractions", "Core"], "type": {"library": ["automatic"]}},
      {"name": "Shared", "targets": ["Core"], "type": {"library": ["dynamic"]}},
      {"name": "tool", "targets": ["tool"], "type": {"executable": null}}],
    "targets": [
      {"name": "Fractions", "type": "regular", "path": "Lib", "settings": []},
      {"name": "Core", "type": "regular", "settings": [
        {"kind": {"linkedLibrary": {"_0": "z"}}, "tool": "linker"}, {"kind": {"define": {"_0": "X"}}, "tool": "c"}]},
      {"name": "CoreTests", "type": "test", "path": "Checks", "settings": []}],
    "dependencies": [
      {"fileSystem": [{"identity": "beside", "path": "/work/Beside"}]},
      {"sourceControl": [{"identity": "far", "location": {"remote": [{"urlString": "https://example.org/far"}]}}]}]}
    """

  @Test func isRead() throws {
    let manifest = try #require(PackageManifest(Array(Self.text.utf8)))
    #expect(manifest.name == "Fractions")
    #expect(manifest.libraryTargets == ["Fractions", "Core"])
    #expect(manifest.ownFolders == ["Lib"] && manifest.testFolders == ["Checks"])
    #expect(manifest.neighbors == ["/work/Beside"] && manifest.needsOthers)
    #expect(manifest.linkedLibraries == ["z"])
  }

  @Test(arguments: ["", "{}", "[1]", "error: no manifest"]) func anythingElseIsNone(text: String) {
    #expect(PackageManifest(Array(text.utf8)) == nil)
  }

  @Test(arguments: [
    ("module CTool {\n  umbrella header \"x.h\"\n  export *\n}\n", ["CTool"]),
    ("framework module Big [system] {\n  module Part { header \"p.h\" }\n}\n", ["Big"]),
    ("// nothing\n", []),
  ]) func namesOfModules(map: String, names: [String]) {
    #expect([PackageProducts.moduleName(in: map)].compactMap { $0 } == names)
  }
}
