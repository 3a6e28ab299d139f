namespace Simulator.Charts;

/// <summary>The words of one language; {0}, {1} are places to be filled.</summary>
public sealed record ChartWords
{
    /// <summary>Publishers and titles.</summary>
    public required string Source { get; init; }

    /// <summary>Edition of the data.</summary>
    public required string Edition { get; init; }

    /// <summary>Cut-off date of the data.</summary>
    public required string CutOff { get; init; }

    /// <summary>Run id.</summary>
    public required string Run { get; init; }

    /// <summary>What has been.</summary>
    public required string Past { get; init; }

    /// <summary>What is projected.</summary>
    public required string Projection { get; init; }

    /// <summary>What is projected, with its first year.</summary>
    public required string ProjectionFrom { get; init; }

    /// <summary>Members at or above the line in a year.</summary>
    public required string AtLine { get; init; }

    /// <summary>Members below the line in a year.</summary>
    public required string Short { get; init; }

    /// <summary>A value that the axis does not reach.</summary>
    public required string Beyond { get; init; }

    /// <summary>A year whose figures are estimates.</summary>
    public required string Estimate { get; init; }

    /// <summary>The sum of all layers.</summary>
    public required string Total { get; init; }

    /// <summary>A member without a figure.</summary>
    public required string NoFigure { get; init; }

    /// <summary>The line of comparison and its value.</summary>
    public required string LineAt { get; init; }

    /// <summary>Description of small multiples: members, first year, last year, last year of the past, highest, lowest.</summary>
    public required string DescribeMultiples { get; init; }

    /// <summary>Description of a ranking: members, today, headline year, highest, lowest, members at the line, the line.</summary>
    public required string DescribeRanking { get; init; }

    /// <summary>Description of a stack: first year, last year, last year of the past, totals.</summary>
    public required string DescribeStack { get; init; }

    /// <summary>What is reached already.</summary>
    public required string Today { get; init; }

    /// <summary>What is reached by a year.</summary>
    public required string ReachedBy { get; init; }

    /// <summary>What is reached after a year and by another.</summary>
    public required string ReachedLater { get; init; }

    /// <summary>What is not reached by a year.</summary>
    public required string NotReached { get; init; }

    /// <summary>Description of a map of earliest years: members, year, counts by column.</summary>
    public required string DescribeReach { get; init; }
}
