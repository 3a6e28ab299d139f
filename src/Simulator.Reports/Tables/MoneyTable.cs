using Simulator.Alliance;
using Simulator.Projections;
using static Simulator.Reports.Tables.FieldType;

namespace Simulator.Reports.Tables;

/// <summary>
/// money.csv: amounts of members and groups by year in each money and in each prices. National currency and EUR at current,
/// base-year and price-year prices, USD at current and price-year prices; a money that two of these would repeat stands once.
/// </summary>
public sealed class MoneyTable : ITable
{
    private static readonly MoneyBasis[] NationalBases =
    [
        new(CurrencyChoice.National, PriceBasis.Current), new(CurrencyChoice.National, PriceBasis.BaseYear), new(CurrencyChoice.National, PriceBasis.PriceYear),
    ];

    private static readonly MoneyBasis[] EuroBases =
    [
        new(CurrencyChoice.Eur, PriceBasis.Current), new(CurrencyChoice.Eur, PriceBasis.BaseYear), new(CurrencyChoice.Eur, PriceBasis.PriceYear),
    ];

    private static readonly MoneyBasis[] DollarBases =
    [
        new(CurrencyChoice.Usd, PriceBasis.Current), new(CurrencyChoice.Usd, PriceBasis.PriceYear),
    ];

    private readonly RunResults _results;
    private readonly List<(ReportUnit Unit, MoneyBasis[] Bases)> _rows = [];

    /// <summary>Describes the table of a run.</summary>
    /// <param name="results">The results of the run.</param>
    public MoneyTable(RunResults results)
    {
        _results = results;
        Edition edition = results.Edition;
        foreach (ReportUnit unit in results.Members.Concat(results.Groups))
        {
            string currency = unit.Unit.IsGroup ? "" : edition.Currency[unit.Unit.MemberIndex];
            _rows.Add((unit,
            [
                .. unit.Unit.IsGroup ? [] : NationalBases,
                .. currency == "EUR" ? [] : EuroBases,
                .. currency == "USD" ? [] : DollarBases,
            ]));
        }

        const string bn = "billion units of currency, in the row's prices";
        Schema = new TableSchema(
            "money",
            "Money by member, group and year",
            $"One row for each scenario, unit, year, money and prices: national currency (members) and EUR at current, {CommonColumns.Text(edition.BaseYear)} and {CommonColumns.Text(edition.PriceYear)} prices, USD at current and {CommonColumns.Text(edition.PriceYear)} prices; where the national currency is EUR or USD its rows stand once. EUR at constant prices are at the exchange rate of {CommonColumns.Text(edition.BaseYear)}. Figures of the United States are its spending worldwide. {CommonColumns.IcelandRemark} {CommonColumns.LineConvention}",
            [
                CommonColumns.Scenario,
                CommonColumns.Unit,
                CommonColumns.Year,
                CommonColumns.Status,
                CommonColumns.Currency,
                CommonColumns.Prices,
                new("spending_bn", Number, bn, "Core spending."),
                new("change_on_year_bn", Number, bn, "Spending less that of the year before; empty in the first published year."),
                new("rise_since_base_bn", Number, bn, $"Spending less that of {CommonColumns.Text(edition.BaseYear)}; empty in published years."),
                new("extra_over_hold_bn", Number, bn, $"Spending above what the share of {CommonColumns.Text(edition.BaseYear)} would cost in the unshocked economy, negative where it is less; empty in published years."),
                new("cumulative_extra_bn", Number, bn, $"Sum of extra_over_hold_bn from {CommonColumns.Text(edition.BaseYear + 1)} on; at current prices a sum of unlike money; empty in published years."),
                new("short_of_line_bn", Number, bn, "Short of the line; a group's is the sum of its members': one member's surplus pays for nobody; empty in published years and for Iceland."),
                new("per_head", Number, "units of currency per inhabitant, in the row's prices", "Spending per inhabitant."),
                new("pct_of_government_spending", Number, "percent", "Core spending as part of general government expenditure (IMF WEO; its last ratio to GDP is held); empty where the WEO has none."),
                new("pct_of_revenue", Number, "percent", "Core spending as part of general government revenue (IMF WEO; its last ratio to GDP is held); empty where the WEO has none."),
            ],
            ["scenario", "unit", "year", "currency", "prices"]);
    }

    /// <inheritdoc/>
    public TableSchema Schema { get; }

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        Projection history = _results.History;
        WriteUnits(rows, RunResults.HistoryId, history, history.FirstYear, history.BaseYear);
        foreach (Projection projection in _results.Projections)
        {
            WriteUnits(rows, RunResults.IdOf(projection), projection, projection.BaseYear + 1, _results.Options.Horizon);
        }
    }

    private void WriteUnits(TableWriter rows, string scenario, Projection projection, int firstYear, int lastYear)
    {
        double[] governmentPct = new double[lastYear - firstYear + 1];
        double[] revenuePct = new double[governmentPct.Length];
        foreach ((ReportUnit unit, MoneyBasis[] bases) in _rows)
        {
            // These do not depend on the money, so they are read once for all of a unit's rows.
            for (int year = firstYear; year <= lastYear; year++)
            {
                governmentPct[year - firstYear] = projection.PctOfGovernmentSpending(unit.Unit, year);
                revenuePct[year - firstYear] = projection.PctOfRevenue(unit.Unit, year);
            }

            foreach (MoneyBasis basis in bases)
            {
                string currency = basis.CurrencyCode(_results.Edition, unit.Unit);
                string prices = basis.PricesWord(_results.Edition);
                for (int year = firstYear; year <= lastYear; year++)
                {
                    rows.Text(scenario);
                    rows.Text(unit.Id);
                    rows.Year(year);
                    rows.Text(_results.Status(year));
                    rows.Text(currency);
                    rows.Text(prices);
                    rows.NumberOrEmpty(projection.SpendingBn(unit.Unit, year, basis));
                    rows.NumberOrEmpty(projection.ChangeOnYearBn(unit.Unit, year, basis));
                    WriteAgainstToday(rows, projection, unit.Unit, year, basis);
                    rows.NumberOrEmpty(projection.PerHead(unit.Unit, year, basis));
                    rows.NumberOrEmpty(governmentPct[year - firstYear]);
                    rows.NumberOrEmpty(revenuePct[year - firstYear]);
                    rows.EndRow();
                }
            }
        }
    }

    private static void WriteAgainstToday(TableWriter rows, Projection projection, Unit unit, int year, MoneyBasis basis)
    {
        if (year <= projection.BaseYear)
        {
            rows.Empty();
            rows.Empty();
            rows.Empty();
            rows.Empty();
            return;
        }

        rows.NumberOrEmpty(projection.RiseSinceBaseBn(unit, year, basis));
        rows.NumberOrEmpty(projection.ExtraOverHoldBn(unit, year, basis));
        rows.NumberOrEmpty(projection.CumulativeExtraBn(unit, year, basis));
        rows.NumberOrEmpty(projection.ShortOfLineBn(unit, year, basis));
    }
}
