using Simulator.Reports.Runs;
using Simulator.Reports.Sweeps;
using static Simulator.Reports.Tests.Sweeps.SmallSweep;

namespace Simulator.Reports.Tests.Sweeps;

/// <summary>Shards are pure, idempotent and checked; merged, they are one run to the byte.</summary>
public class ShardTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    public void Merged_shards_are_one_run_to_the_byte(int shards)
    {
        using var scratch = new ScratchFolder();
        string whole = scratch["whole"];
        Assert.True(SweepReport.Execute(Job(Request(whole)), CancellationToken.None).IsDone);

        // Every second shard in a folder of its own, from the last to the first, one thread or two.
        List<string> folders = [];
        for (int i = shards; i >= 1; i--)
        {
            string folder = scratch[i % 2 == 0 ? "even" : $"odd-{i}"];
            Assert.Null(SweepReport.ExecuteShard(Job(Request(folder) with { Threads = 1 + (i % 2) }), new SweepShard(i, shards), CancellationToken.None));
            folders.Add(folder);
        }

        string merged = scratch["merged"];
        ReportOutcome<SweepAnswers> outcome = SweepReport.Merge(Job(Request(merged)), [.. folders.Distinct()], CancellationToken.None);
        Assert.True(outcome.IsDone);
        Assert.Equal(Files(whole), Files(merged));
    }

    [Fact]
    public void Parts_of_two_divisions_of_a_sweep_go_together()
    {
        using var scratch = new ScratchFolder();
        string whole = scratch["whole"];
        SweepReport.Execute(Job(Request(whole)), CancellationToken.None);
        string[] folders = [scratch["halves"], scratch["thirds"]];
        Assert.Null(SweepReport.ExecuteShard(Job(Request(folders[0])), new SweepShard(1, 2), CancellationToken.None));
        foreach (int third in new[] { 2, 3 })
        {
            Assert.Null(SweepReport.ExecuteShard(Job(Request(folders[1])), new SweepShard(third, 3), CancellationToken.None));
        }

        // The first half and the last two thirds overlap and cannot be tiled; with the first third they can.
        ReportOutcome<SweepAnswers> overlapping = SweepReport.Merge(Job(Request(scratch["merged"])), folders, CancellationToken.None);
        Assert.False(overlapping.IsDone);
        Assert.Null(SweepReport.ExecuteShard(Job(Request(folders[1])), new SweepShard(1, 3), CancellationToken.None));
        Assert.True(SweepReport.Merge(Job(Request(scratch["merged"])), folders, CancellationToken.None).IsDone);
        Assert.Equal(Files(whole), Files(scratch["merged"]));
    }

    [Fact]
    public void A_finished_shard_is_skipped_and_a_damaged_one_is_computed_again()
    {
        using var scratch = new ScratchFolder();
        string folder = scratch["parts"];
        List<string> said = [];
        SweepRequest request = Request(folder) with { Say = said.Add };
        Assert.Null(SweepReport.ExecuteShard(Job(request), new SweepShard(1, 2), CancellationToken.None));
        string part = Directory.GetFiles(folder, "*.part").Single();
        byte[] sound = File.ReadAllBytes(part);
        DateTime written = File.GetLastWriteTimeUtc(part);

        Assert.Null(SweepReport.ExecuteShard(Job(request), new SweepShard(1, 2), CancellationToken.None));
        Assert.Equal(["all 8 blocks were done before"], said);
        Assert.Equal(written, File.GetLastWriteTimeUtc(part));

        foreach (byte[] damaged in new[] { sound[..^1], sound[..40], [], Flipped(sound, 100), Flipped(sound, sound.Length - 1), Flipped(sound, 3), [.. sound, 0] })
        {
            said.Clear();
            File.WriteAllBytes(part, damaged);
            Assert.Null(SweepReport.ExecuteShard(Job(request), new SweepShard(1, 2), CancellationToken.None));
            Assert.Equal([$"{Path.GetFileName(part)} is damaged and is computed again"], said);
            Assert.Equal(sound, File.ReadAllBytes(part));
        }
    }

    [Fact]
    public void A_shard_of_another_sweep_is_refused()
    {
        using var scratch = new ScratchFolder();
        string folder = scratch["parts"];
        Assert.Null(SweepReport.ExecuteShard(Job(Request(folder)), new SweepShard(1, 1), CancellationToken.None));
        SortedDictionary<string, string> before = Files(folder);
        SweepChoice usual = Request().Choice;
        SweepRequest[] others =
        [
            Request(folder, usual with { Seed = 2 }),
            Request(folder, usual with { Points = 512 }),
            Request(folder, usual with { Scrambles = true }),
            Request(folder, usual with { Draws = 8 }),
            Request(folder) with { Outcomes = [Request().Outcomes[0]] },
            Request(folder) with { Inputs = [RunInput.Of("small-sweep.csv", [1])] },
        ];
        foreach (SweepRequest other in others)
        {
            RunFailure? failure = SweepReport.ExecuteShard(Job(other), new SweepShard(1, 1), CancellationToken.None);
            Assert.Equal(RunFailureKind.WouldOverwrite, failure?.Kind);
            Assert.Contains("shards of another sweep", failure!.Message, StringComparison.Ordinal);
            ReportOutcome<SweepAnswers> merged = SweepReport.Merge(Job(other with { OutputFolder = scratch["merged"] }), [folder], CancellationToken.None);
            Assert.Contains("a part of another sweep", merged.Failure.Message, StringComparison.Ordinal);
            Assert.Equal(1, merged.Failure.ExitCode);
        }

        Assert.Equal(before, Files(folder));
        Assert.False(Directory.Exists(scratch["merged"]));
    }

    [Fact]
    public void What_is_missing_is_named_by_block()
    {
        using var scratch = new ScratchFolder();
        string folder = scratch["parts"];
        foreach (int shard in new[] { 1, 3 })
        {
            Assert.Null(SweepReport.ExecuteShard(Job(Request(folder)), new SweepShard(shard, 4), CancellationToken.None));
        }

        ReportOutcome<SweepAnswers> outcome = SweepReport.Merge(Job(Request(scratch["merged"])), [folder], CancellationToken.None);
        Assert.Equal("The parts do not make a whole sweep: of 16 blocks these are missing: 4 to 7, 12 to 15.", outcome.Failure.Message);
    }

    [Fact]
    public void An_interrupted_sweep_goes_on_from_the_parts_that_it_kept()
    {
        using var scratch = new ScratchFolder();
        string whole = scratch["whole"];
        SweepReport.Execute(Job(Request(whole)), CancellationToken.None);

        string folder = scratch["again"];
        using var stop = new CancellationTokenSource();
        SweepRequest request = Request(folder) with { Progress = p => { if (p.Worlds * 2 > p.All) { stop.Cancel(); } } };
        ReportOutcome<SweepAnswers> interrupted = SweepReport.Execute(Job(request), stop.Token);
        Assert.Equal(130, interrupted.Failure.ExitCode);
        Assert.False(Directory.Exists(folder));
        Assert.Contains(".unfinished", interrupted.Failure.Message, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(folder + ".unfinished", "*.part"));

        List<string> said = [];
        Assert.True(SweepReport.Execute(Job(Request(folder) with { Say = said.Add }), CancellationToken.None).IsDone);
        Assert.Matches("^[0-9]+ of 16 blocks were done before$", Assert.Single(said));
        Assert.Equal(Files(whole), Files(folder));
        Assert.False(Directory.Exists(folder + ".unfinished"));
    }

    [Fact]
    public void A_shard_without_blocks_is_no_fault()
    {
        using var scratch = new ScratchFolder();
        List<string> said = [];
        Assert.Null(SweepReport.ExecuteShard(Job(Request(scratch["parts"]) with { Say = said.Add }), new SweepShard(1, 64), CancellationToken.None));
        Assert.Equal(["shard 1 of 64 has no blocks: the sweep has 16"], said);
    }

    [Fact]
    public void Changed_sources_beside_parts_are_noticed()
    {
        using var scratch = new ScratchFolder();
        string folder = scratch["parts"];
        SweepReport.ExecuteShard(Job(Request(folder)), new SweepShard(1, 1), CancellationToken.None);
        Assert.NotNull(ShardFolder.Read(folder, out _));
        File.AppendAllText(Path.Combine(folder, "inputs", "small.csv"), "x");
        Assert.Null(ShardFolder.Read(folder, out string problem));
        Assert.Contains("was changed since", problem, StringComparison.Ordinal);
        Assert.Null(ShardFolder.Read(scratch["nowhere"], out problem));
        Assert.Contains("holds no shards", problem, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "sweep.json"), "{\"program\":");
        Assert.Null(ShardFolder.Read(folder, out problem));
        Assert.Contains("damaged", problem, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "sweep.json"), "{}");
        Assert.Null(ShardFolder.Read(folder, out problem));
        Assert.Contains("damaged", problem, StringComparison.Ordinal);
    }

    private static byte[] Flipped(byte[] bytes, int at)
    {
        byte[] copy = [.. bytes];
        copy[at] ^= 0x10;
        return copy;
    }
}
