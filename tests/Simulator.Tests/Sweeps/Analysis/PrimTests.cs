using Simulator.Sweeps.Analysis;

namespace Simulator.Tests.Sweeps.Analysis;

/// <summary>PRIM: planted boxes are found, unrelated outcomes give none, and ends and ties do no harm.</summary>
public class PrimTests
{
    // Target over 4.2 (0.4), by from 2034 (5/9), shape a or c (0.5): a ninth of the space.
    private static bool IsPlanted(double[] at) => at[0] > 4.2 && at[2] >= 2034 && at[4] is (0 or 2);

    private static double Noisy(double[] at, double noise) =>
        noise < (IsPlanted(at) ? 0.92 : 0.05) ? 1 : 0;

    [Fact]
    public void A_planted_box_is_found_in_noise()
    {
        // A lower threshold would take a box that is larger than the planted one.
        SweepSample sample = Samples.Of(10_000, 21, Noisy);
        PrimResult result = Run(sample, new() { DensityThreshold = 0.9 });
        PrimBox box = Assert.Single(result.Boxes);
        Assert.Equal(PrimVerdict.NothingMoreHolds, result.Verdict);
        Assert.NotEmpty(result.LastTrajectory);
        Assert.Equal([0, 2, 4], box.Restrictions.Select(r => r.Factor));

        PrimRestriction target = box.Restrictions[0];
        Assert.True(target.HasLow && !target.HasHigh);
        Assert.Equal(4.2, target.Low, 0.1);
        Assert.Equal(5, target.High);
        PrimRestriction by = box.Restrictions[1];
        Assert.True(by.HasLow && !by.HasHigh);
        Assert.Equal((2034, 2038), (by.Low, by.High));
        Assert.Equal([0, 2], box.Restrictions[2].Levels);
        Assert.All(box.Restrictions, r => Assert.Equal(1, r.Reappears));
        Assert.All(box.Restrictions, r => Assert.InRange(r.QuasiP, 0, 1e-6));
        Assert.All(box.Restrictions, r => Assert.True(r.DensityWithout < box.Density));

        // Near what was planted.
        (int points, int cases) = Count(sample, p => IsPlantedAt(sample, p));
        Assert.Equal((double)cases / points, box.Density, 0.06);
        Assert.Equal((double)cases / result.Cases, box.Coverage, 0.06);
        Assert.Equal(1, box.Holds);
        Assert.Equal(PrimChoice.DenseEnough, box.Choice);
    }

    [Fact]
    public void The_numbers_of_a_box_are_those_of_its_bounds()
    {
        SweepSample sample = Samples.Of(6000, 5, Noisy);
        PrimResult result = Run(sample);
        PrimBox box = result.Boxes[0];
        (int points, int cases) = Count(sample, p => box.Restrictions.All(r => Inside(sample, r, p)));
        Assert.Equal((points, cases), (box.Points, box.Cases));
        Assert.Equal((double)cases / points, box.Density);
        Assert.Equal((double)cases / result.Cases, box.Coverage);
        Assert.Equal(box.Coverage, box.CoverageOfRest);
        Assert.Equal((double)points / sample.Points, box.Support);
        Assert.Equal(result.Density, box.DensityOfRest);
        Assert.Equal(box.Coverage, result.Coverage);
        foreach (PrimRestriction r in box.Restrictions)
        {
            (int without, int casesWithout) = Count(sample, p => box.Restrictions.All(o => o == r || Inside(sample, o, p)));
            Assert.Equal((double)casesWithout / without, r.DensityWithout);
            Assert.Equal(Tails.BinomialAtLeast(points, cases, r.DensityWithout), r.QuasiP);
        }
    }

    [Fact]
    public void A_trajectory_starts_at_the_whole_space_and_gives_up_little_at_a_time()
    {
        PrimBox box = Run(Samples.Of(6000, 5, Noisy)).Boxes[0];
        PrimStep start = box.Trajectory[0];
        Assert.Equal((-1, 6000, 1, 1, 0), (start.Factor, start.Points, start.Support, start.Coverage, start.Restricted));
        for (int s = 1; s < box.Trajectory.Count; s++)
        {
            (PrimStep before, PrimStep step) = (box.Trajectory[s - 1], box.Trajectory[s]);
            int off = before.Points - step.Points;
            if (Samples.Mixed[step.Factor].Kind == FactorKind.Continuous)
            {
                Assert.Equal(Math.Max(1, (int)(0.05 * before.Points)), off);
            }

            Assert.InRange(off, 1, before.Points - 1);
            Assert.Equal((double)step.Cases / step.Points, step.Density);
            Assert.Equal(step.Points / 6000.0, step.Support);
        }

        Assert.InRange(box.Trajectory[^1].Support, 0.05, 0.06);
        Assert.Equal(box.Trajectory.First(s => s.Density >= 0.8), box.Trajectory[box.ChosenStep]);
    }

