using Simulator.Pathways;
using Simulator.Projections;

namespace Simulator.Feasibility;

/// <summary>Years in a row in which one limit holds a path.</summary>
/// <param name="Bound">The limit.</param>
/// <param name="From">First year.</param>
/// <param name="To">Last year.</param>
public readonly record struct BindingRun(FastestBound Bound, int From, int To);

/// <summary>A member's fastest path to one target under one set of limits, from the base year to the horizon: never a forecast.</summary>
public sealed class Pathway
{
    /// <summary>Roster index.</summary>
    public required int Member { get; init; }

    /// <summary>The target, percent of real GDP.</summary>
    public required double TargetPct { get; init; }

    /// <summary>The set of limits.</summary>
    public required FastestLimits Limits { get; init; }

    /// <summary>Base year.</summary>
    public required int BaseYear { get; init; }

    /// <summary>Share of real GDP by year from the base year on, percent.</summary>
    public required IReadOnlyList<double> SharePct { get; init; }

    /// <summary>What each limit allowed, by year after the base year.</summary>
    public required IReadOnlyList<FastestYear> Years { get; init; }

    /// <summary>Last year computed.</summary>
    public int LastYear => BaseYear + Years.Count;

    /// <summary>The share of a year.</summary>
    /// <param name="year">Base year to <see cref="LastYear"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside.</exception>
    public double ShareIn(int year) => year >= BaseYear && year <= LastYear
        ? SharePct[year - BaseYear]
        : throw new ArgumentOutOfRangeException(nameof(year), year, "The path does not hold this year.");

    /// <summary>The earliest year at the target, both rounded half up to two decimals as allies are counted.</summary>
    /// <param name="year">The year; the base year for members that are there already.</param>
    /// <returns>False when the target is not reached by <see cref="LastYear"/>.</returns>
    public bool TryEarliestYear(out int year)
    {
        for (year = BaseYear; year <= LastYear; year++)
        {
            if (Rounding.Hundredths(ShareIn(year)) >= Rounding.Hundredths(TargetPct))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What holds the path, in runs of years: until it arrives, or to the last year where it does not.</summary>
    public IReadOnlyList<BindingRun> Binding()
    {
        int end = TryEarliestYear(out int arrival) ? arrival - 1 : LastYear;
        List<BindingRun> runs = [];
        for (int i = 0; i < Years.Count && Years[i].Year <= end; i++)
        {
            FastestYear year = Years[i];
            if (runs.Count > 0 && runs[^1].Bound == year.Bound)
            {
                runs[^1] = runs[^1] with { To = year.Year };
            }
            else
            {
                runs.Add(new BindingRun(year.Bound, year.Year, year.Year));
            }
        }

        return runs;
    }
}
