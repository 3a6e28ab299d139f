using System.Globalization;
using Simulator.Alliance;

namespace Simulator.Data.Sources;

/// <summary>What changed between two editions, for "natosim data diff": figures of the same member, indicator and year side by side.</summary>
public static class EditionDiff
{
    /// <summary>Rows for each indicator in the short table, where no members are named.</summary>
    private const int ShortRows = 10;

    private static readonly Column[] Columns =
    [
        Nato("share_pct", "points of GDP", NatoIndicator.SharePct, 0.005, Needs.Nothing),
        Nato("real_change_pct", "points", NatoIndicator.RealChangePct, 0.005, Needs.Nothing),
        Nato("equipment_pct", "points", NatoIndicator.EquipmentPct, 0.005, Needs.Nothing),
        Nato("personnel_pct", "points", NatoIndicator.PersonnelPct, 0.005, Needs.Nothing),
        Nato("infrastructure_pct", "points", NatoIndicator.InfrastructurePct, 0.005, Needs.Nothing),
        Nato("other_pct", "points", NatoIndicator.OtherPct, 0.005, Needs.Nothing),
        Nato("personnel_thousand", "percent", NatoIndicator.PersonnelThousand, 0.05, Needs.Nothing),
        Nato("ncu_current_m", "percent", NatoIndicator.NcuCurrentM, 0.5, Needs.Currency),
        Nato("ncu_constant_m", "percent", NatoIndicator.NcuConstantM, 0.5, Needs.Currency | Needs.PriceYear),
        Nato("usd_current_m", "percent", NatoIndicator.UsdCurrentM, 0.5, Needs.Nothing),
        Nato("usd_constant_m", "percent", NatoIndicator.UsdConstantM, 0.5, Needs.PriceYear),
        Nato("gdp_usd_current_m", "percent", NatoIndicator.GdpUsdCurrentM, 0.5, Needs.Nothing),
        Nato("gdp_usd_constant_m", "percent", NatoIndicator.GdpUsdConstantM, 0.5, Needs.PriceYear),
        Weo("NGDP_RPCH", WeoIndicator.RealGrowthPct),
        Weo("PCPIPCH", WeoIndicator.InflationPct),
        Weo("GGXWDG_NGDP", WeoIndicator.GrossDebtPct),
        Weo("GGXCNL_NGDP", WeoIndicator.BalancePct),
        Weo("GGR_NGDP", WeoIndicator.RevenuePct),
        Weo("GGX_NGDP", WeoIndicator.ExpenditurePct),
    ];

    [Flags]
    private enum Needs
    {
        Nothing = 0,
        Currency = 1,
        PriceYear = 2,
    }

    /// <summary>Names of the indicators that are compared, in order.</summary>
    public static IReadOnlyList<string> Indicators { get; } = [.. Columns.Select(c => c.Name)];

    /// <summary>
    /// Compares two editions. Shares and parts differ by points, amounts by percent of the first edition's; amounts are
    /// compared only where currency and, for constant prices, the price year agree, and what is left out is said. A
    /// difference within half a unit of the last digit that NATO prints, or 0.0005 of an IMF figure, is none.
    /// </summary>
    /// <param name="a">The earlier edition.</param>
    /// <param name="b">The later edition, of the same roster.</param>
    /// <param name="members">The members that are compared.</param>
    /// <param name="whole">
    /// True for one row for every member, indicator and year that differs; false for one row for each member and indicator,
    /// at its largest difference, of which the ten largest are kept unless <paramref name="all"/> is set.
    /// </param>
    /// <param name="all">True to keep every row of the short table.</param>
    /// <returns>The table, each indicator sorted by size, with what was not compared and a summary in its notes.</returns>
    public static CatalogueTable Compare(Edition a, Edition b, MemberSet members, bool whole, bool all)
    {
        List<string[]> rows = [];
        List<string> notes = [];
        int compared = 0;
        int changed = 0;
        int left = 0;
        foreach (Column column in Columns)
        {
            List<Difference> differences = Differences(column, a, b, members, ref compared);
            changed += differences.Count(d => d.Changed);
            if (whole)
            {
                rows.AddRange(differences.Where(d => d.Changed).OrderByDescending(d => d.Size).ThenBy(d => d.Member).ThenBy(d => d.Year).Select(d => Row(a.Roster, column, d)));
                continue;
            }

            List<IGrouping<int, Difference>> byMember = [.. differences.GroupBy(d => d.Member).Where(g => g.Any(d => d.Changed)).OrderByDescending(g => g.Max(d => d.Size)).ThenBy(g => g.Key)];
            rows.AddRange(byMember.Take(all ? int.MaxValue : ShortRows).Select(g => ShortRow(a.Roster, column, [.. g])));
            left += all ? 0 : Math.Max(0, byMember.Count - ShortRows);
        }

        Say(a, b, members, notes);
        if (left > 0)
        {
            notes.Add($"{Text(left)} more rows with smaller differences: name members with --members, or take every year with --csv.");
        }

        notes.Add(Summary(a, b, members, compared, changed));
        string[] header = whole
            ? ["iso3", "indicator", "unit_of_change", "year", a.Id, b.Id, "change"]
            : ["iso3", "indicator", "unit_of_change", "years", "differ", "largest_in", a.Id, b.Id, "change", "mean_change"];
        return new CatalogueTable($"From {a.Title} to {b.Title}", header, rows, notes);
    }

