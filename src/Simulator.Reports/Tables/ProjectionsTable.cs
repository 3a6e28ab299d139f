using Simulator.Alliance;
using Simulator.Projections;
using static Simulator.Reports.Tables.FieldType;

namespace Simulator.Reports.Tables;

/// <summary>projections.csv: one row for each scenario, member, leg and year; published years once, before the scenarios.</summary>
public sealed class ProjectionsTable : ITable
{
    private const string Core = "core";

    private static readonly MoneyBasis CurrentUsd = new(CurrencyChoice.Usd, PriceBasis.Current);
    private static readonly MoneyBasis CurrentNcu = new(CurrencyChoice.National, PriceBasis.Current);

    private readonly RunResults _results;

    /// <summary>Describes the table of a run.</summary>
    /// <param name="results">The results of the run.</param>
    public ProjectionsTable(RunResults results)
    {
        _results = results;
        Edition edition = results.Edition;
        Schema = new TableSchema(
            "projections",
            "Projections by member and year",
            $"One row for each scenario, member, leg and year. {CommonColumns.IcelandRemark} {CommonColumns.LineConvention}",
            [
                CommonColumns.Scenario,
                CommonColumns.Iso3,
                CommonColumns.Name,
                new("leg", Text, "", "core: NATO's definition; related: the second leg of The Hague, for which NATO publishes no country table, only where a scenario has a path for it."),
                CommonColumns.Year,
                CommonColumns.Status,
                new("share_pct", Number, "percent of real GDP", CommonColumns.SharesOf(edition)),
                new("share_current_pct", Number, "percent of GDP at current prices", "Spending over GDP, both at current prices; it differs from the share where prices of the two moved apart."),
                new("line_pct", Number, "percent of real GDP", "The comparison line; empty in published years and for the related leg."),
                new("short_pp", Number, "points of GDP", "Points short of the line, both rounded half up to two decimals; 0 at or above it; empty in published years and for the related leg."),
                new("real_growth_pct", Number, "percent", "Growth of spending at constant prices on the year before; published years as in table 3."),
                new("spending_const_usd_m", Number, "million US dollars at prices and exchange rates of price_year", "Spending at constant prices."),
                new("price_year", FieldType.Year, "", "Year of the constant prices and exchange rates."),
                new("spending_usd_m", Number, "million US dollars, current prices and exchange rates", "Spending in dollars of the year."),
                new("spending_ncu_m", Number, "million units of currency, current prices", "Spending in national currency."),
                new("currency", Text, "", "ISO 4217 code of the national currency."),
                new("equipment_pct", Number, "percent of spending", "Equipment; empty for the related leg, for Iceland, and where NATO left the cell blank."),
                new("gdp_const_usd_m", Number, "million US dollars at prices and exchange rates of price_year", "Real GDP."),
            ],
            ["scenario", "iso3", "leg", "year"]);
    }

    /// <inheritdoc/>
    public TableSchema Schema { get; }

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        Projection history = _results.History;
        foreach (ReportUnit member in _results.Members)
        {
            for (int year = history.FirstYear; year <= history.BaseYear; year++)
            {
                WriteCore(rows, RunResults.HistoryId, history, member, year);
            }
        }

        foreach (Projection projection in _results.Projections)
        {
            foreach (ReportUnit member in _results.Members)
            {
                for (int year = projection.BaseYear + 1; year <= _results.Options.Horizon; year++)
                {
                    WriteCore(rows, RunResults.IdOf(projection), projection, member, year);
                }

                if (RunResults.HasRelated(projection, member.Unit.MemberIndex))
                {
                    for (int year = projection.BaseYear + 1; year <= _results.Options.Horizon; year++)
                    {
                        WriteRelated(rows, projection, member, year);
                    }
                }
            }
        }
    }

    private void WriteCore(TableWriter rows, string scenario, Projection projection, ReportUnit member, int year)
    {
        Unit unit = member.Unit;
        bool projected = year > projection.BaseYear;
        Start(rows, scenario, member, Core, year);
        rows.NumberOrEmpty(projection.SharePct(unit, year));
        rows.NumberOrEmpty(projection.ShareCurrentPct(unit, year));
        rows.NumberOrEmpty(projected ? projection.LinePct(unit, year) : double.NaN);
        rows.NumberOrEmpty(projected ? projection.ShortPp(unit, year) : double.NaN);
        rows.NumberOrEmpty(projection.RealGrowthPct(unit, year));
        rows.NumberOrEmpty(projection.SpendingConstUsdM(unit, year));
        rows.Year(_results.Edition.PriceYear);
        rows.NumberOrEmpty(projection.SpendingM(unit, year, CurrentUsd));
        rows.NumberOrEmpty(projection.SpendingM(unit, year, CurrentNcu));
        rows.Text(_results.Edition.Currency[unit.MemberIndex]);
        rows.NumberOrEmpty(projection.EquipmentPct(unit, year));
        rows.NumberOrEmpty(projection.GdpConstUsdM(unit, year));
        rows.EndRow();
    }

    // An amount of a year is proportional to its share in every money, so the related leg is told by its ratio to the core leg.
    private void WriteRelated(TableWriter rows, Projection projection, ReportUnit member, int year)
    {
        Unit unit = member.Unit;
        double share = projection.RelatedSharePct(unit.MemberIndex, year);
        double before = projection.RelatedSharePct(unit.MemberIndex, year - 1);
        double ratio = projection.SharePct(unit, year) > 0 ? share / projection.SharePct(unit, year) : double.NaN;
        double gdp = projection.GdpConstUsdM(unit, year);
        double gdpBefore = projection.GdpConstUsdM(unit, year - 1);
        Start(rows, RunResults.IdOf(projection), member, "related", year);
        rows.NumberOrEmpty(share);
        rows.NumberOrEmpty(projection.ShareCurrentPct(unit, year) * ratio);
        rows.Empty();
        rows.Empty();
        rows.NumberOrEmpty(before > 0 ? 100 * ((share * gdp / (before * gdpBefore)) - 1) : double.NaN);
        rows.NumberOrEmpty(share / 100 * gdp);
        rows.Year(_results.Edition.PriceYear);
        rows.NumberOrEmpty(projection.SpendingM(unit, year, CurrentUsd) * ratio);
        rows.NumberOrEmpty(projection.SpendingM(unit, year, CurrentNcu) * ratio);
        rows.Text(_results.Edition.Currency[unit.MemberIndex]);
        rows.Empty();
        rows.NumberOrEmpty(gdp);
        rows.EndRow();
    }

    private void Start(TableWriter rows, string scenario, ReportUnit member, string leg, int year)
    {
        rows.Text(scenario);
        rows.Text(member.Id);
        rows.Text(member.Name);
        rows.Text(leg);
        rows.Year(year);
        rows.Text(_results.Status(year));
    }
}
