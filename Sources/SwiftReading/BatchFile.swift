/// A script program as one file of a library, so that one process of the compiler can compile it beside others.
package struct BatchFile: Sendable, Equatable {
  package var text: String
  /// The modules that it imports. What they add to types is seen in all files of a module, whichever file imports them.
  package var imports: Set<String>
  /// What its types have behind their names, so that the files of a module may have types of the same names. Swift prints the
  /// names of types: whoever compiles the file takes it out of the object.
  package var suffix: String

  /// Whether both may be files of one module and mean what they mean alone.
  package func canStand(beside other: BatchFile) -> Bool { imports == other.imports }
}

/// Why a program cannot be a file of a library, or not without the danger of meaning something else there.
package enum BatchRefusal: Error, Sendable, Equatable, CaseIterable {
  /// The parser cannot read it.
  case syntax
  /// It speaks of its own text or of the compiler: `#line`, `#if`, a macro, a directive in the middle of a declaration.
  case directive
  /// An attribute that is not known to be harmless.
  case attribute
  /// An access level where it could hide a type: what is wrong between a hidden type and a visible function is right between
  /// two that are hidden.
  case access
  /// `guard`, `defer`, `return` or a closure as the beginning of a statement at the top level.
  case statement
  /// An import of a part of a module, or one with attributes.
  case importing
  /// A kind of declaration that cannot be private to a file, such as an operator.
  case declaration
  /// A conformance, a type, or a member with an access level of its own, added to a type that is not the program's.
  case foreignType
  /// A variable without a value, or with modifiers, or of a pattern that globals cannot have.
  case variable
  /// A variable may be read before it has its value: a script finds zeros, a library makes the value early.
  case order
  /// `async`, `await`, actors and tasks: a script's top level is a place of its own to them.
  case concurrency
  /// A name that the compiler looks up for itself in the whole module, or one of this tool's; something else of the name of a
  /// type.
  case name
}