    [Fact]
    public void A_second_box_is_found_in_what_the_first_leaves()
    {
        PrimResult result = Run(Samples.Of(20_000, 2, (at, noise) =>
            noise < (at[0] > 4.2 && at[1] > 50 ? 0.95 : at[3] < -0.5 && at[4] == 3 ? 0.95 : 0.02) ? 1 : 0));
        Assert.Equal(2, result.Boxes.Count);
        Assert.Equal([0, 1], result.Boxes[0].Restrictions.Select(r => r.Factor));
        Assert.Equal([3, 4], result.Boxes[1].Restrictions.Select(r => r.Factor));
        Assert.Equal([3], result.Boxes[1].Restrictions[1].Levels);
        Assert.True(result.Boxes[1].CoverageOfRest > 0.7);
        Assert.True(result.Boxes[1].Coverage < result.Boxes[1].CoverageOfRest);
        Assert.True(result.Coverage > 0.85);
        Assert.Single(Run(Samples.Of(20_000, 2, (at, noise) => noise < (at[0] > 4.2 ? 0.95 : at[3] < -0.5 ? 0.9 : 0.02) ? 1 : 0), new() { MostBoxes = 1 }).Boxes);
    }

    [Fact]
    public void Where_no_box_is_dense_the_knee_is_taken()
    {
        PrimBox box = Run(Samples.Of(10_000, 4, (at, noise) => noise < (at[0] > 4 && at[1] > 60 ? 0.4 : 0.05) ? 1 : 0)).Boxes[0];
        Assert.Equal(PrimChoice.Knee, box.Choice);
        Assert.Equal([0, 1], box.Restrictions.Select(r => r.Factor));
        Assert.Equal(4, box.Restrictions[0].Low, 0.1);
        Assert.Equal(60, box.Restrictions[1].Low, 5.0);
        Assert.Equal(0.4, box.Density, 0.05);
    }

    [Fact]
    public void An_unrelated_outcome_gives_no_box_and_says_so()
    {
        for (ulong seed = 0; seed < 10; seed++)
        {
            foreach (double share in new[] { 0.02, 0.3, 0.7 })
            {
                foreach (int points in new[] { 60, 1500 })
                {
                    PrimResult result = Run(Samples.Of(points, seed, (_, noise) => noise < share ? 1 : 0));
                    Assert.Empty(result.Boxes);
                    Assert.Contains(result.Verdict, new[] { PrimVerdict.NothingMoreHolds, PrimVerdict.NoCaseLeft, PrimVerdict.CasesAreTheRule });
                    Assert.Equal(points > 60 ? PrimVerdict.NothingMoreHolds : result.Verdict, result.Verdict);
                }
            }
        }
    }

    [Theory]
    [InlineData(1, 2.0, PrimVerdict.NoCaseLeft)]
    [InlineData(1, 0.0, PrimVerdict.CasesAreTheRule)]
    [InlineData(2, 0.5, PrimVerdict.NothingMoreHolds)]
    [InlineData(300, 2.0, PrimVerdict.NoCaseLeft)]
    [InlineData(300, 0.0, PrimVerdict.CasesAreTheRule)]
    [InlineData(300, 0.05, PrimVerdict.CasesAreTheRule)]
    public void All_none_and_a_single_point_end_at_once(int points, double bound, PrimVerdict verdict)
    {
        SweepSample sample = Samples.Of(points, 4, (at, noise) => points == 2 ? at[0] > 3.8 ? 1 : 0 : noise);
        PrimResult result = Prim.Of(new SampleOrder(sample), sample.AtLeast(0, bound), 1, new PrimOptions());
        Assert.Empty(result.Boxes);
        Assert.Equal(verdict, result.Verdict);
        Assert.Equal(0, result.Coverage);
        Assert.Equal(points, result.Points);
    }

