using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Pathways;

/// <summary>
/// The ways from the share at the start of a row, a = p(F), to its target τ (model section 5), one year at a time.
/// Each lane is its own world; none passes the target, from whichever side it comes. Shares are in percent of GDP.
/// </summary>
public static class Climb
{
    /// <summary>linear, front, back, s-curve: a + (τ − a)·w, kept between a and τ against rounding.</summary>
    /// <param name="start">a.</param>
    /// <param name="target">τ.</param>
    /// <param name="weight">w, part of the way covered, 0 to 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Weighted(Vector512<double> start, Vector512<double> target, Vector512<double> weight) =>
        NotPast(start, target, start + ((target - start) * weight));

    /// <summary>ln(τ/a), which the geometric way keeps from year to year.</summary>
    /// <param name="start">a, zero or more.</param>
    /// <param name="target">τ, zero or more.</param>
    public static Vector512<double> LogOfRatio(Vector512<double> start, Vector512<double> target) =>
        Elementary.Log(target / start);

    /// <summary>geometric: a·(τ/a)^u; from or to a share of zero the limit, zero on the way.</summary>
    /// <param name="start">a, zero or more.</param>
    /// <param name="target">τ, zero or more.</param>
    /// <param name="logOfRatio">ln(τ/a), from <see cref="LogOfRatio"/>.</param>
    /// <param name="way">u, part of the time, above 0 and below 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Geometric(
        Vector512<double> start, Vector512<double> target, Vector512<double> logOfRatio, Vector512<double> way)
    {
        Vector512<double> share = NotPast(start, target, start * Elementary.Exp(logOfRatio * way));
        return Vector512.ConditionalSelect(Vector512.GreaterThan(start, Vector512<double>.Zero), share, Vector512<double>.Zero);
    }

    /// <summary>step v: v points a year toward the target, then the target.</summary>
    /// <param name="before">Share of the year before on this way.</param>
    /// <param name="target">τ.</param>
    /// <param name="stepPp">v, points of GDP a year, above 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Step(Vector512<double> before, Vector512<double> target, Vector512<double> stepPp) =>
        Vector512.ConditionalSelect(
            Vector512.LessThan(before, target),
            Lane.Smaller(before + stepPp, target),
            Lane.Larger(before - stepPp, target));

    /// <summary>growth v: real spending changes by v percent a year until the share reaches the target, then the target.</summary>
    /// <param name="start">a, which says from which side the target is reached.</param>
    /// <param name="before">Share of the year before on this way.</param>
    /// <param name="target">τ.</param>
    /// <param name="shareFactor">(1 + v/100) × real GDP of the year before over that of the year.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Growth(
        Vector512<double> start, Vector512<double> before, Vector512<double> target, Vector512<double> shareFactor)
    {
        Vector512<double> moved = before * shareFactor;
        Vector512<double> share = Vector512.ConditionalSelect(
            Vector512.LessThan(start, target), Lane.Smaller(moved, target), Lane.Larger(moved, target));
        return Vector512.ConditionalSelect(Vector512.Equals(before, target), target, share);
    }

    /// <summary>close v: the distance τ − s that is left after one more year.</summary>
    /// <param name="distancePp">Distance of the year before, points of GDP.</param>
    /// <param name="left">1 − v/100, part of the distance that stays, 0 to 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Close(Vector512<double> distancePp, Vector512<double> left) => distancePp * left;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> NotPast(Vector512<double> start, Vector512<double> target, Vector512<double> share) =>
        Vector512.ConditionalSelect(
            Vector512.LessThan(start, target), Lane.Smaller(share, target), Lane.Larger(share, target));
}

/// <summary>How a way f to a target τ joins the path so far p: the difference between at_least_pct and share_pct.</summary>
public interface IGoal
{
    /// <summary>The path with this row.</summary>
    /// <param name="path">p, the path so far.</param>
    /// <param name="start">a = p(F).</param>
    /// <param name="target">τ.</param>
    /// <param name="way">f.</param>
    static abstract Vector512<double> Join(
        Vector512<double> path, Vector512<double> start, Vector512<double> target, Vector512<double> way);
}

/// <summary>at_least_pct: max(p, f); where the start already meets the target, f is the target.</summary>
public readonly struct AtLeast : IGoal
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Join(
        Vector512<double> path, Vector512<double> start, Vector512<double> target, Vector512<double> way) =>
        Lane.Larger(Vector512.ConditionalSelect(Vector512.LessThan(start, target), way, target), path);
}

/// <summary>share_pct: f itself, up or down.</summary>
public readonly struct Exactly : IGoal
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Join(
        Vector512<double> path, Vector512<double> start, Vector512<double> target, Vector512<double> way) => way;
}