    private static List<Difference> Differences(Column column, Edition a, Edition b, MemberSet members, ref int compared)
    {
        List<Difference> differences = [];
        if (column.Needs.HasFlag(Needs.PriceYear) && a.PriceYear != b.PriceYear)
        {
            return differences;
        }

        foreach (int m in members)
        {
            if (column.Needs.HasFlag(Needs.Currency) && a.Currency[m] != b.Currency[m])
            {
                continue;
            }

            (int first, int last) = column.Years(a, b);
            for (int year = first; year <= last; year++)
            {
                double before = column.Value(a, m, year);
                double after = column.Value(b, m, year);
                if (double.IsNaN(before) || double.IsNaN(after))
                {
                    continue;
                }

                compared++;
                double change = column.Unit == "percent" ? (before == 0 ? double.NaN : 100 * ((after / before) - 1)) : after - before;
                differences.Add(new Difference(m, year, before, after, change, Math.Abs(after - before) > column.Tolerance));
            }
        }

        return differences;
    }

    private static string[] Row(Roster roster, Column column, Difference d) =>
        [roster.Members[d.Member].Iso3, column.Name, column.Unit, Text(d.Year), Text(d.Before), Text(d.After), Text(d.Change)];

    private static string[] ShortRow(Roster roster, Column column, Difference[] years)
    {
        Difference largest = years.MaxBy(d => d.Size)!;
        double[] changes = [.. years.Where(y => !double.IsNaN(y.Change)).Select(y => y.Change)];
        return
        [
            roster.Members[largest.Member].Iso3, column.Name, column.Unit, Text(years.Length), Text(years.Count(y => y.Changed)), Text(largest.Year),
            Short(largest.Before), Short(largest.After), Short(largest.Change), changes.Length == 0 ? "" : Short(changes.Average()),
        ];
    }

    private static void Say(Edition a, Edition b, MemberSet members, List<string> notes)
    {
        if (a.Measure != b.Measure)
        {
            notes.Add($"{a.Id} measures {a.Measure}, {b.Id} {b.Measure}: part of every difference is one of definition.");
        }

        if (a.PriceYear != b.PriceYear)
        {
            notes.Add($"Amounts at constant prices were not compared: {a.Id} has prices of {Text(a.PriceYear)}, {b.Id} of {Text(b.PriceYear)}.");
        }

        string[] others = [.. members.Where(m => a.Currency[m] != b.Currency[m]).Select(m => $"{a.Roster.Members[m].Iso3} ({a.Currency[m]}, then {b.Currency[m]})")];
        if (others.Length > 0)
        {
            notes.Add("Amounts in national currency were not compared where the currency differs: " + string.Join(", ", others) + ".");
        }
    }

    private static string Summary(Edition a, Edition b, MemberSet members, int compared, int changed)
    {
        int unused = 0;
        List<Difference> shares = [.. Differences(Columns[0], a, b, members, ref unused)];
        string counted = $"{Text(changed)} of {Text(compared)} figures of common years differ.";
        if (changed == 0 || shares.Count == 0)
        {
            return counted;
        }

        int year = shares.Max(d => d.Year);
        Difference[] last = [.. shares.Where(d => d.Year == year)];
        Difference largest = last.MaxBy(d => d.Size)!;
        return $"{counted} Shares of GDP in {Text(year)}: {Text(last.Count(d => d.Changed && d.Change > 0))} members higher, {Text(last.Count(d => d.Changed && d.Change < 0))} lower, "
            + $"on average by {Signed(last.Average(d => d.Change))} points; largest {a.Roster.Members[largest.Member].Iso3}, {Short(largest.Before)} to {Short(largest.After)}.";
    }

    private static Column Nato(string name, string unit, NatoIndicator indicator, double tolerance, Needs needs) => new(
        name,
        unit,
        tolerance,
        needs,
        (e, m, y) => e.Nato.Value(indicator, m, y),
        static (a, b) => (Math.Max(a.FirstYear, b.FirstYear), Math.Min(a.BaseYear, b.BaseYear)));

    private static Column Weo(string name, WeoIndicator indicator) => new(
        name,
        "points",
        0.0005,
        Needs.Nothing,
        (e, m, y) => e.Weo.Value(indicator, m, y),
        static (a, b) => (Math.Max(a.Weo.FirstYear, b.Weo.FirstYear), Math.Min(a.Weo.LastYear, b.Weo.LastYear)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double number) => double.IsNaN(number) ? "" : number.ToString(CultureInfo.InvariantCulture);

    private static string Short(double number) => double.IsNaN(number) ? "" : number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Signed(double number) => number.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    private sealed record Column(string Name, string Unit, double Tolerance, Needs Needs, Func<Edition, int, int, double> Value, Func<Edition, Edition, (int First, int Last)> Years);

    private sealed record Difference(int Member, int Year, double Before, double After, double Change, bool Changed)
    {
        // A change from nothing has no percentage; it sorts before all others.
        public double Size => double.IsNaN(Change) ? (Changed ? double.PositiveInfinity : 0) : Math.Abs(Change);
    }
}