    [Fact]
    public void Boxes_that_hold_every_case_end_the_search()
    {
        PrimResult result = Run(Samples.Of(5000, 4, (at, _) => at[4] == 1 ? 1 : 0));
        PrimBox box = Assert.Single(result.Boxes);
        Assert.Equal((1, 1, PrimVerdict.NoCaseLeft), (box.Density, box.Coverage, result.Verdict));
        Assert.Equal([1], Assert.Single(box.Restrictions).Levels);
    }

    [Fact]
    public void Ties_are_never_torn()
    {
        // Every factor takes three values, so each peel takes a third.
        SampleFactor[] factors = [.. Enumerable.Range(0, 5).Select(i => SampleFactor.Continuous($"x{i}", 0, 2))];
        Uniforms uniforms = new(1);
        double[][] columns = [.. factors.Select(_ => uniforms.Next(4000).Select(u => Math.Floor(3 * u)).ToArray())];
        double[] outcome = [.. Enumerable.Range(0, 4000).Select(p => uniforms.Next() < (columns[1][p] == 2 && columns[3][p] == 1 ? 0.9 : 0.1) ? 1.0 : 0)];
        PrimBox box = Assert.Single(Run(new SweepSample(factors, ["outcome"], columns, [outcome])).Boxes);
        Assert.Equal([1, 3], box.Restrictions.Select(r => r.Factor));
        Assert.Equal((2, 2), (box.Restrictions[0].Low, box.Restrictions[0].High));
        Assert.Equal((true, 1, true, 1), (box.Restrictions[1].HasLow, box.Restrictions[1].Low, box.Restrictions[1].HasHigh, box.Restrictions[1].High));

        // A sample in which no factor moves at all has nothing to peel.
        double[] still = new double[100];
        double[] halves = [.. Enumerable.Range(0, 100).Select(p => (double)(p & 1))];
        PrimResult none = Run(new SweepSample([factors[0]], ["outcome"], [still], [halves]));
        Assert.Equal(PrimVerdict.NothingMoreHolds, none.Verdict);
        Assert.Single(none.LastTrajectory);
    }

    [Fact]
    public void The_same_sample_gives_the_same_bytes()
    {
        SweepSample sample = Samples.Of(5000, 5, Noisy);
        string First(ulong seed) => System.Text.Json.JsonSerializer.Serialize(
            Prim.Of(new SampleOrder(sample), sample.AtLeast(0, 1), seed, new PrimOptions { HalfSamples = 7, DensityThreshold = 0.9 }));
        Assert.Equal(First(3), First(3));
    }

    [Fact]
    public void Options_out_of_range_and_other_lengths_are_refused()
    {
        SweepSample sample = Samples.Of(10, 1, (_, noise) => noise);
        PrimOptions[] wrong =
        [
            new() { PeelPart = 0 }, new() { PeelPart = 0.5 }, new() { PastePart = double.NaN }, new() { LeastSupport = 1 },
            new() { DensityThreshold = 0 }, new() { MostBoxes = 0 }, new() { HalfSamples = 0 }, new() { WeakestQuasiP = -1 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentOutOfRangeException>(() => Run(sample, options)));
        Assert.Throws<ArgumentException>(() => Prim.Of(new SampleOrder(sample), new bool[9], 1, new PrimOptions()));
    }

    private static PrimResult Run(SweepSample sample, PrimOptions? options = null) =>
        Prim.Of(new SampleOrder(sample), sample.AtLeast(0, 1), 1, options ?? new PrimOptions());

    private static bool IsPlantedAt(SweepSample sample, int point) => IsPlanted([.. Enumerable.Range(0, 8).Select(f => sample.Factor(f, point))]);

    private static (int Points, int Cases) Count(SweepSample sample, Func<int, bool> isInside)
    {
        int[] points = [.. Enumerable.Range(0, sample.Points).Where(isInside)];
        return (points.Length, points.Count(p => sample.Outcome(0)[p] == 1));
    }

    private static bool Inside(SweepSample sample, PrimRestriction r, int point)
    {
        double value = sample.Factor(r.Factor, point);
        return r.Levels.Count > 0 ? r.Levels.Contains((int)value) : value >= r.Low && value <= r.High;
    }
}
