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
    private readonly List<(ReportUnit Unit, MoneyBasis Basis)> _rows = [];

    /// <summary>Describes the table of a run.</summary>
    /// <param name="results">The results of the run.</param>
    public MoneyTable(RunResults results)
    {
        _results = results;
        Edition edition = results.Edition;
        foreach (ReportUnit unit in results.Members.Concat(results.Groups))
        {
            string currency = unit.Unit.IsGroup ? "" : edition.Currency[unit.Unit.MemberIndex];
            AddRows(unit, unit.Unit.IsGroup ? [] : NationalBases);
            AddRows(unit, currency == "EUR" ? [] : EuroBases);
            AddRows(unit, currency == "USD" ? [] : DollarBases);
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
        foreach ((ReportUnit unit, MoneyBasis basis) in _rows)
        {
            for (int year = history.FirstYear; year <= history.BaseYear; year++)
            {
                WriteHistory(rows, history, unit, year, basis);
            }
        }

        foreach (Projection projection in _results.Projections)
        {
            foreach ((ReportUnit unit, MoneyBasis basis) in _rows)
            {
                WriteProjected(rows, projection, unit, basis);
            }
        }
    }

    private void AddRows(ReportUnit unit, MoneyBasis[] bases) => _rows.AddRange(bases.Select(b => (unit, b)));

    private void WriteHistory(TableWriter rows, Projection projection, ReportUnit unit, int year, MoneyBasis basis)
    {
        Start(rows, RunResults.HistoryId, unit, year, basis);
        rows.NumberOrEmpty(projection.SpendingBn(unit.Unit, year, basis));
        rows.NumberOrEmpty(projection.ChangeOnYearBn(unit.Unit, year, basis));
        rows.Empty();
        rows.Empty();
        rows.Empty();
        rows.Empty();
        rows.NumberOrEmpty(projection.PerHead(unit.Unit, year, basis));
        rows.NumberOrEmpty(projection.PctOfGovernmentSpending(unit.Unit, year));
        rows.NumberOrEmpty(projection.PctOfRevenue(unit.Unit, year));
        rows.EndRow();
    }

    private void WriteProjected(TableWriter rows, Projection projection, ReportUnit unit, MoneyBasis basis)
    {
        for (int year = projection.BaseYear + 1; year <= _results.Options.Horizon; year++)
        {
            Start(rows, RunResults.IdOf(projection), unit, year, basis);
            rows.NumberOrEmpty(projection.SpendingBn(unit.Unit, year, basis));
            rows.NumberOrEmpty(projection.ChangeOnYearBn(unit.Unit, year, basis));
            rows.NumberOrEmpty(projection.RiseSinceBaseBn(unit.Unit, year, basis));
            rows.NumberOrEmpty(projection.ExtraOverHoldBn(unit.Unit, year, basis));
            rows.NumberOrEmpty(projection.CumulativeExtraBn(unit.Unit, year, basis));
            rows.NumberOrEmpty(projection.ShortOfLineBn(unit.Unit, year, basis));
            rows.NumberOrEmpty(projection.PerHead(unit.Unit, year, basis));
            rows.NumberOrEmpty(projection.PctOfGovernmentSpending(unit.Unit, year));
            rows.NumberOrEmpty(projection.PctOfRevenue(unit.Unit, year));
            rows.EndRow();
        }
    }

    private void Start(TableWriter rows, string scenario, ReportUnit unit, int year, MoneyBasis basis)
    {
        rows.Text(scenario);
        rows.Text(unit.Id);
        rows.Year(year);
        rows.Text(_results.Status(year));
        rows.Text(basis.CurrencyCode(_results.Edition, unit.Unit));
        rows.Text(basis.PricesWord(_results.Edition));
    }
}
