using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Editions;

namespace Simulator.Data.Import;

/// <summary>Compares the tables of a release with each other: a column that slipped or a unit that changed shows here.</summary>
internal static class NatoReleaseCheck
{
    // The release of 2024 has three shares that differ by up to 0.014 from its own amounts; a release with two decimals adds 0.005.
    private const decimal ShareTolerance = 0.01m;

    // Parts are printed with two decimals at most, so that four of them may miss 100 by 0.02; a little more is left for the source's own rounding.
    private const decimal PartsTolerance = 0.05m;

    private static readonly NatoIndicator[] Parts = [NatoIndicator.EquipmentPct, NatoIndicator.PersonnelPct, NatoIndicator.InfrastructurePct, NatoIndicator.OtherPct];

    private static readonly NatoIndicator[] Summed = [NatoIndicator.UsdCurrentM, NatoIndicator.UsdConstantM, NatoIndicator.PersonnelThousand];

    /// <summary>Warns of every disagreement; the figures stay as printed.</summary>
    public static void Run(NatoRelease release, Roster roster, ImportLog log)
    {
        foreach (int year in release.Years)
        {
            foreach (string code in release.Units)
            {
                Share(release, code, year, log);
                Sum(release, code, year, log);
            }

            foreach (NatoIndicator indicator in Summed)
            {
                Total(release, roster, indicator, year, log);
            }
        }
    }

    private static void Share(NatoRelease release, string code, int year, ImportLog log)
    {
        if (!release.TryGet(code, NatoIndicator.SharePct, year, out decimal share)
            || !release.TryGet(code, NatoIndicator.UsdConstantM, year, out decimal spending)
            || !release.TryGet(code, NatoIndicator.GdpUsdConstantM, year, out decimal gdp))
        {
            return;
        }

        if (share > 15)
        {
            log.Error(log.Whole, $"table 3 has {Say(share)} percent for {code} in {Text(year)}; shares lie under 15");
        }
        else if (gdp == 0 || Math.Abs(share - (100 * spending / gdp)) > ShareTolerance + (0.5m * 100 / gdp))
        {
            log.Warn(log.Whole, $"table 3 has {Say(share)} for {code} in {Text(year)}; tables 2 and 5 give {(gdp == 0 ? "nothing" : Say(Math.Round(100 * spending / gdp, 4)))}");
        }
    }

    private static void Sum(NatoRelease release, string code, int year, ImportLog log)
    {
        decimal sum = 0;
        foreach (NatoIndicator part in Parts)
        {
            if (!release.TryGet(code, part, year, out decimal value))
            {
                return;
            }

            sum += value;
        }

        if (Math.Abs(sum - 100) > PartsTolerance)
        {
            log.Warn(log.Whole, $"the four parts of spending of {code} in {Text(year)} add up to {Say(sum)} percent");
        }
    }

    // The published total counts members from the year in which they joined.
    private static void Total(NatoRelease release, Roster roster, NatoIndicator indicator, int year, ImportLog log)
    {
        if (!release.TryGet(NatoReader.TotalCode, indicator, year, out decimal total))
        {
            return;
        }

        decimal sum = 0;
        int counted = 0;
        foreach (int index in roster.JoinedBy(roster.WithForces, year))
        {
            if (!release.TryGet(roster.Members[index].Iso3, indicator, year, out decimal value))
            {
                return;
            }

            sum += value;
            counted++;
        }

        // Rounding: half a unit of the last printed digit for each member; whole millions, tenths of a thousand persons.
        decimal unit = indicator == NatoIndicator.PersonnelThousand ? 0.1m : 1m;
        if (Math.Abs(sum - total) > unit * (counted + 1) / 2)
        {
            log.Warn(log.Whole, $"{indicator} of the members in {Text(year)} adds up to {Say(sum)}; NATO's total is {Say(total)}");
        }
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string Say(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
