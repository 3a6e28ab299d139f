using Simulator.Alliance;
using Simulator.Pathways;
using Simulator.Projections;
using static Simulator.Reports.Tables.FieldType;

namespace Simulator.Reports.Tables;

/// <summary>backfill.csv: who takes over what another ally spends less, written when a scenario of the run asks for it.</summary>
public sealed class BackfillTable : ITable
{
    /// <summary>Said wherever a fall of the USA is taken over.</summary>
    public const string WorldwideRemark = "US spending is worldwide, not its spending on Europe; the fall is shared out at the market exchange rates of the price year.";

    private const string AllMembers = "ALL";

    private readonly RunResults _results;

    /// <summary>Describes the table of a run.</summary>
    /// <param name="results">The results of the run.</param>
    public BackfillTable(RunResults results)
    {
        _results = results;
        Edition edition = results.Edition;
        string usdBn = $"billion US dollars at {CommonColumns.Text(edition.PriceYear)} prices and exchange rates";
        Schema = new TableSchema(
            "backfill",
            "Who takes over a fall",
            $"One row for each scenario that asks for backfill, projected year and member that takes over a part, and one row ALL with the total. What is covered and what is uncovered add up to the part of the fall that backfill_pct asks for. {WorldwideRemark}",
            [
                CommonColumns.ScenarioOnly,
                new("iso3", Text, "", "ISO 3166-1 alpha-3 code of the member, or ALL for the total."),
                CommonColumns.Year,
                new("fall_covered_bn", Number, usdBn, "The part of the fall that is taken over."),
                new("pct_of_gdp", Number, "percent of real GDP", "The same over GDP: of the member, or of the members that take over a part."),
                new("per_head_eur", Number, $"EUR per inhabitant, {CommonColumns.Text(edition.BaseYear)} prices", "The same per inhabitant, at the exchange rate of the base year."),
                new("uncovered_bn", Number, usdBn, "What is asked for and nobody could take over under its caps; in the row ALL only."),
            ],
            ["scenario", "iso3", "year"]);
    }

    /// <inheritdoc/>
    public TableSchema Schema { get; }

    /// <summary>True when a scenario asks for backfill, so that the table is written.</summary>
    /// <param name="scenario">The scenario.</param>
    public static bool IsAskedFor(Scenario scenario) => scenario.Settings.Any(s => s.Setting == Setting.BackfillPct && s.Number != 0);

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        MoneyBasis eur = new(CurrencyChoice.Eur, PriceBasis.BaseYear);
        foreach (Projection projection in _results.Projections)
        {
            BackfillReading backfill = new(projection);
            if (!backfill.IsComputed)
            {
                continue;
            }

            ReportUnit[] payers = [.. _results.Members.Where(m => Years(projection).Any(y => backfill.CoveredConstUsdM(m.Unit, y) != 0))];
            Unit all = Unit.Group(projection.Edition.Roster.All);
            MemberSet takers = projection.Edition.Roster.All.Where(m => Years(projection).Any(y => backfill.CoveredConstUsdM(Unit.Member(m), y) != 0))
                .Aggregate(MemberSet.Empty, (set, m) => set.Union(MemberSet.Of(m)));
            foreach (int year in Years(projection))
            {
                foreach (ReportUnit payer in payers)
                {
                    WriteRow(payer.Id, payer.Unit, year);
                    rows.Empty();
                    rows.EndRow();
                }

                WriteRow(AllMembers, takers.IsEmpty ? all : Unit.Group(takers), year);
                rows.Number(backfill.UncoveredConstUsdM(year) / 1000);
                rows.EndRow();
            }

            void WriteRow(string id, Unit unit, int year)
            {
                rows.Text(RunResults.IdOf(projection));
                rows.Text(id);
                rows.Year(year);
                rows.Number(backfill.CoveredConstUsdM(unit, year) / 1000);
                rows.NumberOrEmpty(backfill.PctOfGdp(unit, year));
                rows.NumberOrEmpty(backfill.PerHead(unit, year, eur));
            }
        }
    }

    private IEnumerable<int> Years(Projection projection) =>
        Enumerable.Range(projection.BaseYear + 1, _results.Options.Horizon - projection.BaseYear);
}
