/// The one place that knows how the compiler records values at lines: by the transform that it has for playgrounds, which no
/// release promises to keep. A lesson without a traced block never comes here.
package enum TraceToolchain {
  /// The module that the transform's calls are looked up in.
  static let module = "LessonTracing"

  /// What the frontend is told for a program whose values are recorded. Parameters are the caller's values; what the lesson's
  /// own program is warned of is told there.
  static let arguments = ["-playground", "-playground-option", "NoFunctionParameters", "-suppress-warnings"]

  /// What the transform calls, by the names and in the form that it expects.
  static let source = """
    import LessonRuntime
    public func __builtin_log_with_id<Value>(
      _ value: Value, _ name: String, _ id: Int, _ line: Int, _ endLine: Int, _ column: Int, _ endColumn: Int, _ module: Int,
      _ file: Int
    ) -> AnyObject? {
      __lessonTraced(value, name, lines: (line, endLine), columns: (column, endColumn))
      return nil
    }
    public func __builtin_log_scope_entry(
      _ line: Int, _ endLine: Int, _ column: Int, _ endColumn: Int, _ module: Int, _ file: Int
    ) -> AnyObject? { nil }
    public func __builtin_log_scope_exit(
      _ line: Int, _ endLine: Int, _ column: Int, _ endColumn: Int, _ module: Int, _ file: Int
    ) -> AnyObject? { nil }
    public func __builtin_postPrint(
      _ line: Int, _ endLine: Int, _ column: Int, _ endColumn: Int, _ module: Int, _ file: Int
    ) -> AnyObject? { nil }
    public func __builtin_send_data(_ data: AnyObject?) {}

    """
}
