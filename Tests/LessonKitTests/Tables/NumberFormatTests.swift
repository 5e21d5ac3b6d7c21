import LessonKit
import Testing

@Suite struct NumberFormatTests {
  /// Rounded by hand; plain from 0.001 to below a million, else with an exponent.
  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (56, "56"), (5.857579916327176, "5.86"), (0.03287799632837759, "0.0329"),
      (0.0010624672436300637, "0.00106"), (0.001, "0.001"), (0.0009999, "0.001"), (0.000159469, "1.59e-4"),
      (0.00016, "1.6e-4"), (1e-300, "1e-300"), (1234.5, "1230"), (999.6, "1000"), (999_499, "999000"), (999_999, "1e6"),
      (1_234_567, "1.23e6"), (1e300, "1e300"), (-12.349, "-12.3"), (-0.5, "-0.5"), (100, "100"), (0.1 + 0.2, "0.3"),
      (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"), (-1e-7, "-1e-7"), (2.5e-3, "0.0025"),
      (.leastNonzeroMagnitude, "4.94e-324"),
    ] as [(Double, String)])
  func threeSignificantDigits(value: Double, expected: String) {
    #expect(NumberFormat.significant(3).text(of: value) == expected)
  }

  @Test(
    arguments: [
      (NumberFormat.shortest, 0.1, "0.1"), (.fixed(2), 0.125, "0.12"), (.fixed(0), 2.5, "2"), (.fixed(-1), 2.5, "2"),
      (.scientific(2), 1234.5, "1.23e+03"), (.significant(0), 0.25, "0.2"), (.significant(1), 9.5, "10"),
      (.significant(17), 0.1, "0.10000000000000001"), (.fixed(3), .nan, "nan"),
    ] as [(NumberFormat, Double, String)])
  func formats(format: NumberFormat, value: Double, expected: String) {
    #expect(format.text(of: value) == expected)
  }
}
