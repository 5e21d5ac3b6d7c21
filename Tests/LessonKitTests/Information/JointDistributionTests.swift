import LessonKit
import Testing

@Suite struct JointDistributionTests {
  /// Cover and Thomas, example 2.2.1, and MacKay, exercise 8.6: here the columns are X and the rows Y, as printed.
  static let coverAndThomas: [[Double]] = [
    [1 / 8, 1 / 16, 1 / 32, 1 / 32],
    [1 / 16, 1 / 8, 1 / 32, 1 / 32],
    [1 / 16, 1 / 16, 1 / 16, 1 / 16],
    [1 / 4, 0, 0, 0],
  ]

  /// Cover and Thomas, problem 2.12.
  static let thirds: [[Double]] = [[1 / 3, 1 / 3], [0, 1 / 3]]

  @Test func coverAndThomasExample221() throws {
    let table = try JointDistribution(Self.coverAndThomas).transposed
    #expect(table.marginal(of: .x).entropy(in: .bits) == 7.0 / 4)
    #expect(table.marginal(of: .y).entropy(in: .bits) == 2)
    #expect(table.conditionalEntropy(of: .x, in: .bits) == 11.0 / 8)
    #expect(table.conditionalEntropy(of: .y, in: .bits) == 13.0 / 8)
    #expect(table.entropy(in: .bits) == 27.0 / 8)
    #expect(table.mutualInformation(in: .bits) == 3.0 / 8)
    #expect(jointEntropy(Self.coverAndThomas, in: .bits) == 27.0 / 8)
    #expect(conditionalEntropy(Self.coverAndThomas, in: .bits) == 11.0 / 8)
    #expect(mutualInformation(Self.coverAndThomas, in: .bits) == 3.0 / 8)
  }

  /// MacKay, exercise 8.6: entropies of X for each value of Y are 7/4, 7/4, 2 and 0 bits.
  @Test(arguments: zip(0..<4, [7.0 / 4, 7.0 / 4, 2, 0]))
  func entropyForEachCondition(row: Int, printed: Double) throws {
    let table = try JointDistribution(Self.coverAndThomas).transposed
    #expect(table.conditional(of: .x, given: row)?.entropy(in: .bits) == printed)
  }

  static let published: [Published] = {
    func information(_ table: [[Double]]) -> Double { mutualInformation(table, in: .bits) }
    func channel(input: [Double], _ rows: [[Double]]) -> Double {
      information(zip(input, rows).map { p, row in row.map { p * $0 } })
    }
    func gain(_ counts: [[Double]]) -> Double {
      (try? JointDistribution(weights: counts))?.mutualInformation(in: .bits) ?? .nan
    }
    let symmetric: [[Double]] = [[0.85, 0.15], [0.15, 0.85]]
    return [
      // Cover and Thomas print 0.251: 0.918 − 0.667, subtracted after rounding.
      .init("Cover & Thomas problem 2.12, I (mpmath)", information(thirds), is: 0.25162916738782287),
      .init("Cover & Thomas problem 2.12, H(X, Y)", jointEntropy(thirds, in: .bits), is: 1.585, within: 5e-4),
      .init("Cover & Thomas problem 2.12, H(Y|X)", conditionalEntropy(thirds, in: .bits), is: 0.667, within: 5e-4),
      .init("Cover & Thomas problem 2.12, H(X)", entropy([2 / 3, 1 / 3], in: .bits), is: 0.918, within: 5e-4),
      // MacKay, examples 9.5 to 9.7 and exercise 9.12: symmetric channel and Z channel with noise 0.15.
      .init("MacKay, symmetric channel, (0.9, 0.1)", channel(input: [0.9, 0.1], symmetric), is: 0.15, within: 5e-3),
      .init("MacKay, symmetric channel, uniform", channel(input: [0.5, 0.5], symmetric), is: 0.39, within: 5e-3),
      .init("MacKay, Z channel, (0.9, 0.1)", channel(input: [0.9, 0.1], [[1, 0], [0.15, 0.85]]), is: 0.36, within: 5e-3),
      .init(
        "MacKay, Z channel, best input 0.445", channel(input: [0.555, 0.445], [[1, 0], [0.15, 0.85]]), is: 0.685, within: 5e-4),
      // Mitchell, Machine Learning, section 3.4, PlayTennis; rows are the attribute's values, columns yes and no.
      .init("Mitchell, Gain(S, Wind)", gain([[6, 2], [3, 3]]), is: 0.048, within: 5e-4 + 4e-4),
      .init("Mitchell, Gain(S, Wind) (mpmath)", gain([[6, 2], [3, 3]]), is: 0.048127030408269378),
      .init("Mitchell, Gain(S, Humidity), digits cut off", gain([[3, 4], [6, 1]]), is: 0.151, within: 1e-3),
      .init("Mitchell, Gain(S, Outlook), digits cut off", gain([[2, 3], [4, 0], [3, 2]]), is: 0.246, within: 1e-3),
      .init("Mitchell, Gain(S, Temperature)", gain([[2, 2], [4, 2], [3, 1]]), is: 0.029, within: 5e-4),
      // Zhang et al., Dive into Deep Learning, section 22.11.3.1.
      .init("D2L joint_entropy", jointEntropy([[0.1, 0.5], [0.1, 0.3]], in: .bits), is: 1.6855, within: 5e-5),
      // D2L prints 0.7195, with marginals that are not those of the table.
      .init(
        "D2L mutual information, true value (mpmath)", information([[0.1, 0.5], [0.1, 0.3]]), is: 0.0074033921146966688,
        within: 1e-15),
      .init("two fair bits, equal", information([[0.5, 0], [0, 0.5]]), is: 1),
    ]
  }()

