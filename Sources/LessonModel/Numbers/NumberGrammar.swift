/// Which numbers a text may hold: the one grammar of the product, with and without commas between thousands.
///
///     number    = sign? (finite | "nan" | "NaN" | "inf" | "infinity" | "Infinity" | "∞")
///     finite    = (digits ("." digits)? | "." digits) ([eE] sign? digits)?
///     sign      = "-" | "+" | "−" (U+2212)
///
/// In prose the digits before the point may be grouped: one to three, the first not 0, then `,` and three, again and again.
///
/// What looks like a number but is text, compared character by character:
///
/// - digits in a word: `v2`, `x1`, `log2`, `t.0`, and a whole number with letters or `_` behind it: `3D`, `2nd`, `10ms`,
///   `12e`, `1_000`, `0x1p3`. Letters are those of alphabets; Chinese, Japanese and Korean writing, which puts no space
///   between a word and a number, does not make it a word;
/// - versions and addresses, `1.2.3`; dates, `2024-01-05`, with a time behind them or not; times of the day, `10:30`, `9:05:01`;
/// - a number whose exponent has more than 18 digits.
///
/// What reads as numbers with text between them: `0.5s` is 0.5 and `s`; `5.` is 5 and a full stop; `1..<5` and `0...5` are
/// two numbers each; `1 234` is 1 and 234; `1.234,5` is 1.234 and 5; `1/2` is 1 and 2; `(1, 2)` is 1 and 2.
///
/// A sign belongs to the number after it unless a letter, a digit, `_`, `%`, a point, another sign or a closing bracket stands
/// directly before it: `= -1`, `(-1` and `3 -1` hold −1, while `3-1`, `x-1` and `f(x)-1` hold 1.
package enum NumberGrammar: Sendable, Equatable {
  /// What people write: thousands may be grouped with commas.
  case prose
  /// What programs print: a comma always parts two numbers.
  case recorded
}
