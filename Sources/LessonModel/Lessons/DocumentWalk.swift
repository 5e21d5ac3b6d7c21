extension DocumentBlock {
  /// The blocks right inside this one.
  package var children: [DocumentBlock] {
    switch kind {
    case .quotation(let blocks), .footnote(let blocks): blocks
    case .callout(let callout): callout.content
    case .disclosure(let disclosure): disclosure.content
    case .list(let list): list.items.flatMap(\.blocks)
    case .paragraph, .heading, .cell, .code, .formula, .html, .coverage, .rule, .table: []
    }
  }

  /// The block with other blocks inside it.
  ///
  /// - Parameter transform: What to make of blocks that stand side by side.
  package func mappingChildren(_ transform: ([DocumentBlock]) -> [DocumentBlock]) -> DocumentBlock {
    var block = self
    switch kind {
    case .quotation(let blocks): block.kind = .quotation(transform(blocks))
    case .footnote(let blocks): block.kind = .footnote(transform(blocks))
    case .callout(var callout):
      callout.content = transform(callout.content)
      block.kind = .callout(callout)
    case .disclosure(var disclosure):
      disclosure.content = transform(disclosure.content)
      block.kind = .disclosure(disclosure)
    case .list(var list):
      for index in list.items.indices { list.items[index].blocks = transform(list.items[index].blocks) }
      block.kind = .list(list)
    case .paragraph, .heading, .cell, .code, .formula, .html, .coverage, .rule, .table: break
    }
    return block
  }

  /// The block with other running text; what stands inside it stays.
  package func mappingTexts(_ transform: ([Inline]) -> [Inline]) -> DocumentBlock {
    var block = self
    switch kind {
    case .paragraph(let words): block.kind = .paragraph(transform(words))
    case .heading(let level, let words): block.kind = .heading(level: level, transform(words))
    case .callout(var callout):
      callout.title = callout.title.map(transform)
      block.kind = .callout(callout)
    case .disclosure(var disclosure):
      disclosure.summary = transform(disclosure.summary)
      block.kind = .disclosure(disclosure)
    case .table(var table):
      table.header.cells = table.header.cells.map(transform)
      for index in table.rows.indices { table.rows[index].cells = table.rows[index].cells.map(transform) }
      block.kind = .table(table)
    case .quotation, .list, .cell, .code, .formula, .html, .coverage, .rule, .footnote: break
    }
    return block
  }

  /// The running text of this block itself, one piece for each place: a paragraph, a heading, a title, each cell of a table.
  package var texts: [[Inline]] {
    switch kind {
    case .paragraph(let inlines), .heading(_, let inlines): [inlines]
    case .callout(let callout): callout.title.map { [$0] } ?? []
    case .disclosure(let disclosure): [disclosure.summary]
    case .table(let table): table.header.cells + table.rows.flatMap(\.cells)
    case .quotation, .list, .cell, .code, .formula, .html, .coverage, .rule, .footnote: []
    }
  }
}

extension Collection<DocumentBlock> {
  /// Visits every block, each before what is inside it.
  package func walk(_ visit: (DocumentBlock) -> Void) {
    for block in self {
      visit(block)
      block.children.walk(visit)
    }
  }

  /// Visits every piece of running text, each before what is inside it, but no captions.
  package func walkInlines(_ visit: (Inline) -> Void) {
    walk { block in block.texts.forEach { $0.walk(visit) } }
  }

  /// All callouts, in the order in which they begin.
  package var callouts: [Callout] {
    var callouts: [Callout] = []
    walk { if case .callout(let callout) = $0.kind { callouts.append(callout) } }
    return callouts
  }
}

extension Sequence<Inline> {
  /// Visits every inline, each before what is inside it.
  package func walk(_ visit: (Inline) -> Void) {
    for inline in self {
      visit(inline)
      inline.content.walk(visit)
    }
  }
}

extension Lesson {
  /// All running text, in its order: the document's, then the captions of blocks.
  package func walkInlines(_ visit: (Inline) -> Void) {
    document.walkInlines(visit)
    for block in blocks { block.caption?.walk(visit) }
  }

  /// All running text, one piece for each place: the document's, then the captions of blocks.
  package var runningTexts: [[Inline]] {
    var texts: [[Inline]] = []
    document.walk { texts += $0.texts }
    return texts + blocks.compactMap(\.caption)
  }

  /// Where its links and images lead, as they are written.
  package var linkDestinations: [String] {
    var destinations: [String] = []
    walkInlines { inline in
      switch inline {
      case .link(let link) where link.isGiven || link.language != nil: break
      case .link(let link), .image(let link): destinations.append(link.destination)
      default: break
      }
    }
    return destinations
  }
}
