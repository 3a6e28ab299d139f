using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Pathways;

/// <summary>
/// Where a row stands in one year, lane by lane, because a sweep may give each lane its own years (model section 5).
/// Masks are all bits set where true.
/// </summary>
/// <param name="AtStart">True in year F, where the path so far is remembered.</param>
/// <param name="IsUnderWay">True after year F; up to and in F a row changes nothing.</param>
/// <param name="HasArrived">True after F and from T on.</param>
/// <param name="Way">u: 0 through F, (t − F)/(T − F) between, exactly 1 from T on.</param>
public readonly record struct Progress(
    Vector512<double> AtStart,
    Vector512<double> IsUnderWay,
    Vector512<double> HasArrived,
    Vector512<double> Way)
{
    /// <summary>T of a row that never arrives by date: step, growth, close, and growth through the horizon.</summary>
    public const double Never = double.PositiveInfinity;

    /// <summary>T of a row that arrives in the year after F, whichever year F is.</summary>
    public const double AtOnce = double.NegativeInfinity;

    /// <summary>Where a row from F to T stands in year t.</summary>
    /// <param name="year">t, calendar year.</param>
    /// <param name="from">F, calendar year.</param>
    /// <param name="to">T, calendar year after F, or <see cref="Never"/> or <see cref="AtOnce"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Progress In(Vector512<double> year, Vector512<double> from, Vector512<double> to)
    {
        Vector512<double> isUnderWay = Vector512.GreaterThan(year, from);
        Vector512<double> hasArrived = isUnderWay & Vector512.GreaterThanOrEqual(year, to);
        Vector512<double> between = isUnderWay & ((year - from) / (to - from));
        return new Progress(
            Vector512.Equals(year, from),
            isUnderWay,
            hasArrived,
            Vector512.ConditionalSelect(hasArrived, Vector512<double>.One, between));
    }
}

/// <summary>The part of the way that a shape has covered when the part u of the time is over (model section 5).</summary>
public static class ShapeWeight
{
    /// <summary>linear: u.</summary>
    /// <param name="u">Part of the time, 0 to 1.</param>
    public static Vector512<double> Linear(Vector512<double> u) => u;

    /// <summary>front k: 1 − (1 − u)^k.</summary>
    /// <param name="u">Part of the time, 0 to 1.</param>
    /// <param name="k">1 or more.</param>
    public static Vector512<double> Front(Vector512<double> u, Vector512<double> k) =>
        Vector512<double>.One - Elementary.Pow(Vector512<double>.One - u, k);

    /// <summary>back k: u^k.</summary>
    /// <param name="u">Part of the time, 0 to 1.</param>
    /// <param name="k">1 or more.</param>
    public static Vector512<double> Back(Vector512<double> u, Vector512<double> k) => Elementary.Pow(u, k);

    /// <summary>s-curve: u²(3 − 2u).</summary>
    /// <param name="u">Part of the time, 0 to 1.</param>
    public static Vector512<double> SCurve(Vector512<double> u) =>
        (u * u) * (Vector512.Create(3.0) - (u + u));
}
