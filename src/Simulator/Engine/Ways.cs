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
    static abstract Vector512<double> Share(
        Vector512<double> start, Vector512<double> state, Vector512<double> target, Vector512<double> pace);
}

/// <summary>geometric: remembers ln(τ/a), so that a year costs an exponential and not a power; the pace is u.</summary>
internal readonly struct GeometricWay : IWay
{
    public static Vector512<double> Pace(Vector512<double> shapeValue, Vector512<double> way) => way;

    public static Vector512<double> Begin(Vector512<double> start, Vector512<double> target) => Climb.LogOfRatio(start, target);

    public static Vector512<double> Next(
        Vector512<double> start,
        Vector512<double> state,
        Vector512<double> target,
        Vector512<double> pace,
        Vector512<double> gdpBeforeOverGdp) => state;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Share(
        Vector512<double> start, Vector512<double> state, Vector512<double> target, Vector512<double> pace) =>
        Climb.Geometric(start, target, state, pace);
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

    public static Vector512<double> Share(
        Vector512<double> start, Vector512<double> state, Vector512<double> target, Vector512<double> pace) => state;
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

    public static Vector512<double> Share(
        Vector512<double> start, Vector512<double> state, Vector512<double> target, Vector512<double> pace) => state;
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

    public static Vector512<double> Share(
        Vector512<double> start, Vector512<double> state, Vector512<double> target, Vector512<double> pace) => target - state;
}
