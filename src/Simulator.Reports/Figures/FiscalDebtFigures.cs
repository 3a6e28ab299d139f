using System.Collections.Immutable;
using System.Globalization;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Charts.Text;
using Simulator.Projections;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Figures;

/// <summary>Debt with and without the extra spending, over years and by member.</summary>
internal static class FiscalDebtFigures
{
    private const int MostMembers = 4;

    // Years of history that tell a level; earlier ones would flatten what is to come.
    private const int YearsBefore = 5;

    private const double AllPct = 100;
    private const double PartPct = 67;

    /// <summary>The chosen members, or those with the largest change of debt.</summary>
    public static Figure Largest(FigureRequest request)
    {
        int[] members = [.. Ranked(request).Take(MostMembers)];
        if (!request.Highlight.IsEmpty)
        {
            members = [.. request.Highlight.Take(MostMembers)];
        }

        double most = ExtraPp(request, members[0]).High;
        string year = Text(request.Year);
        string title = AnswerWords.RoundedPoints(most) > 0
            ? $"{NameOf(request, members[0])}: debt {AnswerWords.Tenths(most)} points above IMF path in {year}"
            : $"No ally's debt is above the IMF path in {year}";
        return Build(request, $"{RunResults.IdOf(request.Scenario)}-debt", title, members);
    }

    /// <summary>One member.</summary>
    public static Figure OfMember(FigureRequest request)
    {
        double points = ExtraPp(request, request.Member).Hold;
        double rounded = AnswerWords.RoundedPoints(points);
        string place = rounded > 0 ? $"{AnswerWords.Tenths(points)} points above IMF path"
            : rounded < 0 ? $"{AnswerWords.Tenths(-points)} points below IMF path"
            : "on the IMF path";
        return Build(
            request,
            $"{request.Edition.Roster.Members[request.Member].Iso3.ToLowerInvariant()}-debt-member",
            $"{NameOf(request, request.Member)}: debt {place} in {Text(request.Year)}",
            [request.Member]);
    }

    /// <summary>Extra debt of every member as a range.</summary>
    public static Figure ByMember(FigureRequest request)
    {
        Roster roster = request.Edition.Roster;
        BudgetWords words = BudgetWords.Of(request.Language);
        AllianceWords alliance = AllianceWords.Of(request.Language);
        FiscalSummary fiscal = new(request.Scenario);
        int[] ranked = [.. Ranked(request)];
        FiscalRange most = ExtraPp(request, ranked[0]);
        SpanRow[] rows =
        [
            .. ranked.Select(m => (Member: m, Range: ExtraPp(request, m))).Select(r => r.Range.HasValue
                ? new SpanRow(request.NameOf(r.Member), fiscal.ReferencesDiffer(r.Member) ? r.Range.ImfPath : double.NaN, r.Range.Hold)
                : new SpanRow(request.NameOf(r.Member), double.NaN, double.NaN, roster.WithForces.Contains(r.Member) ? words.NoDebt : alliance.NoForces)),
        ];
        string title = AnswerWords.RoundedPoints(most.High) > 0
            ? $"Extra debt in {Text(request.Year)}: up to {AnswerWords.Tenths(most.High)} points, in {NameOf(request, ranked[0])}"
            : $"No ally owes more in {Text(request.Year)}";
        const string status = "projection";
        return Spans.Build(
            request.Caption(
                $"{RunResults.IdOf(request.Scenario)}-extra-debt",
                title,
                $"{Of(request)} extra debt in {Text(request.Year)} if all of the extra spending is borrowed, points of GDP against the IMF's path",
                FiscalWords.DebtRemark),
            rows,
            new SpanTerms(
                new BarSeries(words.LessImf, request.Year, status), new BarSeries(words.AgainstHeld, request.Year, status), "extra_debt_pp", 1),
            request.Format.Rows(rows.Length));
    }

