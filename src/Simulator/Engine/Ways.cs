using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulator.Pathways;

namespace Simulator.Engine;

/// <summary>A way that has to be followed member by member, from year to year: what it remembers and how that moves.</summary>
internal interface IWay
{
    /// <summary>What the row alone says about the year, shared by all its members.</summary>
    static abstract Vector512<double> Pace(Vector512<double> shapeValue, Vector512<double> way);

    /// <summary>What is remembered in year F.</summary>
    static abstract Vector512<double> Begin(Vector512<double> start, Vector512<double> target);

    /// <summary>What is remembered a year later.</summary>
    static abstract Vector512<double> Next(
        Vector512<double> start,
        Vector512<double> state,
        Vector512<double> target,
        Vector512<double> pace,
        Vector512<double> gdpBeforeOverGdp);

    /// <summary>The share that what is remembered stands for.</summary>
    static abstract Vector512<double> Share(Vector512<double> state, Vector512<double> target);
}

/// <summary>geometric: needs no memory but the start.</summary>
internal readonly struct GeometricWay : IWay
{
    public static Vector512<double> Pace(Vector512<double> shapeValue, Vector512<double> way) => way;

    public static Vector512<double> Begin(Vector512<double> start, Vector512<double> target) => start;

    public static Vector512<double> Next(
        Vector512<double> start,
        Vector512<double> state,
        Vector512<double> target,
        Vector512<double> pace,
        Vector512<double> gdpBeforeOverGdp) => Climb.Geometric(start, target, pace);

    public static Vector512<double> Share(Vector512<double> state, Vector512<double> target) => state;
}

/// <summary>step: remembers its share; the pace is v points a year.</summary>
internal readonly struct StepWay : IWay
{
    public static Vector512<double> Pace(Vector512<double> shapeValue, Vector512<double> way) => shapeValue;

    public static Vector512<double> Begin(Vector512<double> start, Vector512<double> target) => start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Next(
        Vector512<double> start,
        Vector512<double> state,
        Vector512<double> target,
        Vector512<double> pace,
        Vector512<double> gdpBeforeOverGdp) => Climb.Step(state, target, pace);

    public static Vector512<double> Share(Vector512<double> state, Vector512<double> target) => state;
}

/// <summary>growth: remembers its share; the pace is 1 + v/100.</summary>
internal readonly struct GrowthWay : IWay
{
    public static Vector512<double> Pace(Vector512<double> shapeValue, Vector512<double> way) =>
        Vector512<double>.One + (shapeValue / Vector512.Create(100.0));

    public static Vector512<double> Begin(Vector512<double> start, Vector512<double> target) => start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Next(
        Vector512<double> start,
        Vector512<double> state,
        Vector512<double> target,
        Vector512<double> pace,
        Vector512<double> gdpBeforeOverGdp) => Climb.Growth(start, state, target, pace * gdpBeforeOverGdp);

    public static Vector512<double> Share(Vector512<double> state, Vector512<double> target) => state;
}

/// <summary>close: remembers its distance; the pace is the part 1 − v/100 of it that stays.</summary>
internal readonly struct CloseWay : IWay
{
    public static Vector512<double> Pace(Vector512<double> shapeValue, Vector512<double> way) =>
        Vector512<double>.One - (shapeValue / Vector512.Create(100.0));

    public static Vector512<double> Begin(Vector512<double> start, Vector512<double> target) => target - start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Next(
        Vector512<double> start,
        Vector512<double> state,
        Vector512<double> target,
        Vector512<double> pace,
        Vector512<double> gdpBeforeOverGdp) => Climb.Close(state, pace);

    public static Vector512<double> Share(Vector512<double> state, Vector512<double> target) => target - state;
}
