namespace Simulator.Charts;

/// <summary>The words of figures of sweeps in one language; {0}, {1} are places to be filled.</summary>
public sealed partial record SweepWords
{
    private SweepWords()
    {
    }

    /// <summary>What an outcome is held against.</summary>
    public required string Goal { get; init; }

    /// <summary>The world in which every factor has its base value.</summary>
    public required string BaseCase { get; init; }

    /// <summary>Outcomes where a factor is at its low end.</summary>
    public required string LowEnd { get; init; }

    /// <summary>Outcomes where a factor is at its high end.</summary>
    public required string HighEnd { get; init; }

    /// <summary>The index of a factor alone.</summary>
    public required string FirstOrder { get; init; }

    /// <summary>The index of a factor with its interactions.</summary>
    public required string TotalOrder { get; init; }

    /// <summary>An interval: how much it holds, in percent.</summary>
    public required string Interval { get; init; }

    /// <summary>Meaning of the sign at an index that is not settled.</summary>
    public required string Unsure { get; init; }

    /// <summary>Meaning of a whisker that is cut off.</summary>
    public required string OpenWhisker { get; init; }

    /// <summary>What a dot of a cloud is.</summary>
    public required string OneWorld { get; init; }

    /// <summary>The running median where a factor takes any value.</summary>
    public required string MedianByTenths { get; init; }

    /// <summary>The running median where a factor takes a few values.</summary>
    public required string MedianByValue { get; init; }

    /// <summary>How many worlds are drawn, of how many.</summary>
    public required string DrawnOf { get; init; }

    /// <summary>That dots of one value are spread.</summary>
    public required string Aside { get; init; }

    /// <summary>Worlds that miss the goal: in percent.</summary>
    public required string Misses { get; init; }

    /// <summary>Worlds that meet the goal: in percent.</summary>
    public required string Meets { get; init; }

    /// <summary>Cells without a share: below how many worlds.</summary>
    public required string FewWorlds { get; init; }

    /// <summary>Worlds that the scale leaves out: percent below, percent above.</summary>
    public required string OffScale { get; init; }

    /// <summary>Share of all worlds.</summary>
    public required string ShareOfWorlds { get; init; }

    /// <summary>The worlds in the middle: in percent.</summary>
    public required string Middle { get; init; }

    /// <summary>The box of the worlds in the middle: in percent.</summary>
    public required string MiddleBox { get; init; }

    /// <summary>Number of worlds.</summary>
    public required string Worlds { get; init; }

    /// <summary>Seconds.</summary>
    public required string Seconds { get; init; }

    /// <summary>Worlds in a second.</summary>
    public required string WorldsPerSecond { get; init; }

    /// <summary>Millions: how many.</summary>
    public required string Million { get; init; }

    /// <summary>Description of a tornado: factors, base case, the widest with its ends.</summary>
    public required string DescribeTornado { get; init; }

    /// <summary>Description of indices: factors, the largest.</summary>
    public required string DescribeIndices { get; init; }

    /// <summary>Description of a cloud: worlds, the factor, the outcome, medians.</summary>
    public required string DescribeCloud { get; init; }

    /// <summary>Description of a grid: cells across, cells upwards, factor across, factor upwards, lowest, highest.</summary>
    public required string DescribeGrid { get; init; }

    /// <summary>Description of boxes: rows, medians.</summary>
    public required string DescribeBoxes { get; init; }

    /// <summary>Description of a distribution: worlds, what they do about the goal.</summary>
    public required string DescribeDistribution { get; init; }

    /// <summary>Description of costs: series with their last points.</summary>
    public required string DescribeCost { get; init; }

    /// <summary>The words of a language.</summary>
    /// <param name="language">The language.</param>
    /// <exception cref="ArgumentException">The language has no words.</exception>
    public static SweepWords Of(ChartLanguage language) => ByLanguage.TryGetValue(language.Code, out var words)
        ? words
        : throw new ArgumentException($"There are no words in '{language.Code}'.", nameof(language));
}
