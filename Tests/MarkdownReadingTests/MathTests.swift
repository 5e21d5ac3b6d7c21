import MarkdownReading
import Testing

@Suite("Formulas in Markdown")
struct MathTests {
  @Test func x() throws {
    print(try MarkdownTree.text("It costs $5 and $6, or \\$7; $a_i * b_i * c$ and *$x$* **$\\alpha$**: $\\hat y$, $$E = mc^2$$ and x.\n\n| $|x|$ | b |\n|---|---|\n| $\\frac{a}{b}$ | $|y|$ |\n"))
  }
}
