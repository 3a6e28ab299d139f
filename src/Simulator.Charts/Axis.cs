using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Charts;

/// <summary>A labelled place on an axis.</summary>
/// <param name="At">Place in the axis' own unit.</param>
/// <param name="Label">Label, empty for a tick without words.</param>
/// <param name="Heading">Whether the label heads a group of categories.</param>
public readonly record struct Tick(double At, string Label, bool Heading = false);

/// <summary>Kinds of axis.</summary>
public enum AxisKind
{
    /// <summary>Numbers in a unit.</summary>
    Number,

    /// <summary>Calendar years.</summary>
    Year,

    /// <summary>Names; the n-th name stands at n.</summary>
    Category,
}

/// <summary>An axis: a range, and the places on it that are labelled.</summary>
/// <param name="Kind">What the axis counts.</param>
/// <param name="From">Start: left, or bottom; on a category axis top.</param>
/// <param name="To">End, more than <paramref name="From"/>.</param>
/// <param name="Ticks">Labelled places, in order.</param>
/// <param name="Grid">Whether thin lines run across the panel at the ticks.</param>
public sealed record Axis(AxisKind Kind, double From, double To, ImmutableArray<Tick> Ticks, bool Grid)
{
    private static readonly double[] Steps = [1, 2, 2.5, 5, 10];

    private const double Largest = 1e300;

    /// <summary>Most ticks on an axis of powers of ten, about.</summary>
    private const int MostPowers = 10;

    /// <summary>Powers of ten below which there are ticks between them.</summary>
    private const int FewPowers = 3;

    /// <summary>What the axis measures, with its unit, written beside it; empty where the subtitle says it.</summary>
    public string Title { get; init; } = "";

    /// <summary>Lines that each name of a category axis takes above its row; empty where names stand beside their rows.</summary>
    public ImmutableArray<int> NameLines { get; init; } = [];

    /// <summary>Whether places are powers of ten: a mark stands at <see cref="Exponent"/> of its value, and no place is zero.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>An axis of numbers from zero (or from below it) to a round number at or above the highest value.</summary>
    /// <param name="lowest">Lowest value drawn; what is not finite counts as zero.</param>
    /// <param name="highest">Highest value drawn; what is not finite counts as zero.</param>
    /// <param name="intervals">How many steps are wanted, about.</param>
    /// <param name="label">Writes a tick's value; given the value and the step.</param>
    /// <returns>The axis.</returns>
    public static Axis Numbers(double lowest, double highest, int intervals, Func<double, double, string> label)
    {
        // The span of the largest numbers there are is not a number any more.
        var low = double.IsFinite(lowest) && lowest < 0 ? Math.Max(lowest, -Largest) : 0;
        var high = double.IsFinite(highest) && highest > low ? Math.Min(highest, Largest) : low + 1;
        var step = RoundStep((high - low) / Math.Max(1, intervals));
        var first = (long)Math.Floor(low / step);
        var last = (long)Math.Ceiling((high / step) - 1e-9);
        var ticks = ImmutableArray.CreateBuilder<Tick>();
        for (var i = first; i <= last; i++)
        {
            ticks.Add(new Tick(i * step, label(i * step, step)));
        }

        return new Axis(AxisKind.Number, first * step, last * step, ticks.ToImmutable(), true);
    }

    /// <summary>An axis of numbers between round ones around the values, for places that say a value where no length does: zero need not be on it.</summary>
    /// <param name="lowest">Lowest value drawn; what is not finite counts as zero.</param>
    /// <param name="highest">Highest value drawn; what is not finite counts as the lowest.</param>
    /// <param name="intervals">How many steps are wanted, about.</param>
    /// <param name="label">Writes a tick's value; given the value and the step.</param>
    /// <returns>The axis.</returns>
    public static Axis Around(double lowest, double highest, int intervals, Func<double, double, string> label)
    {
        var low = double.IsFinite(lowest) ? Math.Clamp(lowest, -Largest, Largest) : 0;
        var high = double.IsFinite(highest) && highest >= low ? Math.Min(highest, Largest) : low;
        if (high - low <= Math.Abs(high) * 1e-9)
        {
            // One value alone stands in the middle of a tenth of its size.
            var half = high == 0 ? 0.5 : Math.Abs(high) * 0.05;
            (low, high) = (low - half, high + half);
        }

        var step = RoundStep((high - low) / Math.Max(1, intervals));
        var (first, last) = (Math.Floor((low / step) + 1e-9), Math.Ceiling((high / step) - 1e-9));
        var steps = (int)Math.Max(1, last - first);
        ImmutableArray<Tick> ticks = [.. Enumerable.Range(0, steps + 1).Select(i => new Tick((first + i) * step, label((first + i) * step, step)))];
        return new Axis(AxisKind.Number, first * step, (first + steps) * step, ticks, true);
    }

