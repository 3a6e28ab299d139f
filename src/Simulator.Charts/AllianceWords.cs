namespace Simulator.Charts;

/// <summary>The words of NATO's own set of figures in one language; {0}, {1} are places to be filled.</summary>
public sealed partial record AllianceWords
{
    private AllianceWords()
    {
    }

    /// <summary>NATO's guideline.</summary>
    public required string Guideline { get; init; }

    /// <summary>A level that a scenario sets in place of the guideline.</summary>
    public required string ScenarioLine { get; init; }

    /// <summary>A source's name behind that of a series: series, source.</summary>
    public required string BySource { get; init; }

    /// <summary>Growth on the year before, in real terms, percent.</summary>
    public required string RealChange { get; init; }

    /// <summary>Growth with the same members in both years.</summary>
    public required string SameMembers { get; init; }

    /// <summary>Gross domestic product.</summary>
    public required string Gdp { get; init; }

    /// <summary>Defence spending.</summary>
    public required string Spending { get; init; }

    /// <summary>A category of spending.</summary>
    public required string Equipment { get; init; }

    /// <summary>A category of spending.</summary>
    public required string Personnel { get; init; }

    /// <summary>A category of spending.</summary>
    public required string Infrastructure { get; init; }

    /// <summary>A category of spending.</summary>
    public required string Other { get; init; }

    /// <summary>Axis of shares of GDP.</summary>
    public required string ShareOfGdp { get; init; }

    /// <summary>Axis of equipment shares.</summary>
    public required string EquipmentShare { get; init; }

    /// <summary>Quarter of a quadrant: at or above both guidelines.</summary>
    public required string AtBoth { get; init; }

    /// <summary>Quarter of a quadrant: at or above the guideline of the share of GDP alone.</summary>
    public required string ShareOnly { get; init; }

    /// <summary>Quarter of a quadrant: at or above the guideline of equipment alone.</summary>
    public required string EquipmentOnly { get; init; }

    /// <summary>Quarter of a quadrant: below both guidelines.</summary>
    public required string AtNeither { get; init; }

    /// <summary>A member without armed forces.</summary>
    public required string NoForces { get; init; }

    /// <summary>A country in a year before it joined.</summary>
    public required string NotYetMember { get; init; }

    /// <summary>A figure that the source leaves blank.</summary>
    public required string NotPublished { get; init; }

    /// <summary>Members together, as the source totals them.</summary>
    public required string Together { get; init; }

    /// <summary>Description of bars: how many, what they show, highest, lowest.</summary>
    public required string DescribeBars { get; init; }

    /// <summary>Description of columns: first year, last year, last year of the past, values of the first and the last year.</summary>
    public required string DescribeColumns { get; init; }

    /// <summary>Description of a quadrant: how many points, the axes, the quarters with their counts.</summary>
    public required string DescribeQuadrant { get; init; }

    /// <summary>The words of a language.</summary>
    /// <param name="language">The language.</param>
    /// <exception cref="ArgumentException">The language has no words.</exception>
    public static AllianceWords Of(ChartLanguage language) => ByLanguage.TryGetValue(language.Code, out var words)
        ? words
        : throw new ArgumentException($"There are no words in '{language.Code}'.", nameof(language));
}
