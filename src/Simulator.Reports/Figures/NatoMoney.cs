using System.Collections.Immutable;
using System.Globalization;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Projections;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Figures;

/// <summary>Amounts: Europe and Canada together by year, and by member a head.</summary>
internal static class NatoMoney
{
    /// <summary>Spending of Europe and Canada by year, with its real change.</summary>
    public static Figure Total(FigureRequest request)
    {
        Projection p = request.Scenario;
        Unit unit = NatoYear.EuropeAndCanada(request);
        MoneyBasis money = request.Results.Options.Money(request.Edition, unit);
        string currency = money.CurrencyCode(request.Edition, unit);
        string prices = AnswerWords.Prices(money.PricesWord(request.Edition));
        ImmutableArray<int> years = [.. Enumerable.Range(p.FirstYear, NatoYear.LastYear(request) - p.FirstYear + 1)];
        double amount = p.SpendingBn(unit, request.Year, money);
        string title = $"Europe and Canada: {AnswerWords.Bn(amount, currency)} in {NatoYear.Label(request)}{Way(p.RealGrowthPct(unit, request.Year))}";
        ImmutableArray<double> amounts = [.. years.Select(y => p.SpendingBn(unit, y, money))];
        string[] joined =
        [
            .. years.Where(y => AnswerWords.Tenths(p.RealGrowthPct(unit, y)) != AnswerWords.Tenths(p.RealGrowthSameMembersPct(unit, y)))
                .Select(y => $"{AnswerWords.Tenths(p.RealGrowthSameMembersPct(unit, y))}% in {NatoYear.Label(request, y)}"),
        ];
        string note = joined.Length == 0
            ? NatoShares.EstimateNote
            : $"{NatoShares.EstimateNote} As in NATO's figures, a member's joining counts as growth; without it: {string.Join(", ", joined)}.";
        AllianceWords words = AllianceWords.Of(request.Language);
        return Columns.Build(
            NatoYear.Caption(
                request, "nato-total", title,
                $"{NatoYear.Measure(request)} of NATO Europe and Canada, {currency} bn, {prices}, and real change in percent", note),
            [
                new ColumnSeries($"{currency} bn, {prices}", $"spending_{currency.ToLowerInvariant()}_bn", amounts, amounts.Where(double.IsFinite).DefaultIfEmpty(0).Max() < 100 ? 1 : 0),
                new ColumnSeries(words.RealChange, "real_change_pct", [.. years.Select(y => p.RealGrowthPct(unit, y))], 1)
                {
                    Beside = [.. years.Select(y => p.RealGrowthSameMembersPct(unit, y))],
                    BesideTitle = words.SameMembers,
                    BesideName = "real_change_same_members_pct",
                },
            ],
            new ColumnTerms(years, p.BaseYear, request.Edition.FirstEstimateYear),
            request.Format.Frame());
    }

