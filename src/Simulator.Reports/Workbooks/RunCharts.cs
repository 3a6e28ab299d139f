using System.Globalization;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Projections;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Workbooks;

/// <summary>The main figures of a run as native charts: what the projections say, laid out by year or member.</summary>
internal sealed class RunCharts
{
    private const int MostScenarios = 6;

    private static readonly Hue[] Hues = [Hue.Blue, Hue.Vermilion, Hue.Green, Hue.Purple, Hue.Ink, Hue.Slate];

    private readonly RunResults _results;
    private readonly Edition _edition;
    private readonly Roster _roster;
    private readonly Unit _europe;
    private readonly Unit _allies;
    private readonly int[] _years;

    /// <summary>Prepares the charts of a run.</summary>
    /// <param name="results">The results.</param>
    public RunCharts(RunResults results)
    {
        _results = results;
        _edition = results.Edition;
        _roster = results.Edition.Roster;
        _europe = AllianceUnits.Europe(_roster);
        _allies = Unit.Group(_roster.WithForces);
        int first = results.History.FirstYear;
        _years = [.. Enumerable.Range(first, results.Options.Horizon - first + 1)];
    }

    /// <summary>The share of the European allies under each scenario; at most six of them, so that lines can be told apart.</summary>
    public ChartBlock Scenarios()
    {
        Projection[] shown = [.. _results.Projections.Take(MostScenarios)];
        int left = _results.Projections.Count - shown.Length;
        double[] ends = [.. shown.Select(p => Rounding.HalfUp(p.SharePct(_europe, Headline), 2))];
        string range = ends.Min() == ends.Max()
            ? $"European allies reach {AnswerWords.Points(ends[0])}% of GDP in {Text(Headline)} under each scenario"
            : $"European allies reach {AnswerWords.Points(ends.Min())} to {AnswerWords.Points(ends.Max())}% of GDP in {Text(Headline)}";
        return Lines(
            range,
            $"{ShareSubtitle}, by scenario" + (left > 0 ? $"; {Text(left)} more in the tables" : ""),
            [
                Line("Published", _results.History, _europe, Hue.Ink, -1, projected: false),
                .. shown.Select((p, i) => Line(RunResults.IdOf(p), p, _europe, Hues[i % Hues.Length], i, projected: true)),
            ]);
    }

    /// <summary>The charts of one scenario: shares of groups, total, extra money by member.</summary>
    /// <param name="projection">Its projection.</param>
    public IReadOnlyList<ChartBlock> Of(Projection projection) => [Shares(projection), Total(projection), Extra(projection)];

    private int Headline => _results.Options.HeadlineYear;

    private string ShareSubtitle => $"{Capital(_edition.Measure)}, percent of real GDP ({Text(_edition.PriceYear)} prices); dashed: projection; {EstimateYears}";

    private string EstimateYears => $"{Text(_edition.FirstEstimateYear)} to {Text(_edition.BaseYear)} NATO's estimates";

    private ChartBlock Shares(Projection projection)
    {
        List<(string Name, Unit Unit)> units = [("European allies", _europe)];
        AddMember(units, "USA", "United States (worldwide)");
        AddMember(units, "CAN", "Canada");
        if (_roster.TryGroup("EASTERN_FLANK", out Group? flank))
        {
            units.Add((flank.Title, Unit.Group(flank)));
        }

        string now = AnswerWords.Points(projection.SharePct(_europe, projection.BaseYear));
        string then = AnswerWords.Points(projection.SharePct(_europe, Headline));
        string title = now == then
            ? $"European allies stay at {now}% of GDP to {Text(Headline)}"
            : $"European allies go from {now} to {then}% of GDP by {Text(Headline)}";
        List<ChartSeries> series = [];
        for (int i = 0; i < units.Count; i++)
        {
            series.Add(Line(units[i].Name, projection, units[i].Unit, Hues[i], i, projected: false));
        }

        for (int i = 0; i < units.Count; i++)
        {
            series.Add(Line(units[i].Name + ", projection", projection, units[i].Unit, Hues[i], i, projected: true) with { OutOfKey = true });
        }

        series.Add(new ChartSeries(
            "Line of the alliance",
            [.. _years.Select(y => y < projection.BaseYear ? double.NaN : projection.LinePct(_allies, y))],
            Colour(Hue.Muted),
            SeriesLook.Comparison));
        return Lines(title, Of(projection.Scenario.Title, ShareSubtitle), series);
    }

