using Simulator.Data.Diagnostics;
using Simulator.Data.Scenarios;
using Simulator.Pathways;

namespace Simulator.Data.Tests.Scenarios;

/// <summary>A file that was written for an older edition, run on a newer one: what is past by now is named, nothing is guessed.</summary>
public sealed class LaterEditionTests
{
    public const string OldBaseYear = "NS215";
    private const string Header = "scenario,members,what,value,from,to,2025,2026,2027,2030\nx,,edition,nato-2024,,,,,,\n";

    private static readonly BindOptions Later = new() { EditionOverride = true, BaseYears = new Dictionary<string, int> { ["nato-2024"] = 2024, ["nato-2030"] = 2030 } };

    [Fact]
    public void From_the_old_base_year_is_from_the_base_year()
    {
        ScenarioSet set = Reading.Bind(Header + "x,FRA,at_least_pct,3.5,2024,2035,,,,\nx,DEU,at_least_pct,3.5,,2035,,,,\n", options: Later);
        Assert.Empty(Reading.Errors(set));
        Scenario scenario = Assert.Single(set.Scenarios);
        Assert.All(scenario.Paths, p => Assert.Equal((2026, 2035), (p.From, p.To)));
        Diagnostic notice = Assert.Single(set.Diagnostics, d => d.Code == OldBaseYear);
        Assert.Equal((3, "2024"), (notice.Spot.Line, Reading.Underlined(notice)));
        Assert.Contains("from 2024 was read as 2026", notice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_span_of_a_setting_that_began_since_goes_on()
    {
        ScenarioSet set = Reading.Bind(Header + "x,FRA,max_step_pp,0.2,2025,2030,,,,\nx,DEU,growth_pp,-1,2025,,,,,\n", options: Later);
        Assert.Empty(Reading.Errors(set));
        Assert.Equal([2026, 2026], Assert.Single(set.Scenarios).Settings.Where(s => s.Setting is Setting.MaxStepPp or Setting.GrowthPp).Select(s => s.From));
        Assert.Contains("(2 times, the first here)", Assert.Single(set.Diagnostics, d => d.Code == OldBaseYear).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x,FRA,at_least_pct,3.5,2025,2035,,,,\n", "2025")]
    [InlineData("x,FRA,at_least_pct,3.5,2024,2025,,,,\n", "2025")]
    [InlineData("x,FRA,at_least_pct,3.5,,2026,,,,\n", "2026")]
    [InlineData("x,FRA,real_change_pct,5,,2026,,,,\n", "2026")]
    [InlineData("x,FRA,max_step_pp,0.2,2024,2025,,,,\n", "2025")]
    [InlineData("x,FRA,delay_years,2,2025,,,,,\n", "2025")]
    public void A_point_that_is_past_by_now_is_named(string row, string underlined)
    {
        ScenarioSet set = Reading.Bind(Header + row, options: Later);
        Diagnostic error = Assert.Single(set.Diagnostics, d => d.IsError);
        Assert.Equal(("NS028", underlined), (error.Code, Reading.Underlined(error)));
        Assert.Equal($"{underlined} lies in the past now: the scenario is written for edition nato-2024, which ends in 2024, and edition nato-2026 has figures to 2026", error.Message);
        Assert.Contains("--edition nato-2024", error.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_of_past_years_are_passed_over_with_a_notice()
    {
        ScenarioSet set = Reading.Bind(Header + "x,FRA,share_pct,,2024,,2,2.1,2.2,3\n", options: Later);
        Assert.Empty(Reading.Errors(set));
        PathRow path = Assert.Single(Assert.Single(set.Scenarios).Paths);
        Assert.Equal([2027, 2030], path.ByYear.Select(v => v.Year));
        Assert.Contains("the entry for 2025 was ignored", Assert.Single(set.Diagnostics, d => d.Code == "NS208").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scenario,members,what,value,from,to\nx,FRA,at_least_pct,3.5,2024,2035\n")]
    [InlineData("scenario,members,what,value,from,to\nx,,edition,nato-2030,,\nx,FRA,at_least_pct,3.5,2024,2035\n")]
    [InlineData("scenario,members,what,value,from,to\nx,,edition,nato-2024,,\nx,FRA,at_least_pct,3.5,2023,2035\n")]
    public void Without_an_older_edition_that_explains_it_a_past_year_stays_an_error(string text)
    {
        Diagnostic error = Assert.Single(Reading.Bind(text, options: Later).Diagnostics, d => d.IsError);
        Assert.Equal("NS028", error.Code);
        Assert.Contains("is before 2026, the last year of edition nato-2026", error.Message, StringComparison.Ordinal);
    }
}
