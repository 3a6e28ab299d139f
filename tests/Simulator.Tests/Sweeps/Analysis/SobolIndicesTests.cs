using Simulator.Sweeps.Analysis;

namespace Simulator.Tests.Sweeps.Analysis;

/// <summary>Estimated indices against those known in closed form.</summary>
public class SobolIndicesTests
{
    public static TheoryData<KnownFunction> Functions => new(KnownFunction.All);

    [Theory]
    [MemberData(nameof(Functions), DisableDiscoveryEnumeration = true)]
    public void Indices_are_near_the_known_ones_and_almost_always_within_their_intervals(KnownFunction function)
    {
        IReadOnlyList<SensitivityIndex> indices = SobolIndices.Of(function.Blocks(7, blocks: 64, perBlock: 512), seed: 1);
        Assert.Equal(function.Factors, indices.Count);
        for (int i = 0; i < function.Factors; i++)
        {
            Assert.Equal(function.First[i], indices[i].First, 0.025);
            Assert.Equal(function.Total[i], indices[i].Total, 0.025);
            Assert.False(indices[i].Flag.HasFlag(SensitivityFlag.UnderSampled), indices[i].Words);
            NoImpossibleNumber(indices[i]);
        }

        int inside = indices.Select((index, i) => (Is(index.FirstLow, function.First[i], index.FirstHigh) ? 1 : 0)
            + (Is(index.TotalLow, function.Total[i], index.TotalHigh) ? 1 : 0)).Sum();
        Assert.InRange(inside, (2 * function.Factors) - 1, 2 * function.Factors);
    }

    [Fact]
    public void Intervals_cover_at_about_the_rate_they_state()
    {
        int inside = 0;
        int all = 0;
        foreach (KnownFunction function in new[] { KnownFunction.Ishigami, KnownFunction.G6, KnownFunction.Linear })
        {
            for (ulong seed = 100; seed < 140; seed++)
            {
                IReadOnlyList<SensitivityIndex> indices = SobolIndices.Of(function.Blocks(seed, blocks: 40, perBlock: 40), seed, resamples: 400);
                for (int i = 0; i < function.Factors; i++)
                {
                    inside += Is(indices[i].FirstLow, function.First[i], indices[i].FirstHigh) ? 1 : 0;
                    inside += Is(indices[i].TotalLow, function.Total[i], indices[i].TotalHigh) ? 1 : 0;
                    all += 2;
                }
            }
        }

        Assert.InRange((double)inside / all, 0.91, 0.98);
    }

    [Fact]
    public void Without_interactions_first_is_total()
    {
        IReadOnlyList<SensitivityIndex> indices = SobolIndices.Of(KnownFunction.Linear.Blocks(3, 64, 512), 1);
        Assert.All(indices, index => Assert.Equal(index.First, index.Total, 0.02));
        Assert.All(indices, index => Assert.Equal(index.Total < index.First, index.Flag.HasFlag(SensitivityFlag.TotalBelowFirst)));

        // Over some seeds a total falls below its first-order index, and it is said.
        Assert.Contains(
            Enumerable.Range(0, 20).SelectMany(s => SobolIndices.Of(KnownFunction.Linear.Blocks((ulong)s, 20, 20), 1)),
            index => index.Words.Contains("total below first within noise", StringComparison.Ordinal));
    }

