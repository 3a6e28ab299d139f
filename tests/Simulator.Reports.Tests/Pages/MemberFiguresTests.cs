using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Projections;
using Simulator.Reports.Pages;

namespace Simulator.Reports.Tests.Pages;

/// <summary>The small figures of a member draw the projections' numbers.</summary>
public sealed class MemberFiguresTests
{
    private static readonly RunResults Results = TinyRun.Results(new RunOptions(), [.. TinyRun.All]);

    [Fact]
    public void Paths_are_the_shares_of_history_scenarios_and_the_line()
    {
        Figure figure = MemberFigures.Paths(Results, TinyAlliance.Italy);
        Unit italy = Unit.Member(TinyAlliance.Italy);
        Projection p = Results.Projections[1];
        Assert.Equal("ita-paths", figure.Id);
        Assert.Equal<string>(["series", "year", "status", "share_pct"], figure.Data.Columns);
        Assert.Equal(
            Enumerable.Range(2026, 10).Select(y => p.SharePct(italy, y)),
            figure.Data.Rows.Where(r => r[0].ToString() == "core").Select(r => r[3].Number));
        Assert.Equal(
            Enumerable.Range(2026, 10).Select(y => p.LinePct(italy, y)),
            figure.Data.Rows.Where(r => r[0].ToString() == "line").Select(r => r[3].Number));
        Assert.Equal("Share of GDP stays at 2.10 % by 2035", figure.Title);
        Drawn(figure);
    }

    [Fact]
    public void Debt_is_that_with_all_of_the_extra_borrowed_beside_the_imf_path()
    {
        Assert.True(MemberFigures.HasDebt(Results, TinyAlliance.Italy));
        Figure figure = MemberFigures.Debt(Results, TinyAlliance.Italy);
        Unit italy = Unit.Member(TinyAlliance.Italy);
        FiscalSummary fiscal = new(Results.Projections[1]);
        Assert.Equal(
            Enumerable.Range(2026, 10).Select(y => fiscal.DebtPct(italy, y, 100).Hold),
            figure.Data.Rows.Where(r => r[0].ToString() == "core").Select(r => r[3].Number));
        MacroPath macro = Results.History.Macro;
        Assert.Equal(
            Enumerable.Range(0, 10).Select(t => macro.ImfDebtPct[(t * macro.Members) + TinyAlliance.Italy]),
            figure.Data.Rows.Where(r => r[0].ToString() == "IMF path").Select(r => r[3].Number));
        Drawn(figure);
    }

    // Every point that is drawn stands in the data, and no other.
    private static void Drawn(Figure figure)
    {
        double[] drawn = [.. figure.Panels.Single().Marks.OfType<LineMark>().SelectMany(m => m.Points).Select(p => p.Y).Where(double.IsFinite).Order()];
        Assert.Equal(figure.Data.Rows.Select(r => r[3].Number).Where(double.IsFinite).Order(), drawn);
    }
}
