/// The texts that a new course begins with.
enum Template {
  static func course(title: String) -> String {
    """
    title: \(quoted(title))
    description: What this course teaches, in a sentence.
    language: en

    """
  }

  static func lesson(title: String) -> String {
    """
    ---
    title: \(quoted(title))
    summary: What this lesson shows, in a sentence.
    ---

    What a reader can do at the end of this lesson, in a sentence or two.

    ## The first idea

    ```swift {#first}
    let values = [3, 1, 2]
    values.sorted()
    ```

    ```output
    [1, 2, 3]
    ```

    The smallest of these [3](swift:values.count) values is [1](swift:values.sorted()[0]).

    """
  }

  /// A text as YAML writes it on one line.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// A lesson that shows how lessons are written, whatever they are about.
  static let welcome = #"""
    ---
    title: Welcome
    summary: How a lesson is written, shown by one; put your own in its place.
    ---

    This file is Markdown, and it reads well wherever Markdown is shown. Its Swift runs when the course is built, and every
    number that comes of it is checked: change one, and `lessons check` names the line.

    ## A block and its result

    Blocks of Swift run in the order of the page, and later ones see what earlier ones declare. What a block prints and the
    value of its last line stand below it. Nobody types them: `lessons accept` writes them.

    ```swift {#measured}
    let measured = [12.5, 11.75, 12.25, 12.0, 13.0]
    let mean = measured.reduce(0, +) / Double(measured.count)
    mean
    ```

    ```output
    12.3
    ```

    ## A number in a sentence

    A link whose address begins with `swift:` ties a number to the expression that it comes from. The
    [5](swift:measured.count) measurements have a mean of [12.3](swift:mean), and the one in the middle is
    [12.25](swift:measured.sorted()[2]). A number must be right to the digits that you write. Where you do not know it yet,
    write `[?](swift:mean)` and run `lessons accept`.

    ## A promise in a comment

    ```swift
    let deviations = measured.map { $0 - mean }
    deviations.count  // => 5
    print("largest:", measured.sorted()[4])  // Prints "largest: 13.0"
    ```

    ## A picture

    A block with a caption is a figure. Its picture is text here and a drawing on the page.

    ```swift {#picture caption="The measurements and their mean, [12.3](swift:mean)."}
    show(
      Chart("Five measurements")
        .points(measured, "measured").rule(y: mean)
        .x("number").y("value").size(height: 7))
    ```

    ```output
    Five measurements
    o measured

    value
    13 +                                       o
       |
       o
       | - - - - - - - - - o - - - - - - - - - -
    12 +                             o
       |         o
       +---------+---------+---------+---------+
       0         1         2         3         4
                        number
    ```

    ## A task for the reader

    > [!EXERCISE]
    > **Without the largest.** What is the mean without the largest of the measurements?

    > [!SOLUTION]
    > ```swift {#solution}
    > let rest = measured.sorted().dropLast()
    > let smaller = rest.reduce(0, +) / Double(rest.count)
    > ```
    >
    > It is [12.125](swift:smaller).

    The next lesson begins with `lessons new lesson "Its title"`.

    """#

  /// How a message of the tool names its place, for a problem matcher.
  private static let pattern = #"""
    {
      "regexp": "([^\\s:][^\\r\\n:]*):(\\d+):(\\d+): (error|warning): (.*?)(?: \\[([a-z-]+)\\])?$",
      "file": 1, "line": 2, "column": 3, "severity": 4, "message": 5, "code": 6
    }
    """#.replacing("\n", with: "\n        ")

  /// Tasks for Visual Studio Code, with a matcher that makes messages of the tool places to click.
  static let tasks = #"""
    {
      "version": "2.0.0",
      "tasks": [
        {
          "label": "lessons: check",
          "type": "process",
          "command": "lessons",
          "args": ["check"],
          "group": { "kind": "test", "isDefault": true },
          "presentation": { "reveal": "silent", "clear": true },
          "problemMatcher": {
            "owner": "lessons",
            "source": "lessons",
            "fileLocation": ["relative", "${workspaceFolder}"],
            "pattern": \#(pattern)
          }
        },
        {
          "label": "lessons: serve",
          "type": "process",
          "command": "lessons",
          "args": ["serve", "--open", "--editor", "code -g {file}:{line}"],
          "isBackground": true,
          "group": { "kind": "build", "isDefault": true },
          "problemMatcher": {
            "owner": "lessons",
            "source": "lessons",
            "fileLocation": ["relative", "${workspaceFolder}"],
            "pattern": \#(pattern),
            "background": {
              "activeOnStart": true,
              "beginsPattern": "^building, for .* changed$",
              "endsPattern": ", \\d+ ms$"
            }
          }
        }
      ]
    }

    """#
}
