using System.Globalization;
using Microsoft.Data.Sqlite;
using Simulator.Reports.Sweeps;
using Simulator.Sweeps.Designs;
using static Simulator.Reports.Tests.Sweeps.SmallSweep;

namespace Simulator.Reports.Tests.Sweeps;

public class SweepReportTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Every_byte_is_the_same_under_any_culture(string culture)
    {
        using var scratch = new ScratchFolder();
        SweepReport.Execute(Job(Request(scratch["usual"]) with { Keep = KeepWorlds.Csv }), CancellationToken.None);
        string text = SweepText.Write(SweepReport.Execute(Job(Request()), CancellationToken.None).Result);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            SweepReport.Execute(Job(Request(scratch["other"]) with { Keep = KeepWorlds.Csv }), CancellationToken.None);
            Assert.Equal(text, SweepText.Write(SweepReport.Execute(Job(Request()), CancellationToken.None).Result));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(Files(scratch["usual"]), Files(scratch["other"]));
    }

    [Theory]
    [InlineData(SweepDesign.Saltelli, 256, 256 * 7)]
    [InlineData(SweepDesign.Sobol, 512, 512)]
    [InlineData(SweepDesign.Lhs, 333, 333)]
    [InlineData(SweepDesign.Grid, null, 5 * 3 * 3 * 2 * 5)]
    public void Every_design_is_run_and_told(SweepDesign design, int? points, int worlds)
    {
        SweepJob job = Job(Request(choice: new SweepChoice { Design = design, Points = points }));
        Assert.Equal(worlds, job.Space.Worlds);
        SweepAnswers answers = SweepReport.Execute(job, CancellationToken.None).Result;
        Assert.Equal(design == SweepDesign.Saltelli ? 512 : worlds, answers.Whole.Tallies[0].Count);
        Assert.Equal(design == SweepDesign.Saltelli ? 5 : 0, answers.Indices[0].Count);
        string text = SweepText.Write(answers);
        Assert.Contains("in 2035 is below 3.5 % in ", text, StringComparison.Ordinal);
        Assert.Contains(design == SweepDesign.Saltelli ? "of its variance" : "PAWN", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 130));
    }

    [Fact]
    public void A_grid_has_every_combination_of_its_levels_once()
    {
        using var scratch = new ScratchFolder();
        SweepReport.Execute(Job(Request(scratch["grid"], new SweepChoice { Design = SweepDesign.Grid }) with { Keep = KeepWorlds.Csv }), CancellationToken.None);
        string[][] rows = [.. File.ReadLines(Path.Combine(scratch["grid"], "worlds.csv")).Skip(1).Select(l => l.Split(','))];
        Assert.Equal(450, rows.Select(r => string.Join(',', r[1..6])).Distinct().Count());
        Assert.Equal(["3", "3.5", "4", "4.5", "5"], rows.Select(r => r[1]).Distinct());
        Assert.Equal(["2030", "2034", "2038"], rows.Select(r => r[2]).Distinct());
        Assert.Equal(["20", "60", "100"], rows.Select(r => r[3]).Distinct());
        Assert.Equal(["linear", "back 2"], rows.Select(r => r[4]).Distinct());
    }

    [Fact]
    public void Kept_worlds_are_the_same_in_both_forms_and_agree_with_the_tallies()
    {
        using var scratch = new ScratchFolder();
        SweepAnswers answers = SweepReport.Execute(Job(Request(scratch["csv"]) with { Keep = KeepWorlds.Csv }), CancellationToken.None).Result;
        Assert.True(SweepReport.Execute(Job(Request(scratch["sqlite"]) with { Keep = KeepWorlds.Sqlite }), CancellationToken.None).IsDone);
        string[] lines = File.ReadAllLines(Path.Combine(scratch["csv"], "worlds.csv"));
        Assert.Equal("world,at_least_pct,to,delivery_pct:EUROPE,shape:DEU FRA,real_growth_pct:USA,share_pct:EUROPE:2035,cumulative_extra_eur_bn:EUROPE:2027-2035", lines[0]);
        Assert.Equal(256 * 7, lines.Length - 1);
        double[] independent = [.. lines.Skip(1).Where((_, i) => i % 7 < 2).Select(l => double.Parse(l.Split(',')[6], CultureInfo.InvariantCulture))];
        Assert.Equal(answers.Whole.Sampled[0], independent);

        SqliteConnectionStringBuilder source = new() { DataSource = Path.Combine(scratch["sqlite"], "worlds.sqlite"), Pooling = false, Mode = SqliteOpenMode.ReadOnly };
        using SqliteConnection database = new(source.ConnectionString);
        database.Open();
        using SqliteCommand all = database.CreateCommand();
        all.CommandText = "SELECT * FROM worlds ORDER BY world";
        using SqliteDataReader rows = all.ExecuteReader();
        foreach (string line in lines.Skip(1))
        {
            Assert.True(rows.Read());
            string row = string.Join(',', Enumerable.Range(0, rows.FieldCount).Select(c => rows.GetValue(c) is double d ? d.ToString(CultureInfo.InvariantCulture) : rows.GetValue(c).ToString()));
            Assert.Equal(line, row);
        }

        Assert.False(rows.Read());
    }

    [Fact]
    public void A_sample_that_no_disk_holds_is_refused_before_the_work()
    {
        using var scratch = new ScratchFolder();
        SweepRequest request = Request(scratch["huge"], new SweepChoice { Design = SweepDesign.Lhs, Points = LatinHypercubeDesign.MostPoints });
        request = request with { Keep = KeepWorlds.Csv };
        SweepJob job = Job(request with { Outcomes = [.. Enumerable.Range(0, 400).Select(i => request.Outcomes[0] with { Name = $"o{i}" })] });
        ReportOutcome<SweepAnswers> outcome = SweepReport.Execute(job, CancellationToken.None);
        Assert.Equal(73, outcome.Failure.ExitCode);
        Assert.Matches("^worlds.csv would take about [0-9.]+ TB, and the disk has .* free\\.$", outcome.Failure.Message);
        Assert.False(Directory.Exists(scratch["huge"]));
    }

    [Fact]
    public void A_choice_that_cannot_be_is_told_in_words()
    {
        Assert.Contains("power of two", Assert.Single(new SweepChoice { Points = 1000 }.Problems()), StringComparison.Ordinal);
        Assert.Contains("512 or 1024", new SweepChoice { Points = 1000 }.Problems()[0], StringComparison.Ordinal);
        Assert.Contains("2^31", Assert.Single(new SweepChoice { Design = SweepDesign.Sobol, Points = 1L << 32 }.Problems()), StringComparison.Ordinal);
        Assert.Contains("outside 1 to", Assert.Single(new SweepChoice { Design = SweepDesign.Lhs, Points = 0 }.Problems()), StringComparison.Ordinal);
        Assert.Contains("levels", Assert.Single(new SweepChoice { Design = SweepDesign.Grid, Points = 5 }.Problems()), StringComparison.Ordinal);
        Assert.Contains("--scramble", Assert.Single(new SweepChoice { Design = SweepDesign.Lhs, Scrambles = true }.Problems()), StringComparison.Ordinal);
        Assert.Contains("outside 8", Assert.Single(new SweepChoice { Draws = 5 }.Problems()), StringComparison.Ordinal);
        Assert.Empty(new SweepChoice { Points = 1 }.Problems());
    }

    [Fact]
    public void Draws_and_a_single_point_run()
    {
        SweepAnswers drawn = SweepReport.Execute(Job(Request(choice: new SweepChoice { Points = 16, Draws = 20 })), CancellationToken.None).Result;
        Assert.Equal(2 * 16 * 20, drawn.Whole.Tallies[0].Count);
        Assert.Contains("each with 20 draws of chance", SweepText.Write(drawn), StringComparison.Ordinal);
        SweepAnswers one = SweepReport.Execute(Job(Request(choice: new SweepChoice { Design = SweepDesign.Sobol, Points = 1 })), CancellationToken.None).Result;
        Assert.Equal(1, one.Whole.Tallies[0].Count);
        Assert.True(double.IsNaN(one.Whole.Tallies[0].Sd));
        Assert.Contains("No factor moves it.", SweepText.Write(one), StringComparison.Ordinal);
    }
}