    [Fact]
    public void A_dead_factor_is_nothing_and_says_so()
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            SensitivityIndex dead = SobolIndices.Of(KnownFunction.Linear.Blocks(seed, 20, 30), 5)[^1];
            Assert.Equal(new SensitivityIndex(0, 0, 0, 0, 0, 0, SensitivityFlag.NoEffect), dead);
            Assert.Equal("moves nothing", dead.Words);
        }
    }

    [Fact]
    public void An_estimate_below_zero_is_shown_as_zero_and_flagged()
    {
        bool wasClipped = false;
        for (ulong seed = 0; seed < 40; seed++)
        {
            foreach (SensitivityIndex index in SobolIndices.Of(KnownFunction.Ishigami.Blocks(seed, 20, 10), 5))
            {
                NoImpossibleNumber(index);
                if (index.Flag.HasFlag(SensitivityFlag.NegativeClipped))
                {
                    wasClipped = true;
                    Assert.Equal(0, index.First);
                    Assert.Contains("negative estimate clipped", index.Words, StringComparison.Ordinal);
                }
            }
        }

        // The third factor acts only with the first: its first-order index is 0, and noise falls to either side.
        Assert.True(wasClipped);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(3.5)]
    [InlineData(1e300)]
    public void A_constant_outcome_has_no_indices_and_says_so(double value)
    {
        IReadOnlyList<SensitivityIndex> indices = SobolIndices.Of(KnownFunction.G6.Blocks(1, 20, 10, _ => value), 1);
        Assert.All(indices, index => Assert.Equal(SensitivityIndex.None, index));
        Assert.Equal("constant outcome", indices[0].Words);
    }

    [Fact]
    public void Rounding_is_not_taken_for_an_effect()
    {
        IReadOnlyList<SensitivityIndex> indices = SobolIndices.Of(
            KnownFunction.G6.Blocks(1, 20, 50, u => 2.0 + (u[0] < 0.5 ? 4.440892098500626e-16 : 0)), 1);
        Assert.All(indices, index => Assert.Equal(SensitivityIndex.None, index));
    }

    [Fact]
    public void A_large_mean_takes_nothing_from_the_indices()
    {
        static double Raised(double[] u) => KnownFunction.G6.Of(u) + 1e9;
        IReadOnlyList<SensitivityIndex> plain = SobolIndices.Of(KnownFunction.G6.Blocks(4, 32, 100), 1);
        IReadOnlyList<SensitivityIndex> raised = SobolIndices.Of(KnownFunction.G6.Blocks(4, 32, 100, Raised), 1);
        for (int i = 0; i < plain.Count; i++)
        {
            Assert.Equal(plain[i].First, raised[i].First, 1e-6);
            Assert.Equal(plain[i].Total, raised[i].Total, 1e-6);
        }
    }

    [Fact]
    public void Few_points_few_blocks_and_one_point_are_flagged()
    {
        IReadOnlyList<SensitivityIndex> fewPoints = SobolIndices.Of(KnownFunction.Ishigami.Blocks(2, 32, 2), 1);
        Assert.Contains(fewPoints, index => index.Words.Contains("under-sampled", StringComparison.Ordinal));

        IReadOnlyList<SensitivityIndex> fewBlocks = SobolIndices.Of(KnownFunction.Ishigami.Blocks(2, SobolIndices.FewestBlocks - 1, 4096), 1);
        Assert.All(fewBlocks, index => Assert.True(index.Flag.HasFlag(SensitivityFlag.UnderSampled)));

        foreach (int points in new[] { 1, 500 })
        {
            IReadOnlyList<SensitivityIndex> oneBlock = SobolIndices.Of(KnownFunction.Ishigami.Blocks(2, 1, points), 1);
            Assert.All(oneBlock, index => Assert.Equal((0, 1, 0, 1), (index.FirstLow, index.FirstHigh, index.TotalLow, index.TotalHigh)));
            Assert.All(oneBlock, index => Assert.True(index.Flag.HasFlag(SensitivityFlag.UnderSampled)));
            Assert.All(oneBlock, NoImpossibleNumber);
        }
    }

    [Fact]
    public void Variance_in_one_block_only_is_flagged()
    {
        JansenSums[] blocks = [.. Enumerable.Range(0, 20).Select(_ => new JansenSums(1, 2))];
        foreach (JansenSums block in blocks)
        {
            block.Add(2, 2, [2]);
        }

        blocks[5].Add(3, 2, [2]);
        SensitivityIndex index = SobolIndices.Of(blocks, 1)[0];
        Assert.True(index.Flag.HasFlag(SensitivityFlag.UnderSampled));
        NoImpossibleNumber(index);
    }

    [Fact]
    public void The_same_blocks_give_the_same_bytes_and_another_seed_other_intervals()
    {
        IReadOnlyList<JansenSums> blocks = KnownFunction.G8.Blocks(1, 30, 20);
        Assert.Equal(SobolIndices.Of(blocks, 9), SobolIndices.Of(blocks, 9));
        Assert.NotEqual(SobolIndices.Of(blocks, 9)[0].FirstLow, SobolIndices.Of(blocks, 10)[0].FirstLow);
        Assert.Equal(SobolIndices.Of(blocks, 9)[0].First, SobolIndices.Of(blocks, 10)[0].First);
    }

    [Fact]
    public void Blocks_of_different_runs_and_no_points_are_refused()
    {
        JansenSums filled = new(2, 1);
        filled.Add(1, 2, [3, 4]);
        JansenSums other = new(2, 1.5);
        other.Add(1, 2, [3, 4]);
        JansenSums wider = new(3, 1);
        wider.Add(1, 2, [3, 4, 5]);
        Assert.Throws<ArgumentException>(() => SobolIndices.Of([filled, other], 1));
        Assert.Throws<ArgumentException>(() => SobolIndices.Of([filled, wider], 1));
        Assert.Throws<ArgumentException>(() => SobolIndices.Of([], 1));
        Assert.Throws<ArgumentException>(() => SobolIndices.Of([new JansenSums(2, 1)], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SobolIndices.Of([filled], 1, 10));
        Assert.Equal(SobolIndices.Of([filled, filled], 1), SobolIndices.Of([filled, new JansenSums(2, 1), filled], 1));
    }

    internal static void NoImpossibleNumber(SensitivityIndex index)
    {
        foreach (double value in new[] { index.First, index.FirstLow, index.FirstHigh, index.Total, index.TotalLow, index.TotalHigh })
        {
            Assert.InRange(value, 0, 1);
            Assert.False(double.IsNegative(value));
        }

        Assert.InRange(index.First, index.FirstLow, index.FirstHigh);
        Assert.InRange(index.Total, index.TotalLow, index.TotalHigh);
    }

    private static bool Is(double low, double value, double high) => low <= value && value <= high;
}
