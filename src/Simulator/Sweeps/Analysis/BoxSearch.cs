namespace Simulator.Sweeps.Analysis;

/// <summary>A box on a part of the sample, with the trajectory it was chosen from.</summary>
internal sealed record FoundBox(BoxBounds Bounds, IReadOnlyList<PrimStep> Trajectory, int ChosenStep, PrimChoice Choice)
{
    public bool IsWholeSpace => !Bounds.Restricted.Any();
}

/// <summary>
/// From the points that are looked at to one box, always by the same rule: peel; take the largest box that is dense enough, else the
/// knee; paste as long as the density rises; drop restrictions that chance would explain.
/// </summary>
internal sealed class BoxSearch(SampleOrder order, bool[] isCase, PrimOptions options)
{
    private readonly Peeling _peeling = new(order, isCase);

    public FoundBox Find(bool[] isIncluded)
    {
        List<PrimStep> trajectory = _peeling.Run(isIncluded, options, out List<Cut> cuts);
        (int chosen, PrimChoice choice) = Choose(trajectory);
        BoxBounds bounds = new(order.Sample);
        foreach (Cut cut in cuts.Take(chosen))
        {
            bounds.Take(cut);
        }

        if (chosen > 0)
        {
            BoxMarks marks = new(order, isCase, isIncluded, bounds);
            Paste(marks, bounds);
            DropWeak(marks, bounds, choice);
        }

        return new(bounds, trajectory, chosen, choice);
    }

    /// <summary>The largest box with a density of at least the threshold; if there is none, the knee.</summary>
    private (int Step, PrimChoice Choice) Choose(List<PrimStep> trajectory)
    {
        int dense = trajectory.FindIndex(s => s.Density >= options.DensityThreshold);
        return dense >= 0 ? (dense, PrimChoice.DenseEnough) : (Knee(trajectory), PrimChoice.Knee);
    }

    /// <summary>
    /// The step furthest above the straight line from the whole space to the densest box, where both axes, coverage and density, are
    /// scaled to the ends of that line; the whole space if nothing is denser.
    /// </summary>
    private static int Knee(List<PrimStep> trajectory)
    {
        PrimStep all = trajectory[0];
        PrimStep densest = trajectory.MaxBy(s => s.Density)!;
        double coverage = all.Coverage - densest.Coverage;
        double density = densest.Density - all.Density;
        if (!(density > 0))
        {
            return 0;
        }

        // Denser without losing a case: there is nothing to trade.
        return coverage > 0
            ? trajectory.IndexOf(trajectory.MaxBy(s => ((s.Coverage - densest.Coverage) / coverage) + ((s.Density - all.Density) / density))!)
            : trajectory.IndexOf(densest);
    }

    private void Paste(BoxMarks marks, BoxBounds bounds)
    {
        while (true)
        {
            Cut best = default;
            double bestDensity = marks.Density;
            foreach (Cut paste in marks.Pastes(bounds, options.PastePart))
            {
                double density = (double)(marks.Cases + paste.Cases) / (marks.Points + paste.Points);
                if (density > bestDensity)
                {
                    (best, bestDensity) = (paste, density);
                }
            }

            if (best.Points == 0)
            {
                return;
            }

            bounds.GiveBack(best);
            marks.Update(bounds);
        }
    }

    private void DropWeak(BoxMarks marks, BoxBounds bounds, PrimChoice choice)
    {
        double least = choice == PrimChoice.DenseEnough ? options.DensityThreshold : 0;
        while (true)
        {
            int[] weak =
            [
                .. bounds.Restricted
                    .Where(f => marks.DensityWithout(f) >= least && marks.QuasiP(f) > options.WeakestQuasiP)
                    .OrderByDescending(marks.QuasiP),
            ];
            if (weak.Length == 0)
            {
                return;
            }

            bounds.Free(weak[0]);
            marks.Update(bounds);
        }
    }
}
