using System.Globalization;
using Simulator.Alliance;

namespace Simulator.Backtesting;

/// <summary>
/// An edition as it would end at an origin, so that the same economy, plan and year loop can speak from there: the tables of NATO
/// through the origin, growth, deflators and population through the origin. What comes after is not hidden in it, it is not in it.
/// </summary>
public static class EditionAtOrigin
{
    /// <summary>
    /// How many years make the mean at which growth and prices go on where no outlook of the time is at hand. It moves no share of GDP:
    /// paths are shares, and a draw moves them by its own shock alone.
    /// </summary>
    public const int YearsOfMean = 10;

    /// <summary>Cuts an edition.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="origin">Last year that is known. In the base year the edition stays as it is, with the outlook of its time.</param>
    /// <param name="lastYear">Last year that is spoken of, after the origin.</param>
    /// <returns>An edition whose base year is the origin.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The origin is not published, or the last year is not after it.</exception>
    /// <exception cref="ArgumentException">The outlook of the edition starts after the origin.</exception>
    public static Edition Cut(Edition edition, int origin, int lastYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lastYear, origin);
        if (origin == edition.BaseYear)
        {
            return edition;
        }

        int members = edition.Roster.Count;
        return new Edition
        {
            Id = Say($"{edition.Id}-through-{origin}"),
            Title = Say($"{edition.Title}, cut after {origin}"),
            Measure = edition.Measure,
            CutOff = edition.CutOff,
            SourceLine = edition.SourceLine,
            FirstEstimateYear = origin + 1,
            PriceYear = edition.PriceYear,
            Roster = edition.Roster,
            Currency = edition.Currency,
            Nato = edition.Nato.Through(origin),
            Weo = Economy(edition.Weo, origin, lastYear, members),
            PotentialGrowthPct = YearSeries.Empty(members),
            PopulationGrowthPct = Still(origin + 1, MacroPathBuilder.LongRunGrowthYear, members),
            Plans = [.. edition.Roster.Members.Select(m => new NationalPlan(m.Index, [], false, "none is taken as known at an origin"))],
            HasPlans = false,
            Remarks =
            [
                Say($"Cut after {origin} for a backtest: growth and prices go on at each member's mean of the {YearsOfMean} years to {origin}, the population stands still; no forecast, plan or interest rate of the time is in it."),
            ],
        };
    }

    private static WeoSeries Economy(WeoSeries weo, int origin, int lastYear, int members)
    {
        if (weo.FirstYear >= origin)
        {
            throw new ArgumentException(Say($"{weo.Title} starts in {weo.FirstYear}; at {origin} it tells no growth of prices."), nameof(weo));
        }

        int years = lastYear - weo.FirstYear + 1;
        double[] values = new double[WeoSeries.IndicatorCount * years * members];
        Array.Fill(values, double.NaN);
        for (int m = 0; m < members; m++)
        {
            double growthPct = Mean(origin, y => weo.Value(WeoIndicator.RealGrowthPct, m, y));
            double deflatorGrowthPct = Mean(origin, y => DeflatorGrowthPct(weo, m, y));
            for (int y = weo.FirstYear; y <= lastYear; y++)
            {
                values[At(WeoIndicator.PopulationM, y, m)] = y <= origin ? weo.Value(WeoIndicator.PopulationM, m, y) : double.NaN;
                values[At(WeoIndicator.RealGrowthPct, y, m)] = y <= origin ? weo.Value(WeoIndicator.RealGrowthPct, m, y) : growthPct;
                values[At(WeoIndicator.DeflatorIndex, y, m)] = y <= origin
                    ? weo.Value(WeoIndicator.DeflatorIndex, m, y)
                    : values[At(WeoIndicator.DeflatorIndex, y - 1, m)] * (1 + (deflatorGrowthPct / 100));
            }
        }

        return new WeoSeries(Say($"{weo.Title} through {origin}, then the mean of its last {YearsOfMean} years"), weo.FirstYear, lastYear, members, values);

        int At(WeoIndicator indicator, int year, int member) => ((((int)indicator * years) + (year - weo.FirstYear)) * members) + member;
    }

    /// <summary>Growth of the GDP deflator on the year before, percent; NaN where the outlook lacks a year.</summary>
    private static double DeflatorGrowthPct(WeoSeries weo, int member, int year) =>
        100 * ((weo.Value(WeoIndicator.DeflatorIndex, member, year) / weo.Value(WeoIndicator.DeflatorIndex, member, year - 1)) - 1);

    private static double Mean(int origin, Func<int, double> value) =>
        Enumerable.Range(origin - YearsOfMean + 1, YearsOfMean).Select(value).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();

    private static YearSeries Still(int firstYear, int lastYear, int members) =>
        new(firstYear, lastYear, members, new double[(lastYear - firstYear + 1) * members]);

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
