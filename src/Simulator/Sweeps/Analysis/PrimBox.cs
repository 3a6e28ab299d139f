namespace Simulator.Sweeps.Analysis;

/// <summary>How boxes are looked for.</summary>
public sealed record PrimOptions
{
    /// <summary>Part of a box's points that one peel of a factor of numbers takes off, above 0 and below 0.5.</summary>
    public double PeelPart { get; init; } = 0.05;

    /// <summary>Part of a box's points that one paste gives back, above 0 and below 0.5.</summary>
    public double PastePart { get; init; } = 0.05;

    /// <summary>Smallest box, as a part of the points that are looked at, 0 to below 1.</summary>
    public double LeastSupport { get; init; } = 0.05;

    /// <summary>Density from which the largest box is chosen, above 0 and at most 1.</summary>
    public double DensityThreshold { get; init; } = 0.8;

    /// <summary>Most boxes, one after the other.</summary>
    public int MostBoxes { get; init; } = 4;

    /// <summary>How many half samples test a box, at least 1.</summary>
    public int HalfSamples { get; init; } = 20;

    /// <summary>Quasi-p-value above which a restriction is dropped from a chosen box.</summary>
    public double WeakestQuasiP { get; init; } = 0.05;

    internal void Check()
    {
        static void InRange(bool isIn, string what)
        {
            if (!isIn)
            {
                throw new ArgumentOutOfRangeException(what, $"{what} is out of range.");
            }
        }

        InRange(PeelPart is > 0 and < 0.5, nameof(PeelPart));
        InRange(PastePart is > 0 and < 0.5, nameof(PastePart));
        InRange(LeastSupport is >= 0 and < 1, nameof(LeastSupport));
        InRange(DensityThreshold is > 0 and <= 1, nameof(DensityThreshold));
        InRange(MostBoxes >= 1, nameof(MostBoxes));
        InRange(HalfSamples >= 1, nameof(HalfSamples));
        InRange(WeakestQuasiP is >= 0 and <= 1, nameof(WeakestQuasiP));
    }
}

/// <summary>How the search for boxes ended.</summary>
public enum PrimVerdict
{
    /// <summary>As many boxes as were asked for were found.</summary>
    AllBoxesFound,

    /// <summary>After the boxes that are listed, if any, the rest has no box that holds in data it was not made from.</summary>
    NothingMoreHolds,

    /// <summary>The sample has no case of interest, or the boxes hold all of them.</summary>
    NoCaseLeft,

    /// <summary>What is left is as dense as the threshold everywhere: the cases are the rule, and their opposite is the question to ask.</summary>
    CasesAreTheRule,
}

/// <summary>Why a box was taken from its trajectory.</summary>
public enum PrimChoice
{
    /// <summary>It is the largest box that is as dense as the threshold.</summary>
    DenseEnough,

    /// <summary>No box is: it is the knee of the trade between coverage and density.</summary>
    Knee,
}

/// <summary>What a box demands of one factor.</summary>
/// <param name="Factor">Index of the factor.</param>
/// <param name="HasLow">Whether low values are cut off.</param>
/// <param name="Low">Lowest value inside, in the factor's unit; the factor's own lowest value if nothing is cut off.</param>
/// <param name="HasHigh">Whether high values are cut off.</param>
/// <param name="High">Highest value inside.</param>
/// <param name="Levels">Alternatives inside, by number; empty for numbers.</param>
/// <param name="QuasiP">
/// The chance that as many cases would fall among the box's points if the factor were not restricted and made no difference (binomial,
/// exact; Bryant and Lempert 2010). "Quasi" because the box was made to be dense: it is small more easily than a true p-value.
/// </param>
/// <param name="DensityWithout">Density of the box without this demand, 0 to 1.</param>
/// <param name="Reappears">Part of the half samples whose box restricts this factor, 0 to 1.</param>
public sealed record PrimRestriction(
    int Factor, bool HasLow, double Low, bool HasHigh, double High, IReadOnlyList<int> Levels, double QuasiP, double DensityWithout, double Reappears);

/// <summary>One step of a peeling trajectory.</summary>
/// <param name="Factor">The factor whose end or level was taken off to get here; −1 at the start.</param>
/// <param name="Points">Points in the box.</param>
/// <param name="Cases">Cases of interest in it.</param>
/// <param name="Support">Part of the points that were looked at, 0 to 1.</param>
/// <param name="Coverage">Part of the cases that were looked at, 0 to 1.</param>
/// <param name="Density">Part of the box's points that are cases, 0 to 1.</param>
/// <param name="Restricted">Factors that are restricted.</param>
public sealed record PrimStep(int Factor, int Points, int Cases, double Support, double Coverage, double Density, int Restricted);

/// <summary>A box in the space of factors in which cases of interest are frequent.</summary>
public sealed record PrimBox
{
    /// <summary>Its demands, in factor order; at least one.</summary>
    public required IReadOnlyList<PrimRestriction> Restrictions { get; init; }

    /// <summary>Points in it that no earlier box holds.</summary>
    public required int Points { get; init; }

    /// <summary>Cases among them.</summary>
    public required int Cases { get; init; }

    /// <summary>Points as a part of the whole sample, 0 to 1.</summary>
    public required double Support { get; init; }

    /// <summary>Cases as a part of all cases of the sample, 0 to 1.</summary>
    public required double Coverage { get; init; }

    /// <summary>Cases as a part of those that no earlier box holds, 0 to 1.</summary>
    public required double CoverageOfRest { get; init; }

    /// <summary>Part of its points that are cases, 0 to 1.</summary>
    public required double Density { get; init; }

    /// <summary>The same part among all points that no earlier box holds: what the box is to be compared with.</summary>
    public required double DensityOfRest { get; init; }

    /// <summary>The peeling trajectory, largest box first, before pasting.</summary>
    public required IReadOnlyList<PrimStep> Trajectory { get; init; }

    /// <summary>Index of the step from which the box was made.</summary>
    public required int ChosenStep { get; init; }

    /// <summary>Why that step was taken.</summary>
    public required PrimChoice Choice { get; init; }

    /// <summary>
    /// Part of the half samples whose own box is denser in the other half than that half as a whole, at a chance of 1 in 100 (binomial):
    /// above one half, or the box is not reported.
    /// </summary>
    public required double Holds { get; init; }
}

/// <summary>The boxes of a sample and how the search ended.</summary>
/// <param name="Points">Points in the sample.</param>
/// <param name="Cases">Cases of interest among them.</param>
/// <param name="Boxes">The boxes in the order in which they were found; each is about what the earlier ones leave.</param>
/// <param name="Verdict">How the search ended.</param>
/// <param name="LastTrajectory">The peeling of what is left after the last box, if it was tried: its steps do not hold; else empty.</param>
public sealed record PrimResult(
    int Points, int Cases, IReadOnlyList<PrimBox> Boxes, PrimVerdict Verdict, IReadOnlyList<PrimStep> LastTrajectory)
{
    /// <summary>Part of all points that are cases, 0 to 1.</summary>
    public double Density => (double)Cases / Points;

    /// <summary>Part of all cases that the boxes hold together, 0 to 1; 0 if there are none.</summary>
    public double Coverage => Cases == 0 ? 0 : (double)Boxes.Sum(b => b.Cases) / Cases;
}
