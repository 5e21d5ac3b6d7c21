/// The values that a block had at its lines while it ran, in the order in which they came.
package struct Trace: Sendable, Equatable {
  /// How many values a reader can be asked to step through.
  package static let limit = 2_000

  package var events: [TraceEvent]

  package init(_ events: [TraceEvent]) { self.events = events }
}

/// A value at a line of a block.
package struct TraceEvent: Sendable, Equatable {
  /// The line of the block's code, from 0.
  package var line: Int
  /// What has the value: a name or an expression, in bytes of the block's code.
  package var range: Range<Int>
  /// The name, as it is written; empty for an expression without one.
  package var name: String
  /// About what `print` would write, on one line; of what is long its beginning and its end.
  package var text: String
  /// Whether the text is what `print` would write, to the character.
  package var isExact: Bool

  package init(line: Int, range: Range<Int>, name: String, text: String, isExact: Bool = true) {
    self.line = line
    self.range = range
    self.name = name
    self.text = text
    self.isExact = isExact
  }
}

/// A name or an expression of a traced block, with the moments at which it had a value.
package struct TracePlace: Sendable, Equatable {
  package var line: Int
  package var range: Range<Int>
  package var name: String
  /// Places among the events of the trace, at least one.
  package var moments: [Int]
}

extension Trace {
  /// All that had values, in the order of the text.
  package var places: [TracePlace] {
    var places: [TracePlace] = []
    var known: [Key: Int] = [:]
    for (moment, event) in events.enumerated() {
      let key = Key(line: event.line, start: event.range.lowerBound, name: event.name)
      if let place = known[key] {
        places[place].moments.append(moment)
      } else {
        known[key] = places.count
        places.append(TracePlace(line: event.line, range: event.range, name: event.name, moments: [moment]))
      }
    }
    return places.sorted { ($0.line, $0.range.lowerBound, $0.name) < ($1.line, $1.range.lowerBound, $1.name) }
  }

  private struct Key: Hashable {
    var line: Int
    var start: Int
    var name: String
  }

  /// What stands beside a line where nobody can step: the first, the second and the last value.
  package func summary(of place: TracePlace) -> String {
    let texts = place.moments.map { events[$0].text }
    return texts.count > 3 ? texts[0] + ", " + texts[1] + ", …, " + texts[texts.count - 1] : texts.joined(separator: ", ")
  }
}
