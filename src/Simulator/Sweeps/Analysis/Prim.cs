namespace Simulator.Sweeps.Analysis;

/// <summary>
/// Scenario discovery with the patient rule induction method, PRIM (Friedman and Fisher 1999; Bryant and Lempert 2010): boxes in the
/// space of factors, in plain bounds, in which cases of interest are frequent.
/// </summary>
/// <remarks>
/// A box is reported only if it would be found again: the search is repeated on half samples, and in more than half of them the box must
/// be denser in the other half, which it has not seen, than that half as a whole. So an outcome that has nothing to do with the factors
/// gives no box. The points of a box are set aside, and the next box is looked for in the rest.
/// </remarks>
public static class Prim
{
    // The chance at which a box of one half counts as denser in the other.
    private const double HoldsAt = 0.01;

    /// <summary>Looks for boxes.</summary>
    /// <param name="order">The sample in the order of each factor.</param>
    /// <param name="isCase">For each point whether it is a case of interest.</param>
    /// <param name="seed">The key of the half samples.</param>
    /// <param name="options">How boxes are looked for.</param>
    /// <exception cref="ArgumentException">There is another number of points.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static PrimResult Of(SampleOrder order, ReadOnlySpan<bool> isCase, ulong seed, PrimOptions options)
    {
        options.Check();
        SweepSample sample = order.Sample;
        if (isCase.Length != sample.Points)
        {
            throw new ArgumentException($"{isCase.Length} cases for {sample.Points} points.", nameof(isCase));
        }

        bool[] cases = isCase.ToArray();
        bool[] isLeft = new bool[sample.Points];
        Array.Fill(isLeft, true);
        int allCases = isCase.Count(true);
        int casesLeft = allCases;
        int pointsLeft = sample.Points;
        BoxSearch search = new(order, cases, options);
        List<PrimBox> boxes = [];
        while (boxes.Count < options.MostBoxes)
        {
            if (casesLeft == 0)
            {
                return new(sample.Points, allCases, boxes, PrimVerdict.NoCaseLeft, []);
            }

            if (casesLeft >= options.DensityThreshold * pointsLeft)
            {
                return new(sample.Points, allCases, boxes, PrimVerdict.CasesAreTheRule, []);
            }

            FoundBox found = search.Find(isLeft);
            (double holds, double[] reappears) = found.IsWholeSpace
                ? (0, [])
                : Halves(search, sample, cases, isLeft, seed, boxes.Count, options.HalfSamples);
            if (found.IsWholeSpace || holds <= 0.5)
            {
                return new(sample.Points, allCases, boxes, PrimVerdict.NothingMoreHolds, found.Trajectory);
            }

            BoxMarks marks = new(order, cases, isLeft, found.Bounds);
            boxes.Add(new PrimBox
            {
                Restrictions = [.. found.Bounds.Restricted.Select(f => Restriction(sample, found.Bounds, marks, f, reappears[f]))],
                Points = marks.Points,
                Cases = marks.Cases,
                Support = (double)marks.Points / sample.Points,
                Coverage = (double)marks.Cases / allCases,
                CoverageOfRest = (double)marks.Cases / casesLeft,
                Density = marks.Density,
                DensityOfRest = (double)casesLeft / pointsLeft,
                Trajectory = found.Trajectory,
                ChosenStep = found.ChosenStep,
                Choice = found.Choice,
                Holds = holds,
            });
            casesLeft -= marks.Cases;
            pointsLeft -= marks.Points;
            for (int p = 0; p < isLeft.Length; p++)
            {
                isLeft[p] &= !marks.IsInside(p);
            }
        }

        return new(sample.Points, allCases, boxes, PrimVerdict.AllBoxesFound, []);
    }

    private static PrimRestriction Restriction(SweepSample sample, BoxBounds bounds, BoxMarks marks, int factor, double reappears) => new(
        factor,
        bounds.HasLow[factor],
        bounds.Low[factor],
        bounds.HasHigh[factor],
        bounds.High[factor],
        [.. Enumerable.Range(0, sample.Factors[factor].Levels.Count).Where(level => !bounds.IsOut[factor][level])],
        marks.QuasiP(factor),
        marks.DensityWithout(factor),
        reappears);

    /// <summary>The whole search on halves of what is left: in which part its box holds in the other half, and which factors it restricts.</summary>
    private static (double Holds, double[] Reappears) Halves(
        BoxSearch search, SweepSample sample, bool[] isCase, bool[] isLeft, ulong seed, int box, int halves)
    {
        int[] left = [.. Enumerable.Range(0, isLeft.Length).Where(p => isLeft[p])];
        int[] dealt = new int[left.Length];
        bool[] isMine = new bool[isLeft.Length];
        int[] restricts = new int[sample.Factors.Count];
        int holds = 0;
        for (int h = 0; h < halves; h++)
        {
            left.CopyTo(dealt, 0);
            new Lots(seed, LotPurpose.PrimHalf, (box * halves) + h).Shuffle(dealt.AsSpan(), dealt.Length / 2);
            Array.Clear(isMine);
            foreach (int p in dealt.AsSpan(0, dealt.Length / 2))
            {
                isMine[p] = true;
            }

            BoxBounds bounds = search.Find(isMine).Bounds;
            int[] restricted = [.. bounds.Restricted];
            foreach (int f in restricted)
            {
                restricts[f]++;
            }

            holds += restricted.Length > 0 && Holds(sample, isCase, dealt.AsSpan(dealt.Length / 2), bounds, restricted) ? 1 : 0;
        }

        return ((double)holds / halves, Array.ConvertAll(restricts, r => (double)r / halves));
    }

    private static bool Holds(SweepSample sample, bool[] isCase, ReadOnlySpan<int> points, BoxBounds bounds, int[] restricted)
    {
        int cases = 0;
        int inside = 0;
        int casesInside = 0;
        foreach (int p in points)
        {
            bool isInside = true;
            foreach (int f in restricted)
            {
                isInside &= bounds.Holds(f, sample.Factor(f, p));
            }

            cases += isCase[p] ? 1 : 0;
            inside += isInside ? 1 : 0;
            casesInside += isInside && isCase[p] ? 1 : 0;
        }

        return Tails.BinomialAtLeast(inside, casesInside, (double)cases / points.Length) <= HoldsAt;
    }
}
