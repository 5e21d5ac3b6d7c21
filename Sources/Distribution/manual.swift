// Writes the manual pages from what the tool says of its own command line:
//   lessons --experimental-dump-help | swift manual.swift VERSION FOLDER
// A script and no target: it takes a second, once for each installation, and costs no build of anything.
import Foundation

struct Dump: Decodable { var command: Command }

struct Command: Decodable {
  var commandName: String
  var abstract: String?
  var superCommands: [String]?
  var subcommands: [Command]?
  var arguments: [Argument]?
  var shouldDisplay: Bool?

  /// The words with which it is called.
  var words: [String] { (superCommands ?? []) + [commandName] }
  var commands: [Command] { (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" } }
  var shown: [Argument] { (arguments ?? []).filter { $0.shouldDisplay != false } }
}

struct Argument: Decodable {
  struct Name: Decodable {
    var kind: String
    var name: String

    var text: String { (kind == "long" ? "--" : "-") + name }
  }

  var kind: String
  var names: [Name]?
  var valueName: String?
  var abstract: String?
  var defaultValue: String?
  var isOptional: Bool?
  var shouldDisplay: Bool?

  private var value: String { "\\fI" + escaped(valueName ?? "value") + "\\fR" }

  /// How it is typed, its short name first.
  var typed: String {
    if kind == "positional" { return value }
    let names = (names ?? []).sorted { $0.name.count < $1.name.count }.map { "\\fB" + escaped($0.text) + "\\fR" }
    return names.joined(separator: ", ") + (kind == "option" ? " " + value : "")
  }

  /// As a place stands in the synopsis.
  var synopsis: String { isOptional == false ? value : "[" + value + "]" }

  var explained: String {
    let text = escaped(abstract ?? "")
    return defaultValue.map { text + " Without it: \\fB" + escaped($0) + "\\fR." } ?? text
  }
}

/// A text in which nothing is taken for a request or an escape.
func escaped(_ text: String) -> String {
  let text = text.replacingOccurrences(of: "\\", with: "\\e").replacingOccurrences(of: "-", with: "\\-")
  return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
}

func section(_ name: String, _ lines: [String]) -> [String] { lines.isEmpty ? [] : [".SH " + name] + lines }

func page(of command: Command, version: String) -> String {
  let name = command.words.joined(separator: "-")
  let (options, places) = (command.shown.filter { $0.kind != "positional" }, command.shown.filter { $0.kind == "positional" })
  let call = "\\fB" + escaped(command.words.joined(separator: " ")) + "\\fR"
  // Those that every command has are named in the synopsis by a word.
  let synopsis =
    command.commands.isEmpty
    ? [call + " [\\fIoptions\\fR] " + places.map(\.synopsis).joined(separator: " ")]
    : [call + " \\fIcommand\\fR [\\fIoptions\\fR]"]
  func explain(_ arguments: [Argument]) -> [String] { arguments.flatMap { [".TP", $0.typed, $0.explained] } }
  var lines = [".TH \(escaped(name.uppercased())) 1 \"\" \"lessons \(version)\" \"lessons\""]
  lines += section("NAME", [escaped(name) + " \\- " + escaped(trimmed(command.abstract ?? ""))])
  lines += section("SYNOPSIS", synopsis)
  lines += section(
    "COMMANDS", command.commands.flatMap { [".TP", "\\fB" + escaped($0.commandName) + "\\fR", escaped($0.abstract ?? "")] })
  lines += section("ARGUMENTS", explain(places))
  lines += section("OPTIONS", explain(options))
  lines += section("EXIT STATUS", statuses)
  if command.superCommands == nil {
    lines += section("ENVIRONMENT", variables)
    lines += section("FILES", files)
  }
  lines += section("SEE ALSO", [others(than: command)])
  return lines.joined(separator: "\n") + "\n"
}

func trimmed(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }

let statuses = [
  ("0", "All is good."), ("1", "The lessons have errors or mismatches."), ("2", "The tool itself could not work."),
  ("64", "Wrong usage."), ("130", "Interrupted."),
].flatMap { [".TP", "\\fB\($0.0)\\fR", $0.1] }

let variables = [
  ("PATH", "Where swiftc is looked for."), ("XDG_CACHE_HOME", "The folder of the cache, else ~/.cache: its folder lessons."),
  ("LESSONS_STORE", "An http address where machines share results."), ("LESSONS_KATEX", "The folder of KaTeX."),
  ("NO_COLOR", "Messages have no colors where it is set."),
].flatMap { [".TP", "\\fB\($0.0)\\fR", escaped($0.1)] }

let files = [
  ("lessons/course.yml", "The course: its title, parts and references."), ("lessons/NN\\-slug.md", "A lesson."),
  ("output", "The site."),
].flatMap { [".TP", "\\fI\($0.0)\\fR", $0.1] }

func others(than command: Command) -> String {
  all.filter {
    $0.words != command.words && !($0.words.starts(with: command.words) && command.superCommands == nil && $0.words.count > 2)
  }
  .map { "\\fB" + escaped($0.words.joined(separator: "-")) + "\\fR(1)" }.joined(separator: ",\n")
}

func flattened(_ command: Command) -> [Command] { [command] + command.commands.flatMap(flattened) }

let dump = try JSONDecoder().decode(Dump.self, from: FileHandle.standardInput.readDataToEndOfFile())
let all = flattened(dump.command)
guard CommandLine.arguments.count == 3, all.count > 1 else {
  FileHandle.standardError.write(Data("manual.swift: VERSION and FOLDER are needed, and the tool's help as JSON\n".utf8))
  exit(2)
}
for command in all {
  let path = CommandLine.arguments[2] + "/" + command.words.joined(separator: "-") + ".1"
  try page(of: command, version: CommandLine.arguments[1]).write(toFile: path, atomically: false, encoding: .utf8)
}
