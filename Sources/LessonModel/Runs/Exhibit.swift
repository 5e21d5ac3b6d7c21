/// A chart, table or diagram that a lesson showed, in every form that a page needs.
package struct Exhibit: Sendable, Equatable {
  package enum Kind: String, Sendable, Equatable { case chart, table, diagram }

  package var kind: Kind
  package var title: String
  package var text: String
  package var svg: String?
  /// The drawing for a narrow screen, where there is one of its own.
  package var narrowSVG: String?
  package var summary: String
  package var data: Data?

  /// The numbers behind the picture.
  package struct Data: Sendable, Equatable {
    package var columns: [String]
    package var isNumeric: [Bool]
    package var rows: [[String]]

    package init(columns: [String], isNumeric: [Bool], rows: [[String]]) {
      self.columns = columns
      self.isNumeric = isNumeric
      self.rows = rows
    }
  }

  package init(kind: Kind, title: String, text: String, svg: String?, narrowSVG: String? = nil, summary: String, data: Data?) {
    self.kind = kind
    self.title = title
    self.text = text
    self.svg = svg
    self.narrowSVG = narrowSVG
    self.summary = summary
    self.data = data
  }
}
