namespace Simulator.Charts;

/// <summary>The words of figures about debt, limits and efforts in one language; {0}, {1} are places to be filled.</summary>
public sealed partial record BudgetWords
{
    private BudgetWords()
    {
    }

    /// <summary>Debt as the IMF projects it.</summary>
    public required string ImfPath { get; init; }

    /// <summary>All of the extra spending is borrowed.</summary>
    public required string AllBorrowed { get; init; }

    /// <summary>A part is borrowed and the rest is taxes or cuts: the part in percent.</summary>
    public required string PartBorrowed { get; init; }

    /// <summary>Against the share of the base year held.</summary>
    public required string AgainstHeld { get; init; }

    /// <summary>Less what the IMF path already holds.</summary>
    public required string LessImf { get; init; }

    /// <summary>The IMF gives no debt.</summary>
    public required string NoDebt { get; init; }

    /// <summary>Rise of the share since a year, points of GDP.</summary>
    public required string Rise { get; init; }

    /// <summary>Interest where all is borrowed, points of GDP.</summary>
    public required string Interest { get; init; }

    /// <summary>Cut of other public spending where nothing is borrowed, percent.</summary>
    public required string Cut { get; init; }

    /// <summary>What is neither equipment nor personnel.</summary>
    public required string Rest { get; init; }

    /// <summary>Which of two bars is which: two years.</summary>
    public required string UpperLower { get; init; }

    /// <summary>The target.</summary>
    public required string Target { get; init; }

    /// <summary>A set of limits.</summary>
    public required string Precedented { get; init; }

    /// <summary>A set of limits.</summary>
    public required string Exceptional { get; init; }

    /// <summary>A set of limits.</summary>
    public required string NoFiscalLimit { get; init; }

    /// <summary>A limit that holds a path, in a word.</summary>
    public required string Deficit { get; init; }

    /// <summary>The same: step of one year.</summary>
    public required string Step { get; init; }

    /// <summary>The same: growth of one year.</summary>
    public required string Growth { get; init; }

    /// <summary>The same: step of five years.</summary>
    public required string FiveYearStep { get; init; }

    /// <summary>The same: growth of five years.</summary>
    public required string FiveYearGrowth { get; init; }

    /// <summary>The same: another rule.</summary>
    public required string OtherRule { get; init; }

    /// <summary>The same in full, for keys.</summary>
    public required string HeldByDeficit { get; init; }

    /// <summary>The same in full.</summary>
    public required string HeldByStep { get; init; }

    /// <summary>The same in full.</summary>
    public required string HeldByGrowth { get; init; }

    /// <summary>The same in full.</summary>
    public required string HeldByFiveYearStep { get; init; }

    /// <summary>The same in full.</summary>
    public required string HeldByFiveYearGrowth { get; init; }

    /// <summary>The same in full.</summary>
    public required string HeldByOther { get; init; }

    /// <summary>Fastest share under precedented limits.</summary>
    public required string Could { get; init; }

    /// <summary>Last point of the national plan.</summary>
    public required string Says { get; init; }

    /// <summary>A member that has pledged and named no path.</summary>
    public required string PledgeOnly { get; init; }

    /// <summary>What an edition expected for a year.</summary>
    public required string Expected { get; init; }

    /// <summary>What a later edition reports for a year.</summary>
    public required string Reported { get; init; }

    /// <summary>Episodes of the past.</summary>
    public required string PastFiveYears { get; init; }

    /// <summary>Stretch: half of past episodes were at least as steep.</summary>
    public required string WithinHalf { get; init; }

    /// <summary>Stretch: a quarter were at least as steep.</summary>
    public required string WithinThreeQuarters { get; init; }

    /// <summary>Stretch: a tenth were at least as steep.</summary>
    public required string WithinNineTenths { get; init; }

    /// <summary>Stretch: some episode was at least as steep.</summary>
    public required string WithinRecord { get; init; }

    /// <summary>Stretch: no episode was as steep; the record.</summary>
    public required string BeyondRecord { get; init; }

    /// <summary>Money a head in a year: currency and year.</summary>
    public required string PerHead { get; init; }

    /// <summary>Description of spans: how many, the two series, the widest row.</summary>
    public required string DescribeSpans { get; init; }

    /// <summary>Description of curves: the two curves, first year, last year, values of the last year by member.</summary>
    public required string DescribeCurves { get; init; }

    /// <summary>Description of rows: how many, and the findings.</summary>
    public required string DescribePanels { get; init; }

    /// <summary>The words of a language.</summary>
    /// <param name="language">The language.</param>
    /// <exception cref="ArgumentException">The language has no words.</exception>
    public static BudgetWords Of(ChartLanguage language) => language.Code switch
    {
        "en" => English,
        "fr" => French,
        "de" => German,
        "it" => Italian,
        "es" => Spanish,
        "pl" => Polish,
        _ => throw new ArgumentException($"There are no words in '{language.Code}'.", nameof(language)),
    };
}
