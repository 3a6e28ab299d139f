using System.Text.Json;
using Simulator.Data.Diagnostics;
using Simulator.Data.Scenarios;
using Simulator.Data.Tests.Scenarios;

namespace Simulator.Data.Tests.Diagnostics;

public sealed class DiagnosticTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void LooksAsTheManualSays(string culture)
    {
        using CultureScope scope = new(culture);
        string rows = string.Concat(Enumerable.Range(0, 12).Select(i => $"s{i},FRA,hold,,,\n"));
        ScenarioSet set = Reading.Bind([Reading.Read("scenario,members,what,value,from,to\n" + rows + "five-fast,FRA,at_least_pct,45,2026,2030\n", "my-scenarios.csv")]);
        StringWriter writer = new();
        DiagnosticText.Write(writer, set.Diagnostics, set.Count);
        Assert.Equal(
            """
            error[NS012]: share of GDP is outside 0 to 15
              --> my-scenarios.csv:14:28  column value
               14 | five-fast,FRA,at_least_pct,45,2026,2030
                  |                            ^^ 45 percent
              help: did you mean 4.5?
            1 error, 0 warnings in 1 file (13 rows read)

            """.ReplaceLineEndings("\n"),
            writer.ToString());
    }

    [Fact]
    public void NoticesCanBeLeftOutAndAreNeverCounted()
    {
        ScenarioSet set = Reading.Bind("scenario;members;what;value\r\nx;FRA;hold;\r\n");
        StringWriter with = new();
        StringWriter without = new();
        DiagnosticText.Write(with, set.Diagnostics, set.Count);
        DiagnosticText.Write(without, set.Diagnostics, set.Count, notices: false);
        Assert.Contains("notice[NS204]", with.ToString(), StringComparison.Ordinal);
        Assert.Equal("0 errors, 0 warnings in 1 file (1 row read)\n", without.ToString());
    }

    // Below the text that is meant, whatever stands before it: a tab shows as four blanks, a wide letter takes two cells, an accent none.
    [Theory]
    [InlineData("a\tbad", 3, "a    bad", 5)]
    [InlineData("\u6F22\u5B57bad", 3, "\u6F22\u5B57bad", 4)]
    [InlineData("e\u0301bad", 3, "e\u0301bad", 1)]
    [InlineData("\U0001F600\u200Dbad", 3, "\U0001F600\u200Dbad", 2)]
    [InlineData("\u001B[2Jbad", 5, "\uFFFD[2Jbad", 4)]
    public void CaretsStandUnderTheText(string line, int column, string shown, int blanks)
    {
        string text = DiagnosticText.Render(new Diagnostic("NS012", new Spot("f", 3, column, 3, line, "value"), "m"));
        string[] lines = text.Split('\n');
        Assert.Equal("    3 | " + shown, lines[2]);
        Assert.Equal("      | " + new string(' ', blanks) + "^^^", lines[3]);
    }

    [Fact]
    public void ALongLineIsShownAroundTheText()
    {
        string line = new string('x', 5000) + "bad" + new string('y', 5000);
        string[] lines = DiagnosticText.Render(new Diagnostic("NS012", new Spot("f", 3, 5001, 3, line, ""), "m")).Split('\n');
        Assert.True(lines[2].Length < 200);
        Assert.Equal("bad", lines[2].Substring(lines[3].IndexOf('^', StringComparison.Ordinal), 3));
    }

    [Fact]
    public void JsonSaysTheSame()
    {
        ScenarioSet set = Reading.Bind("scenario,members,what,value,to\nx,\"Türkiye\",at_least_pct,45,2030\n");
        StringWriter writer = new();
        DiagnosticJson.Write(writer, set.Diagnostics, set.Count);
        Assert.Contains("Türkiye", writer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\r', writer.ToString());
        using JsonDocument json = JsonDocument.Parse(writer.ToString());
        JsonElement root = json.RootElement;
        Assert.Equal((2, 0, 1, 1), (root.GetProperty("errors").GetInt32(), root.GetProperty("warnings").GetInt32(), root.GetProperty("files").GetInt32(), root.GetProperty("rows").GetInt32()));
        JsonElement[] all = [.. root.GetProperty("diagnostics").EnumerateArray()];
        Assert.Equal(set.Diagnostics.Count, all.Length);
        JsonElement range = all.Single(d => d.GetProperty("code").GetString() == "NS012");
        Diagnostic same = set.Diagnostics.Single(d => d.Code == "NS012");
        Assert.Equal("error", range.GetProperty("severity").GetString());
        Assert.Equal("my.csv", range.GetProperty("file").GetString());
        Assert.Equal((same.Spot.Line, same.Spot.Column, same.Spot.Length), (range.GetProperty("line").GetInt32(), range.GetProperty("column").GetInt32(), range.GetProperty("length").GetInt32()));
        Assert.Equal((same.Message, same.Label, same.Help, same.Spot.SourceLine, same.Spot.ColumnName), (
            range.GetProperty("message").GetString(), range.GetProperty("label").GetString(), range.GetProperty("help").GetString(), range.GetProperty("source_line").GetString(), range.GetProperty("column_name").GetString()));
    }

    [Theory]
    [InlineData("at_lest_pct", "at_least_pct")]
    [InlineData("ITALIA", "")]
    [InlineData("form", "from")]
    [InlineData("", "")]
    [InlineData("x", "")]
    public void TheNearestNameIsNear(string written, string nearest) =>
        Assert.Equal(nearest, NearestName.Of(written, ["at_least_pct", "share_pct", "from", "to"]));
}