    /// <summary>Members by extra debt, the largest first; those without a figure last.</summary>
    private static IEnumerable<int> Ranked(FigureRequest request) => request.Results.Members.Select(m => m.Unit.MemberIndex)
        .OrderByDescending(m => ExtraPp(request, m).HasValue ? ExtraPp(request, m).High : double.NegativeInfinity)
        .ThenBy(request.NameOf, NameOrder.Of(request.Language));

    private static FiscalRange ExtraPp(FigureRequest request, int member) =>
        request.Edition.Roster.WithForces.Contains(member)
            ? new FiscalSummary(request.Scenario).ExtraDebtPp(Unit.Member(member), request.Year, AllPct)
            : FiscalRange.None;

    private static Figure Build(FigureRequest request, string id, string title, int[] members)
    {
        Edition edition = request.Edition;
        BudgetWords words = BudgetWords.Of(request.Language);
        int first = Math.Max(edition.FirstYear, edition.BaseYear - YearsBefore);
        ImmutableArray<int> years = [.. Enumerable.Range(first, Math.Max(request.Results.Options.Horizon, request.Year) - first + 1)];
        CurvePanel[] panels = [.. members.Select(m => PanelOf(request, m, years))];
        return Curves.Build(
            request.Caption(
                id,
                title,
                $"{Of(request)} general government gross debt, percent of GDP{(members.Length > 1 ? $"; beside each name the points of GDP by which it is higher in {Text(request.Year)}" : "")}",
                FiscalWords.DebtRemark),
            panels,
            new CurveTerms(
                years,
                edition.BaseYear,
                edition.FirstEstimateYear,
                words.ImfPath,
                words.AllBorrowed,
                ChartLanguage.Fill(words.PartBorrowed, request.Language.Percent(PartPct, 0)),
                ["imf_debt_pct", "debt_all_borrowed_pct", "debt_67_pct_borrowed_pct"]),
            request.Format.Frame());
    }

    private static CurvePanel PanelOf(FigureRequest request, int member, ImmutableArray<int> years)
    {
        Projection projection = request.Scenario;
        FiscalSummary fiscal = new(projection);
        Unit unit = Unit.Member(member);
        ImmutableArray<double> imf = [.. years.Select(y => y <= projection.BaseYear
            ? request.Edition.Weo.Value(WeoIndicator.GrossDebtPct, member, y)
            : projection.Macro.ImfDebtPct[((y - projection.BaseYear) * projection.Macro.Members) + member])];
        // The curves of the rise leave the IMF's in the base year.
        ImmutableArray<double> all = [.. years.Select((y, i) => Debt(y, i, AllPct))];
        ImmutableArray<double> part = [.. years.Select((y, i) => Debt(y, i, PartPct))];
        FiscalRange extra = fiscal.ExtraDebtPp(unit, request.Year, AllPct);
        string points = Signed(request.Language, extra.Hold);
        string range = fiscal.ReferencesDiffer(member) && Signed(request.Language, extra.ImfPath) != points
            ? $"{Signed(request.Language, extra.ImfPath)}…{points}"
            : points;
        return new CurvePanel(
            request.NameOf(member),
            new Curve(imf, request.Language.Number(imf[^1])),
            new Curve(all, request.Language.Number(all[^1])),
            part,
            range);

        double Debt(int year, int at, double borrowedPct) =>
            year < projection.BaseYear ? double.NaN : year == projection.BaseYear ? imf[at] : fiscal.DebtPct(unit, year, borrowedPct).Hold;
    }

    private static string Signed(ChartLanguage language, double points) =>
        (AnswerWords.RoundedPoints(points) > 0 ? "+" : "") + language.Number(AnswerWords.RoundedPoints(points), 1);

    private static string Of(FigureRequest request) => $"\"{request.Scenario.Scenario.Title.TrimEnd('.', ' ')}\":";

    private static string NameOf(FigureRequest request, int member) => request.Edition.Roster.Members[member].Name;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