  @Test(arguments: published)
  func meetsThePublishedValue(_ value: Published) { value.check() }

  @Test func conditionalOfAnImpossibleEventIsNothing() throws {
    let table = try JointDistribution([[0.5, 0], [0.5, 0]])
    #expect(table.conditional(of: .x, given: 1) == nil)
    #expect(table.conditional(of: .x, given: 0) == Distribution.uniform(2))
    #expect(table.conditionalEntropy(of: .x, in: .bits) == 1)
  }

  static let faults: [([[Double]], DistributionError)] = [
    ([], .empty),
    ([[]], .empty),
    ([[0.5, 0.5], [0]], .ragged(row: 1, count: 1, expected: 2)),
    ([[0.5, 0.5], [0.1, -0.1]], .negative(.cell(row: 1, column: 1), value: -0.1)),
    ([[0.5, .infinity]], .notFinite(.cell(row: 0, column: 1), value: .infinity)),
    // The table of D2L's conditional_entropy demonstration.
    ([[0.1, 0.5], [0.2, 0.3]], .sum(1.1, tolerance: 1e-9)),
  ]

  @Test(arguments: faults)
  func refusesFaultyTables(_ rows: [[Double]], _ fault: DistributionError) {
    #expect(throws: fault) { try JointDistribution(rows) }
  }
}

@Suite struct DistributionTests {
  static let faults: [([Double], DistributionError, String)] = [
    ([], .empty, "a distribution needs at least one outcome"),
    (
      [0.5, -0.1, 0.6], .negative(.index(1), value: -0.1),
      "entry 1 is -0.1, and a probability is not negative (counted from 0)"
    ),
    (
      [0.5, 0.5, .infinity], .notFinite(.index(2), value: .infinity),
      "entry 2 is inf, which is not a finite number (counted from 0)"
    ),
    ([0.5, 0.25], .sum(0.75, tolerance: 1e-9), "the probabilities sum to 0.75, not to 1 within 1e-09"),
    ([0.75, 0.75], .sum(1.5, tolerance: 1e-9), "the probabilities sum to 1.5, not to 1 within 1e-09"),
  ]

  @Test(arguments: faults)
  func refusesFaultyLists(_ p: [Double], _ fault: DistributionError, _ message: String) {
    #expect(throws: fault) { try Distribution(p) }
    #expect(fault.description == message)
  }

  @Test func namesTheEntryThatIsNotANumber() {
    #expect { try Distribution([.nan, 1]) } throws: { "\($0)".contains("entry 0 is nan") }
  }

  @Test func toleranceForgivesRounding() throws {
    #expect(try Distribution([Double](repeating: 0.1, count: 10)).count == 10)
    #expect(try Distribution([0.333, 0.333, 0.333], tolerance: 0.01)[2] == 0.333)
    #expect(throws: DistributionError.self) { try Distribution([0.333, 0.333, 0.333]) }
  }

  @Test func weights() throws {
    #expect(try Distribution(weights: [1, 3]).probabilities == [0.25, 0.75])
    #expect(throws: DistributionError.zeroSum) { try Distribution(weights: [0, 0]) }
    #expect(throws: DistributionError.negative(.index(0), value: -1)) { try Distribution(weights: [-1, 2]) }
  }

  @Test func agreesWithThePlainFunctions() throws {
    var random = SplitMix64(seed: 21)
    for _ in 0..<100 {
      let (p, q) = (random.probabilities(5, zeros: true), random.probabilities(5))
      let (own, other) = (try Distribution(p), try Distribution(q))
      #expect(own.entropy(in: .bits) == entropy(p, in: .bits))
      #expect(own.crossEntropy(other, in: .nats) == crossEntropy(p, q, in: .nats))
      #expect(own.klDivergence(other, in: .nats) == klDivergence(p, q, in: .nats))
      #expect(own.perplexity == perplexity(p))
      let surprise = p.map { selfInformation($0, in: .bits) }
      #expect(own.expectation(of: surprise).isApproximatelyEqual(to: own.entropy(in: .bits), relative: 1e-13, absolute: 1e-15))
    }
    #expect(Distribution.uniform(6).expectation(of: [1, 2, 3, 4, 5, 6]).isApproximatelyEqual(to: 3.5, relative: 1e-15))
  }
}
