using System.Xml.Linq;
using Simulator.Charts;
using Simulator.Charts.Svg;
using Simulator.Pathways;
using Simulator.Reports.Figures;
using Simulator.Reports.RunFigures;

namespace Simulator.Reports.Tests.RunFigures;

public sealed class ScenarioFiguresTests
{
    public static TheoryData<string, string> Figures()
    {
        TheoryData<string, string> data = [];
        foreach (string figure in ScenarioRecipes.All.Where(r => r.Scope == FigureScope.Scenario).Select(r => r.Id))
        {
            foreach (Scenario scenario in TinyRun.All)
            {
                data.Add(figure, scenario.Id);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_figure_states_its_finding_and_where_it_comes_from(string name, string scenario)
    {
        RunResults results = TinyDraws.Results(TinyDraws.ToHorizon, TinyDraws.Uncertainty, [.. TinyRun.All]);
        Figure figure = ScenarioFigures.Build(name, results, results.Projections.Single(p => p.Scenario.Id == scenario), "0123456789ab");
        Assert.Equal($"{scenario}-{name}", figure.Id);
        Assert.InRange(figure.Title.Split(' ').Length, 4, 10);
        Assert.Contains("2035", figure.Title, StringComparison.Ordinal);

        // A debt ratio has a unit and no prices.
        Assert.Contains(name == "range-debt" ? "percent of GDP" : "prices", figure.Subtitle, StringComparison.Ordinal);
        Assert.Equal("3 July 2026", figure.Credit.CutOff);
        Assert.Equal("0123456789ab", figure.Credit.RunId);
        Assert.Equal(TinyAlliance.Edition.SourceLine, figure.Credit.Source);
        Assert.Equal(scenario == "two-legs", figure.Credit.Note.Contains("Counts can rise", StringComparison.Ordinal));
        XDocument.Parse(SvgRenderer.Render(figure, Theme.Light));
        Assert.DoesNotContain("NaN", figure.Data.ToCsv(), StringComparison.Ordinal);
    }

    [Fact]
    public void Titles_count_as_the_answers_do()
    {
        RunResults results = TinyRun.Results(new RunOptions(), TinyRun.Hold, TinyRun.Core);
        Assert.Equal("1 of 4 allies is at the line in 2035", Title("members", 0));
        Assert.Equal("All 4 allies are at the line in 2035", Title("members", 1));
        Assert.Equal("1 of 4 allies spends at least 3.5% in 2035", Title("ranking", 0));
        Assert.Equal("All 4 allies spend at least 3.5% in 2035", Title("ranking", 1));
        Assert.StartsWith("Allied spending rises ", Title("total", 1), StringComparison.Ordinal);

        string Title(string name, int scenario) => ScenarioFigures.Build(name, results, results.Projections[scenario], "x").Title;
    }

    [Fact]
    public void A_scenario_whose_figure_would_take_the_name_of_another_is_refused()
    {
        Scenario nato = TinyRun.Scenario("nato", "Named like a set of figures");
        string problem = Assert.Single(RunFigureSet.Problems([TinyRun.Hold, nato]));
        Assert.Contains("\"nato-total\"", problem, StringComparison.Ordinal);
        Assert.Empty(RunFigureSet.Problems(TinyRun.All));
    }

    [Fact]
    public void Members_stand_by_name_and_Iceland_says_why_it_is_empty()
    {
        RunResults results = TinyRun.Results(new RunOptions(), TinyRun.Core);
        Figure figure = ScenarioFigures.Build("members", results, results.Projections[0], "x");
        Assert.Equal(["Canada", "France", "Iceland", "Italy", "United States"], figure.Panels.Select(p => p.Title));
        Assert.Contains("armed forces", figure.Panels[2].Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_rounding_lifts_to_the_line_is_drawn_and_counted_there()
    {
        RunResults results = TinyRun.Results(new RunOptions(), TinyRun.Scenario("near", "Near", TinyRun.AtLeast(3.4955, 2035)));
        Figure figure = ScenarioFigures.Build("members", results, results.Projections[0], "x");
        Assert.Equal("All 4 allies are at the line in 2035", figure.Title);
        Assert.All(figure.Panels.Where(p => p.Title != "Iceland"), p => Assert.Equal(DotShape.Filled, Assert.Single(p.Marks.OfType<DotMark>()).Shape));
    }

    [Fact]
    public void Lines_of_different_ends_are_not_drawn_as_one()
    {
        Scenario mixed = new()
        {
            Id = "mixed",
            Title = "Mixed",
            Paths = [],
            Settings = [new SettingRow { Origin = new RowOrigin("x.csv", 2), Setting = Setting.LinePct, Members = Simulator.Alliance.MemberSet.Of(TinyAlliance.Italy), Number = 2 }],
            Notes = [],
            NotComputed = [],
        };
        RunResults results = TinyRun.Results(new RunOptions(), mixed);
        Figure figure = ScenarioFigures.Build("ranking", results, results.Projections[0], "x");
        Assert.Equal("2 of 4 allies are at the line in 2035", figure.Title);
        XDocument.Parse(SvgRenderer.Render(figure, Theme.Light));
        Assert.Throws<ArgumentException>(() => ScenarioFigures.Build("pie", results, results.Projections[0], "x"));
    }
}