    /// <summary>Volumes of GDP and of defence spending, first published year = 100.</summary>
    public static Figure Volume(FigureRequest request)
    {
        Projection p = request.Scenario;
        Roster roster = request.Edition.Roster;
        AllianceWords words = AllianceWords.Of(request.Language);
        Unit together = NatoYear.EuropeAndCanada(request);
        string name = roster.TryGroup("NATO_EUR_CAN", out Group? group) ? request.NameOf(group) : words.Together;
        (string Name, Unit Unit)[] units =
        [
            (name, together),
            .. roster.TryMember("USA", out Member? usa) ? new[] { (request.NameOf(usa.Index), Unit.Member(usa.Index)) } : [],
        ];
        ImmutableArray<int> years = [.. Enumerable.Range(p.FirstYear, NatoYear.LastYear(request) - p.FirstYear + 1)];
        List<TrajectorySeries> lines = [];
        foreach ((string unitName, Unit unit) in units)
        {
            lines.Add(new TrajectorySeries(Named(words.Spending, unitName), years, [.. years.Select(y => p.SpendingIndex(unit, y))], true));
            lines.Add(new TrajectorySeries(Named(words.Gdp, unitName), years, [.. years.Select(y => p.GdpIndex(unit, y))], true));
        }

        string first = NatoYear.Text(p.FirstYear);
        double spending = Rounding.HalfUp(p.SpendingIndex(together, request.Year) - 100, 0);
        double gdp = Rounding.HalfUp(p.GdpIndex(together, request.Year) - 100, 0);
        string way = spending == 0 ? "unchanged" : $"{(spending > 0 ? "up" : "down")} {Whole(Math.Abs(spending))}%";
        return Trajectories.Build(
            NatoYear.Caption(
                request, "nato-volume",
                $"European and Canadian defence {way} since {first}, GDP {(gdp < 0 ? "-" : "+")}{Whole(Math.Abs(gdp))}%",
                $"{NatoYear.Measure(request)} and GDP at {NatoYear.Text(request.Edition.PriceYear)} prices, {first} = 100, to {NatoYear.Label(request, years[^1])}",
                "The same members in all years: those of today, also before they joined."),
            lines,
            new TrajectoryTerms(p.BaseYear, request.Edition.FirstEstimateYear, $"{first} = 100", false, 0) { ValueColumn = "index", ReferenceAt = 100, MayStartAboveZero = true },
            request.Format.Frame());

        static string Named(string what, string unit) => $"{what}, {unit}";
    }

    /// <summary>Spending per head by member.</summary>
    public static Figure PerHead(FigureRequest request)
    {
        Projection p = request.Scenario;
        MoneyBasis money = Basis(request);
        string currency = money.CurrencyCode(request.Edition, NatoYear.Armed(request));
        string prices = AnswerWords.Prices(money.PricesWord(request.Edition));
        List<RankedBar> bars = NatoShares.Rows(request, (m, y) => Rounding.HalfUp(p.PerHead(Unit.Member(m), y, money), 0));
        int most = Most(request);
        double highest = p.PerHead(Unit.Member(most), request.Year, money);
        bars.AddRange(NatoShares.Together(request, (unit, y) => Rounding.HalfUp(p.PerHead(unit, y, money), 0)));
        return RankedBars.Build(
            NatoYear.Caption(
                request, "nato-per-head",
                $"{request.Edition.Roster.Members[most].Name} leads per head with {AnswerWords.PerHead(highest, currency)} in {NatoYear.Label(request)}",
                $"{NatoYear.Measure(request)} per inhabitant, {currency}, {prices}, {NatoShares.Years(request)}",
                NatoShares.Note(request)),
            bars,
            new BarTerms(NatoShares.Series(request), $"per_head_{currency.ToLowerInvariant()}", 0),
            request.Format.Rows(bars.Count));
    }

    /// <summary>Why there is no figure per head; empty when there is one.</summary>
    public static string LacksPerHead(FigureRequest request) =>
        NatoRecipes.LacksYear(request) is { Length: > 0 } problem ? problem
        : Most(request) < 0 ? $"The edition knows the population of no chosen member in {NatoYear.Text(request.Year)}."
        : "";

    // One money for all: what the alliance together is told in, since a ranking in national money ranks nothing.
    private static MoneyBasis Basis(FigureRequest request) => request.Results.Options.Money(request.Edition, NatoYear.Armed(request));

    // Roster index of the chosen member that spends most a head; -1 when no figure is known.
    private static int Most(FigureRequest request)
    {
        MoneyBasis money = Basis(request);
        (int most, double highest) = (-1, double.NegativeInfinity);
        foreach (ReportUnit member in request.Results.Members)
        {
            double value = request.Scenario.PerHead(member.Unit, request.Year, money);
            if (request.Edition.Roster.WithForces.Contains(member.Unit.MemberIndex) && value > highest)
            {
                (most, highest) = (member.Unit.MemberIndex, value);
            }
        }

        return most;
    }

    private static string Whole(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Way(double growthPct) => Rounding.HalfUp(growthPct, 1) switch
    {
        > 0 => $", up {AnswerWords.Tenths(growthPct)}%",
        < 0 => $", down {AnswerWords.Tenths(-growthPct)}%",
        0 => ", as before",
        _ => "",
    };
}
