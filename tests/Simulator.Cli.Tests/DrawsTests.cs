using System.Globalization;
using System.Text.Json;
using Simulator.Reports.Ranges;

namespace Simulator.Cli.Tests;

/// <summary>natosim run --draws: ranges that come out again, and what is refused.</summary>
public class DrawsTests
{
    [Fact]
    public void The_ranges_of_shipped_scenarios_are_told_so()
    {
        foreach (string culture in new[] { "", "de-DE", "tr-TR" })
        {
            (int exit, string text, string error) = Repository.NatosimUnder(culture, "run", "hague-core", "announced", "hold-share", "--draws", "2000", "--seed", "7", "--quiet");
            Assert.Equal("", error);
            Assert.Equal(ExitCode.Done, exit);
            Golden.Matches("draws.txt", text);
        }
    }

    [Fact]
    public void Seed_number_and_switches_stand_in_the_manifest_and_decide_the_run_id()
    {
        using TemporaryFolder folder = new();
        HashSet<string> ids = [];
        string[][] variants = [["--draws", "100"], ["--draws", "101"], ["--draws", "100", "--seed", "2"], ["--draws", "100", "--without", "start"], ["--draws", "100", "--without", "start,delivery"], []];
        foreach (string[] variant in variants)
        {
            string path = folder.Path("out" + ids.Count.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(ExitCode.Done, Repository.Natosim(["run", "announced", "--charts", "none", "--out", path, .. variant]).Exit);
            using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(path, "run.json")));
            Assert.True(ids.Add(manifest.RootElement.GetProperty("run_id").GetString()!));
            bool isDrawn = variant.Length > 0;
            Assert.Equal(isDrawn, File.Exists(Path.Combine(path, "ensemble.csv")));
            Assert.Equal(isDrawn, File.Exists(Path.Combine(path, "ensemble_counts.csv")));
            string[] inputs = [.. manifest.RootElement.GetProperty("inputs").EnumerateArray().Select(i => i.GetProperty("name").GetString()!)];
            Assert.Equal(isDrawn, inputs.Contains("data/uncertainty.csv"));
            Assert.Equal(isDrawn, manifest.RootElement.GetProperty("options").TryGetProperty("seed", out JsonElement seed));
            Assert.Equal(isDrawn ? variant.Contains("--seed") ? "2" : "1" : "", isDrawn ? seed.GetString() : "");
        }
    }

    [Theory]
    [InlineData("is outside 100 to 4294967288", "--draws", "99")]
    [InlineData("is outside 100 to 4294967288", "--draws", "4294967289")]
    [InlineData("is outside 100 to 4294967288", "--draws", "18446744073709551615")]
    [InlineData("is no whole number", "--draws", "-5")]
    [InlineData("is no whole number", "--draws", "1e6")]
    [InlineData("is no whole number", "--draws", "100", "--seed", "18446744073709551616")]
    [InlineData("--seed: needs --draws", "--seed", "3")]
    [InlineData("--without: needs --draws", "--without", "start")]
    [InlineData("'growth' is not one of start, delivery", "--draws", "100", "--without", "growth")]
    public void What_cannot_be_drawn_is_refused_in_words(string expected, params string[] args)
    {
        using TemporaryFolder folder = new();
        (int exit, string text, string error) = Repository.Natosim(["run", "hague-core", "--out", folder.Path("out"), .. args]);
        Assert.Equal(ExitCode.WrongUsage, exit);
        Assert.Equal("", text);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Path("out")));
    }

    [Fact]
    public void An_interrupted_run_leaves_nothing()
    {
        using TemporaryFolder folder = new();
        using StringWriter output = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using StringWriter error = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using CancellationTokenSource stop = new(TimeSpan.FromMilliseconds(500));

        // More draws than any machine does in an hour: the run can only end by the interruption.
        int exit = CommandLine.Invoke(
            ["run", "hague-core", "--draws", "4000000000", "--quiet", "--charts", "none", "--out", folder.Path("out")],
            new Shell { Out = output, Error = error, Stop = stop.Token });
        Assert.Equal(130, exit);
        Assert.Equal("", output.ToString());
        Assert.Equal("natosim: Interrupted; nothing was written.\n", error.ToString());
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Root));
    }

    [Fact]
    public void A_long_drawing_tells_how_long_it_will_take_and_a_short_one_says_nothing()
    {
        SteppedClock time = new();
        using StringWriter error = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        DrawClock watched = new(new Shell { Out = TextWriter.Null, Error = error, IsWatched = true, Clock = time });
        watched.Tell(new DrawProgress("core", 10_000, 100_000));
        Assert.Equal("", error.ToString());
        time.Seconds = 4;
        watched.Tell(new DrawProgress("core", 20_000, 100_000));
        time.Seconds = 4.5;
        watched.Tell(new DrawProgress("core", 30_000, 100_000));
        watched.Tell(new DrawProgress("core", 100_000, 100_000));
        const string line = "drawing core: 20,000 of 100,000 draws, about 16 seconds left";
        Assert.Equal("\r" + line + "\r" + new string(' ', line.Length) + "\r", error.ToString());

        using StringWriter log = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        time.Seconds = 0;
        DrawClock unwatched = new(new Shell { Out = TextWriter.Null, Error = log, Clock = time });
        time.Seconds = 60;
        unwatched.Tell(new DrawProgress("core", 20_000, 100_000));
        unwatched.Tell(new DrawProgress("core", 100_000, 100_000));
        Assert.Equal("natosim: drawing core: 20,000 of 100,000 draws, about 4 minutes left\n", log.ToString());
    }

    private sealed class SteppedClock : TimeProvider
    {
        public double Seconds { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => (long)(Seconds * 1000);
    }

    [Fact]
    public void Draws_on_an_older_edition_are_said_to_be_made_with_hindsight()
    {
        string older = Repository.Natosim("run", "hague-core", "--edition", "nato-2024", "--draws", "200").Out.ReplaceLineEndings(" ");
        Assert.Contains("with hindsight", older, StringComparison.Ordinal);
        Assert.DoesNotContain("hindsight", Repository.Natosim("run", "hague-core", "--draws", "200").Out, StringComparison.Ordinal);
    }
}
