using Simulator.Sweeps.Analysis;

namespace Simulator.Tests.Sweeps.Analysis;

/// <summary>PAWN indices: their arithmetic by hand, known ranks and the noise floor.</summary>
public class PawnTests
{
    [Fact]
    public void Distances_are_those_of_a_count_by_hand()
    {
        SweepSample sample = Samples.Of(300, 5, (at, noise) => Math.Floor(6 * noise) + (at[4] == 2 ? 3 : 0) + at[0]);
        SweepSample tied = Samples.Of(300, 5, (at, noise) => Math.Floor(6 * noise) + (at[4] == 2 ? 3 : 0));
        foreach (SweepSample s in new[] { sample, tied })
        {
            SampleOrder order = new(s);
            IReadOnlyList<PawnIndex> indices = Pawn.Of(order, 0, 1);
            for (int f = 0; f < s.Factors.Count; f++)
            {
                double[] byHand = [.. Slices(s, f).Select(slice => Distance(slice, s.Outcome(0).ToArray())).Order()];
                Assert.Equal(byHand.Length, indices[f].Slices);
                Assert.Equal(byHand[^1], indices[f].Largest, 1e-12); // a division against a reciprocal
                Assert.Equal((byHand[(byHand.Length - 1) / 2] + byHand[byHand.Length / 2]) / 2, indices[f].Median, 1e-12);
            }
        }
    }

    [Fact]
    public void Reading_at_runs_of_points_understates_by_no_more_than_two_points()
    {
        SweepSample sample = Samples.Of(2500, 5, (at, noise) => at[0] + noise);
        double byHand = Slices(sample, 0).Max(slice => Distance(slice, sample.Outcome(0).ToArray()));
        Assert.InRange(Pawn.Of(new SampleOrder(sample), 0, 1, resamples: 40)[0].Largest, byHand - (2.0 / 2500), byHand);
    }

    [Fact]
    public void Factors_of_a_known_function_rank_as_they_should()
    {
        IReadOnlyList<PawnIndex> indices = Pawn.Of(new SampleOrder(Samples.Of(KnownFunction.G6, 20_000, 3)), 0, 1);
        Assert.True(indices[0].MedianLow > indices[1].MedianHigh);
        Assert.True(indices[1].MedianLow > indices[2].MedianHigh);
        Assert.True(indices[2].Median > indices[3].Median);

        Assert.All(indices.Take(3), index => Assert.Equal(PawnFlag.Fine, index.Flag));
        Assert.All(indices, index => Assert.InRange(index.Median, index.MedianLow, index.MedianHigh));
        Assert.All(indices, index => Assert.InRange(index.Largest, index.LargestLow, index.LargestHigh));
        Assert.Equal("fine", indices[0].Words);
    }

    [Fact]
    public void A_dead_factor_stays_below_the_floor_and_a_live_one_does_not()
    {
        int below = 0;
        for (ulong seed = 0; seed < 20; seed++)
        {
            SampleOrder order = new(Samples.Of(1000, seed, (at, noise) => at[0] + (2 * noise) + (at[4] == 1 ? 1 : 0)));
            IReadOnlyList<PawnIndex> indices = Pawn.Of(order, 0, seed, resamples: 40);
            Assert.False(indices[0].Flag.HasFlag(PawnFlag.BelowFloor));
            Assert.False(indices[4].Flag.HasFlag(PawnFlag.BelowFloor));
            below += new[] { 1, 2, 3, 5, 6, 7 }.Count(f => indices[f].Flag.HasFlag(PawnFlag.BelowFloor));
        }

        // The floor is for nineteen of twenty.
        Assert.InRange(below / 120.0, 0.90, 0.99);
    }

    [Fact]
    public void Alternatives_and_few_values_have_a_slice_each()
    {
        SampleOrder order = new(Samples.Of(1000, 5, (at, _) => at[0]));
        IReadOnlyList<PawnIndex> indices = Pawn.Of(order, 0, 1);
        Assert.Equal([10, 10, 9, 10, 4, 10, 10, 10], indices.Select(i => i.Slices));
        Assert.Equal(5, Pawn.Of(order, 0, 1, slices: 5)[0].Slices);

        // 9 values in 5 slices: equal values stay together.
        FactorSlices cut = FactorSlices.Of(order, 2, 5);
        Assert.InRange(cut.Sizes.Length, 3, 5);
        Assert.Equal(1000, cut.Sizes.Sum());
        ReadOnlySpan<double> by = order.Sample.Factor(2);
        Dictionary<double, ushort> sliceOfValue = [];
        for (int p = 0; p < by.Length; p++)
        {
            Assert.True(sliceOfValue.TryAdd(by[p], cut.OfPoint[p]) || sliceOfValue[by[p]] == cut.OfPoint[p]);
        }
    }

    [Fact]
    public void Constant_outcomes_constant_factors_and_few_points_are_flagged()
    {
        Assert.All(Pawn.Of(new SampleOrder(Samples.Of(50, 1, (_, _) => 2)), 0, 1), i => Assert.Equal((0, PawnFlag.ConstantOutcome), (i.Largest, i.Flag)));
        Assert.All(Pawn.Of(new SampleOrder(Samples.Of(1, 1, (at, _) => at[0])), 0, 1), i => Assert.Equal(PawnFlag.ConstantOutcome, i.Flag));
        Assert.All(
            Pawn.Of(new SampleOrder(Samples.Of(90, 1, (at, _) => at[0])), 0, 1),
            i => Assert.Contains("under-sampled", i.Words, StringComparison.Ordinal));
        SweepSample single = Samples.Of([SampleFactor.Continuous("x", 0, 1), SampleFactor.WholeNumber("one", 3, 3)], 500, 1, (at, _) => at[0]);
        Assert.Equal((0, 1, "constant factor"), Pawn.Of(new SampleOrder(single), 0, 1) is [_, var one] ? (one.Median, one.Slices, one.Words) : default);
    }

    [Fact]
    public void The_same_sample_gives_the_same_bytes()
    {
        SampleOrder order = new(Samples.Of(3000, 8, (at, noise) => at[1] * (at[2] - 2029) * noise));
        Assert.Equal(Pawn.Of(order, 0, 4), Pawn.Of(new SampleOrder(order.Sample), 0, 4));
        Assert.NotEqual(Pawn.Of(order, 0, 4)[0].MedianFloor, Pawn.Of(order, 0, 5)[0].MedianFloor);
        Assert.Throws<ArgumentOutOfRangeException>(() => Pawn.Of(order, 0, 4, slices: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pawn.Of(order, 0, 4, resamples: 5));
    }

    private static IEnumerable<double[]> Slices(SweepSample sample, int factor)
    {
        double[] values = sample.Factor(factor).ToArray();
        double[] outcome = sample.Outcome(0).ToArray();
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(p => values[p])];
        return values.Distinct().Count() <= 10
            ? Enumerable.Range(0, values.Length).GroupBy(p => values[p]).Select(g => g.Select(p => outcome[p]).ToArray())
            : order.Chunk(values.Length / 10).Select(c => c.Select(p => outcome[p]).ToArray());
    }

    private static double Distance(double[] slice, double[] all) => all.Max(y =>
        Math.Abs(((double)slice.Count(v => v <= y) / slice.Length) - ((double)all.Count(v => v <= y) / all.Length)));
}
