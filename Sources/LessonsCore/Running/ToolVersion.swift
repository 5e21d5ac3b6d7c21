/// The version of the tool; part of every cache key.
package enum ToolVersion {
  package static let current = "0.1.0"
}
