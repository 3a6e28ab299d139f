namespace Simulator.Charts;

/// <summary>The words of figures of scenarios in one language; {0}, {1} are places to be filled.</summary>
public sealed partial record ScenarioWords
{
    private ScenarioWords()
    {
    }

    /// <summary>The line that shares are held against.</summary>
    public required string Line { get; init; }

    /// <summary>The end of the line, with its year.</summary>
    public required string LineIn { get; init; }

    /// <summary>Billions of a currency: code.</summary>
    public required string Bn { get; init; }

    /// <summary>Prices of a year.</summary>
    public required string PricesOf { get; init; }

    /// <summary>Prices of each year itself.</summary>
    public required string CurrentPrices { get; init; }

    /// <summary>An amount per inhabitant: code.</summary>
    public required string PerHead { get; init; }

    /// <summary>Part of general government expenditure.</summary>
    public required string OfGovernment { get; init; }

    /// <summary>Points of GDP.</summary>
    public required string PointsOfGdp { get; init; }

    /// <summary>Spending if today's share is held, with the year.</summary>
    public required string HeldIn { get; init; }

    /// <summary>Spending above today's share, with the year.</summary>
    public required string ExtraIn { get; init; }

    /// <summary>All spending, with the year.</summary>
    public required string TotalIn { get; init; }

    /// <summary>What growth of GDP adds at today's share.</summary>
    public required string Growth { get; init; }

    /// <summary>What a higher share adds.</summary>
    public required string Rise { get; init; }

    /// <summary>What a lower share takes away.</summary>
    public required string Fall { get; init; }

    /// <summary>What prices and exchange rates add.</summary>
    public required string PriceRise { get; init; }

    /// <summary>Shares below a level.</summary>
    public required string Below { get; init; }

    /// <summary>Shares from a level to below another.</summary>
    public required string Between { get; init; }

    /// <summary>Shares at or above a level.</summary>
    public required string AtLeast { get; init; }

    /// <summary>The span between the lowest and the highest scenario.</summary>
    public required string Range { get; init; }

    /// <summary>The middle part of draws, in percent.</summary>
    public required string Draws { get; init; }

    /// <summary>The middle draw.</summary>
    public required string Median { get; init; }

    /// <summary>Description of a map of shares by year: members, first year, last year, last year of the past.</summary>
    public required string DescribeMap { get; init; }

    /// <summary>Description of a bridge: steps with their values.</summary>
    public required string DescribeSteps { get; init; }

    /// <summary>Rows that a low page leaves out: how many.</summary>
    public required string More { get; init; }

    /// <summary>Description of panels of bars: rows, first values.</summary>
    public required string DescribeMeasures { get; init; }

    /// <summary>The words of a language.</summary>
    /// <param name="language">The language.</param>
    public static ScenarioWords Of(ChartLanguage language) => ByLanguage[language.Code];
}
