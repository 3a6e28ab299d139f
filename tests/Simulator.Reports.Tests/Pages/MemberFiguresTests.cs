using System.Reflection;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Tests;
using Simulator.Data.Editions;
using Simulator.Engine;
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
        HoldsWhatIsDrawn(figure);
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
        HoldsWhatIsDrawn(figure);
    }

    [Fact]
    public void No_words_meet_for_any_member_of_the_shipped_edition_under_scenarios_that_end_close_together()
    {
        string root = typeof(MemberFiguresTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;
        Edition edition = EditionStore.LoadDefault(DataFolder.Open(Path.Combine(root, "data")).Value).Value;
        MacroPath macro = MacroPathBuilder.Build(edition, 2035);
        Projection[] projections =
        [
            .. new[] { 0.5, 2.5, 3.3, 3.4, 3.5, 3.6, 5 }.Select(target => new Projection(Projector.Run(
                TinyRun.Scenario($"to-{target * 10:0}", "A target", TinyRun.AtLeast(target, 2035) with { Members = edition.Roster.WithForces }),
                edition,
                macro))),
        ];
        RunResults results = new(edition, projections, TinyRun.Sipri, new RunOptions());
        foreach (int member in edition.Roster.WithForces)
        {
            Drawn paths = new(MemberFigures.Paths(results, member));
            paths.AssertTextsAreClear();
            Assert.True(MemberFigures.HasDebt(results, member));
            Drawn debt = new(MemberFigures.Debt(results, member), Theme.Dark);
            debt.AssertTextsAreClear();
            Assert.DoesNotContain(paths.Texts.Concat(debt.Texts), t => t.Text.EndsWith('…'));
        }
    }

    // Every point that is drawn stands in the data, and no other.
    private static void HoldsWhatIsDrawn(Figure figure)
    {
        double[] drawn = [.. figure.Panels.Single().Marks.OfType<LineMark>().SelectMany(m => m.Points).Select(p => p.Y).Where(double.IsFinite).Order()];
        Assert.Equal(figure.Data.Rows.Select(r => r[3].Number).Where(double.IsFinite).Order(), drawn);
    }
}
