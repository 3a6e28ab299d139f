using System.Collections.Immutable;
using System.Globalization;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Projections;

namespace Simulator.Reports.Figures;

/// <summary>What the figures of scenarios have in common: how units, years, money and counts are told.</summary>
internal static class ScenarioTelling
{
    /// <summary>The words of a figure of one scenario.</summary>
    public static Caption Caption(FigureRequest request, string recipe, string title, string subtitle, string note = "") =>
        request.Caption($"{request.Scenario.Scenario.Id}-{recipe}", title, $"{Of(request.Scenario)} {subtitle}", note);

    /// <summary>The scenario's name, as subtitles begin with it.</summary>
    public static string Of(Projection projection) => $"\"{TitleOf(projection)}\":";

    /// <summary>The scenario's name.</summary>
    public static string TitleOf(Projection projection) => projection.Scenario.Title.TrimEnd('.', ' ');

    /// <summary>A whole number.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Published years and those to the horizon.</summary>
    public static ImmutableArray<int> Years(FigureRequest request) =>
        [.. Enumerable.Range(request.Scenario.FirstYear, request.Results.Options.Horizon - request.Scenario.FirstYear + 1)];

    /// <summary>Percent of real GDP, and in which prices.</summary>
    public static string Percent(FigureRequest request) =>
        $"{request.Edition.Measure}, percent of real GDP ({Text(request.Edition.PriceYear)} prices)";

    /// <summary>Chosen members in the order of their names in the figure's language: readers look for a name, not for its code.</summary>
    public static IEnumerable<(string Name, Unit Unit, bool HasForces)> ByName(FigureRequest request) => request.Results.Members
        .Select(m => (Name: request.NameOf(m.Unit.MemberIndex), m.Unit, HasForces: request.Edition.Roster.WithForces.Contains(m.Unit.MemberIndex)))
        .OrderBy(m => m.Name, StringComparer.Ordinal);

    /// <summary>The unit of figures that show one: the highlighted members, else Europe.</summary>
    public static (string Name, Unit Unit) Subject(FigureRequest request)
    {
        Roster roster = request.Edition.Roster;
        if (request.Highlight.IsEmpty)
        {
            return (EuropeName(request), AllianceUnits.Europe(roster));
        }

        // A group that was chosen by its name is told by its name.
        string name = request.Highlight.Count > 1 && roster.Groups.FirstOrDefault(g => g.Members == request.Highlight) is { } group
            ? request.NameOf(group)
            : string.Join(", ", request.Highlight.Select(request.NameOf));
        return (name, request.Highlight.Count == 1 ? Unit.Member(request.Highlight.First()) : Unit.Group(request.Highlight));
    }

    /// <summary>The European allies' name.</summary>
    public static string EuropeName(FigureRequest request) =>
        request.Edition.Roster.TryGroup("EUROPE", out Group? europe) ? request.NameOf(europe) : "Europe";

    /// <summary>One money for members side by side: a comparison of national money compares nothing.</summary>
    public static MoneyBasis Money(FigureRequest request, PriceBasis prices) =>
        new(request.Results.Options.Currency == AnswerCurrency.Usd ? CurrencyChoice.Usd : CurrencyChoice.Eur, prices);

    /// <summary>The constant prices of the options, or those of the base year where the options tell current prices.</summary>
    public static PriceBasis ConstantPrices(FigureRequest request) =>
        request.Results.Options.Prices == PriceBasis.Current ? PriceBasis.BaseYear : request.Results.Options.Prices;

    /// <summary>Prices in the language of the figure.</summary>
    public static string PricesIn(FigureRequest request, PriceBasis prices)
    {
        ScenarioWords words = ScenarioWords.Of(request.Language);
        return prices == PriceBasis.Current
            ? words.CurrentPrices
            : ChartLanguage.Fill(words.PricesOf, new MoneyBasis(CurrencyChoice.Eur, prices).PricesWord(request.Edition));
    }

    /// <summary>The one end of the line that all allies have in a year.</summary>
    /// <param name="projection">The scenario.</param>
    /// <param name="year">The year.</param>
    /// <param name="target">Percent.</param>
    /// <returns>False where allies have different ends: no single line can then be drawn for all.</returns>
    public static bool TryTarget(Projection projection, int year, out double target)
    {
        int inside = Math.Min(year, projection.LastYear);
        Roster roster = projection.Edition.Roster;
        double first = projection.LevelLinePct(Unit.Member(roster.WithForces.First()), inside);
        target = first;
        return roster.WithForces.All(m => projection.LevelLinePct(Unit.Member(m), inside) == first);
    }
}