    /// <summary>An axis of powers of ten. Below three of them, their doubles and fivefolds are ticks too.</summary>
    /// <param name="lowest">Lowest value drawn; what is not above zero counts as one.</param>
    /// <param name="highest">Highest value drawn; what is not above the lowest counts as the lowest.</param>
    /// <param name="label">Writes a tick's value; given the value and its decimals.</param>
    /// <returns>The axis; its places are those of <see cref="Exponent"/>.</returns>
    public static Axis PowersOfTen(double lowest, double highest, Func<double, int, string> label)
    {
        var low = lowest > 0 && double.IsFinite(lowest) ? lowest : 1;
        var high = highest > low && double.IsFinite(highest) ? highest : low;
        var first = (int)Math.Floor(Exponent(low) + 1e-9);
        var last = Math.Max(first + 1, (int)Math.Ceiling(Exponent(high) - 1e-9));
        var step = ((last - first) / MostPowers) + 1;
        var ticks = ImmutableArray.CreateBuilder<Tick>();
        for (var power = first; power <= last; power += step)
        {
            var value = 1.0;
            for (var i = 0; i < Math.Abs(power); i++)
            {
                value = power > 0 ? value * 10 : value / 10;
            }

            var decimals = Math.Max(0, -power);
            ticks.Add(new Tick(power, label(value, decimals)));
            if (last - first < FewPowers && power < last)
            {
                ticks.Add(new Tick(power + Exponent(2), label(value * 2, decimals)));
                ticks.Add(new Tick(power + Exponent(5), label(value * 5, decimals)));
            }
        }

        return new Axis(AxisKind.Number, first, last, ticks.ToImmutable(), true) { IsLogarithmic = true };
    }

    /// <summary>The place of a value on an axis of powers of ten: its logarithm to the base ten.</summary>
    /// <param name="value">A value above zero.</param>
    /// <returns>The logarithm, the same on every machine; not finite where the value is not above zero.</returns>
    public static double Exponent(double value) => value > 0 && double.IsFinite(value) ? NaturalLog(value) / NaturalLog(10) : double.NaN;

    /// <summary>An axis of years with the given years labelled.</summary>
    /// <param name="from">First year.</param>
    /// <param name="to">Last year; one year alone gets half a year of room on both sides.</param>
    /// <param name="labelled">Years that carry a label.</param>
    /// <param name="label">Writes a year.</param>
    /// <returns>The axis.</returns>
    public static Axis Years(int from, int to, IEnumerable<int> labelled, Func<int, string> label)
    {
        var ticks = labelled.Where(y => y >= from && y <= to).Distinct().Order().Select(y => new Tick(y, label(y)));
        var alone = from >= to;
        return new Axis(AxisKind.Year, alone ? from - 0.5 : from, alone ? from + 0.5 : to, [.. ticks], false);
    }

    /// <summary>An axis of names, the first one at the top.</summary>
    /// <param name="names">Names with the mark whether one heads a group.</param>
    /// <returns>The axis.</returns>
    public static Axis Categories(IEnumerable<(string Name, bool Heading)> names)
    {
        ImmutableArray<Tick> ticks = [.. names.Select((n, i) => new Tick(i, n.Name, n.Heading))];
        return new Axis(AxisKind.Category, -0.5, Math.Max(ticks.Length, 1) - 0.5, ticks, false);
    }

    private static double NaturalLog(double value) => Elementary.Log(Vector512.Create(value)).GetElement(0);

    /// <summary>The smallest of 1, 2, 2.5, 5 and 10 times a power of ten that is at least the size asked for.</summary>
    private static double RoundStep(double size)
    {
        var power = 1.0;
        while (power * 10 <= size)
        {
            power *= 10;
        }

        while (power > size)
        {
            power /= 10;
        }

        foreach (var step in Steps)
        {
            if (step * power >= size * (1 - 1e-9))
            {
                return step * power;
            }
        }

        return 10 * power;
    }
}