    private ChartBlock Total(Projection projection)
    {
        MoneyBasis money = _results.Options.Money(_edition, _allies);
        string currency = money.CurrencyCode(_edition, _allies);
        string prices = AnswerWords.Prices(money.PricesWord(_edition));
        List<(string Name, Unit Unit)> units = [];
        AddMember(units, "USA", "United States (worldwide)");
        units.Add(("European allies", _europe));
        AddMember(units, "CAN", "Canada");
        string now = AnswerWords.Bn(projection.SpendingBn(_allies, projection.BaseYear, money), currency);
        string then = AnswerWords.Bn(projection.SpendingBn(_allies, Headline, money), currency);
        return new ChartBlock(
            ChartKind.StackedColumns,
            now == then ? $"Allied spending stays at {now} to {Text(Headline)}" : $"Allied spending goes from {now} to {then} by {Text(Headline)}",
            Of(projection.Scenario.Title, $"{Capital(_edition.Measure)}, {currency} bn, {prices}; hatched: projection; {EstimateYears}"),
            "Year",
            [.. _years.Select(Text)],
            $"{currency} bn, {prices}",
            [.. units.Select((u, i) => new ChartSeries(u.Name, [.. _years.Select(y => projection.SpendingBn(u.Unit, y, money))], Colour(Hues[i]), SeriesLook.Published)
            {
                ProjectedFrom = projection.BaseYear + 1 - _years[0],
            })]);
    }

    private ChartBlock Extra(Projection projection)
    {
        MoneyBasis money = _results.Options.Money(_edition, _europe);
        string currency = money.CurrencyCode(_edition, _europe);
        string prices = AnswerWords.Prices(money.PricesWord(_edition));
        (string Name, double Bn)[] members =
        [
            .. _results.Members
                .Where(m => _roster.WithForces.Contains(m.Unit.MemberIndex))
                .Select(m => (m.Name, Bn: projection.ExtraOverHoldBn(m.Unit, Headline, money)))
                .OrderByDescending(m => m.Bn)
                .ThenBy(m => m.Name, StringComparer.Ordinal),
            .. _results.Members.Where(m => !_roster.WithForces.Contains(m.Unit.MemberIndex)).Select(m => (m.Name + " (no armed forces)", double.NaN)),
        ];
        double most = members[0].Bn;
        return new ChartBlock(
            ChartKind.Bars,
            ExtraTitle(members[0].Name, most, currency, members.Length),
            Of(projection.Scenario.Title, $"Spending above today's share held, {Text(Headline)} (projection), {currency} bn, {prices}"),
            "Member",
            [.. members.Select(m => m.Name)],
            $"{currency} bn, {prices}",
            [new ChartSeries($"Extra in {Text(Headline)}, {currency} bn", [.. members.Select(m => m.Bn)], Colour(Hue.Blue), SeriesLook.Projected)]);
    }

    private string ExtraTitle(string first, double most, string currency, int members) => most switch
    {
        double.NaN => "No armed forces, no extra spending",
        _ when AnswerWords.RoundedBn(most) <= 0 => $"{(members == 1 ? first + " spends no" : "None of these allies spends")} more in {Text(Headline)} than at today's share",
        _ when members == 1 => $"{first} adds {AnswerWords.Bn(most, currency)} in {Text(Headline)}",
        _ => $"{first} adds most{(_results.Options.Members.IsEmpty ? "" : " of these allies")} in {Text(Headline)}: {AnswerWords.Bn(most, currency)}",
    };

    private ChartBlock Lines(string title, string subtitle, IReadOnlyList<ChartSeries> series) =>
        new(ChartKind.Lines, title, subtitle, "Year", [.. _years.Select(Text)], "Percent of GDP", series);

    // The projection begins at the last published point, so that the two lines meet.
    private ChartSeries Line(string name, Projection projection, Unit unit, Hue hue, int shape, bool projected) => new(
        name,
        [.. _years.Select(y => projected == y >= projection.BaseYear || y == projection.BaseYear ? projection.SharePct(unit, y) : double.NaN)],
        Colour(hue),
        projected ? SeriesLook.Projected : SeriesLook.Published,
        shape);

    private void AddMember(List<(string Name, Unit Unit)> units, string iso3, string name)
    {
        if (_roster.TryMember(iso3, out Member? member))
        {
            units.Add((name, Unit.Member(member.Index)));
        }
    }

    private static string Of(string title, string what) => $"\"{title.TrimEnd('.', ' ')}\": {what}";

    private static string Colour(Hue hue) => Theme.Light.Of(hue).Graphic.TrimStart('#');

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
