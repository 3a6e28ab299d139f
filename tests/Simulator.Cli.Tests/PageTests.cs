using System.Xml.Linq;

namespace Simulator.Cli.Tests;

/// <summary>The pages of the shipped scenarios and members: their size, and that a parser takes them.</summary>
public class PageTests
{
    private const string Doctype = "<!DOCTYPE html>\n";

    // What can be sent by mail and opened on a telephone.
    private const int MostBytes = 3_000_000;

    [Fact]
    public void The_report_of_the_main_job_stays_small_and_holds_every_scenario_and_member()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(ExitCode.Done, Repository.Natosim("run", Repository.Path("data/scenarios/main.csv"), "--out", folder.Path("out")).Exit);
        string text = File.ReadAllText(folder.Path("out/report.html"));
        Assert.InRange(new FileInfo(folder.Path("out/report.html")).Length, 200_000, MostBytes);
        XElement page = XElement.Parse(text[Doctype.Length..]);
        string[] ids = [.. page.Descendants().Attributes("id").Select(a => a.Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        string[][] answers = [.. File.ReadLines(folder.Path("out/answers.csv")).Skip(1).Select(l => l.Split(','))];
        Assert.All(answers.Select(a => a[0]).Distinct(), scenario => Assert.Contains("s_" + scenario, ids));
        Assert.Equal(32, ids.Count(i => i.StartsWith("m_", StringComparison.Ordinal)));
        Assert.Equal(ids.Count(i => i.StartsWith("s_", StringComparison.Ordinal)), page.Descendants("caption").Count(c => c.Value.StartsWith("Members: shares", StringComparison.Ordinal)));
        Assert.Contains("3 July 2026", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FRA", "nato-2026", "<h2>Budget law and NATO's figure</h2>\n<div class=\"scroll\"")]
    [InlineData("USA", "nato-2026", "<h2>Budget law and NATO's figure</h2>\n<div class=\"scroll\"")]
    [InlineData("MKD", "nato-2026", "The data hold no amount of a budget law")]
    [InlineData("POL", "nato-2024", "Edition nato-2024 has no table of national plans.")]
    public void A_brief_of_any_member_is_a_page_with_budgets_or_why_there_are_none(string member, string edition, string budgets)
    {
        using TemporaryFolder folder = new();
        (int exit, _, string error) = Repository.NatosimUnder("de-DE", "brief", member, "hague-core", "--edition", edition, "--out", folder.Path("out"));
        Assert.Equal((ExitCode.Done, "brief.html"), (exit, error.Split(' ').First(w => w.StartsWith("brief.", StringComparison.Ordinal)).TrimEnd(',')));
        string text = File.ReadAllText(folder.Path("out/brief.html"));
        XElement.Parse(text[Doctype.Length..]);
        Assert.Contains(budgets, text, StringComparison.Ordinal);
        Assert.Contains("\"brief.html\"", File.ReadAllText(folder.Path("out/run.json")), StringComparison.Ordinal);
    }
}
