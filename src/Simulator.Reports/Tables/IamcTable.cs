using System.Globalization;
using Simulator.Alliance;
using Simulator.Projections;
using static Simulator.Reports.Tables.FieldType;

namespace Simulator.Reports.Tables;

/// <summary>
/// iamc.csv: the results in the layout of the Integrated Assessment Modeling Consortium, which pyam opens: model, scenario,
/// region, variable, unit, then years as columns. Published years stand under the scenario "history"; each scenario starts in the
/// base year, so that lines join.
/// </summary>
public sealed class IamcTable : ITable
{
    private static readonly MoneyBasis EurBase = new(CurrencyChoice.Eur, PriceBasis.BaseYear);

    private readonly RunResults _results;
    private readonly string _model;
    private readonly IReadOnlyList<Variable> _variables;

    /// <summary>Describes the table of a run.</summary>
    /// <param name="results">The results of the run.</param>
    /// <param name="version">Version of the program, part of the model's name.</param>
    public IamcTable(RunResults results, string version)
    {
        _results = results;
        _model = "natosim " + version;
        Edition edition = results.Edition;
        string usd = $"million USD_{CommonColumns.Text(edition.PriceYear)}/yr";
        string eur = $"billion EUR_{CommonColumns.Text(edition.BaseYear)}/yr";
        _variables =
        [
            new("Defence|Core|Share of GDP", "% of GDP", false, (p, u, y) => p.SharePct(u, y)),
            new("Defence|Core|Line", "% of GDP", true, (p, u, y) => p.LinePct(u, y)),
            new("Defence|Core|Short of Line", "% of GDP", true, (p, u, y) => p.ShortPp(u, y)),
            new("Defence|Related|Share of GDP", "% of GDP", true, Related),
            new("Expenditure|Defence|Core", usd, false, (p, u, y) => p.SpendingConstUsdM(u, y)),
            new("Expenditure|Defence|Core|Money of the Base Year", eur, false, (p, u, y) => p.SpendingBn(u, y, EurBase)),
            new("Expenditure|Defence|Core|Extra over Hold", eur, true, (p, u, y) => p.ExtraOverHoldBn(u, y, EurBase)),
            new("GDP|MER", usd, false, (p, u, y) => p.GdpConstUsdM(u, y)),
            new("Population", "million", false, (p, u, y) => p.PopulationM(u, y)),
        ];
        Schema = new TableSchema(
            "iamc",
            "Results in the IAMC layout",
            $"One row for each scenario, region and variable; years are columns. Regions are ISO 3166-1 alpha-3 codes of members and ids of groups. Variables: {string.Join("; ", _variables.Select(v => $"{v.Name} ({v.Unit})"))}. Published years stand under the scenario \"{RunResults.HistoryId}\"; every scenario starts in {CommonColumns.Text(edition.BaseYear)}. USD at NATO's constant prices and exchange rates. {CommonColumns.LineConvention}",
            [
                new("model", Text, "", "The program and its version."),
                new("scenario", Text, "", $"Id of the scenario; \"{RunResults.HistoryId}\" for published years."),
                new("region", Text, "", "ISO 3166-1 alpha-3 code of a member, or id of a group."),
                new("variable", Text, "", "What is given, from the general to the particular."),
                new("unit", Text, "", "Unit of the row's numbers."),
                .. Enumerable.Range(edition.FirstYear, results.Options.Horizon - edition.FirstYear + 1)
                    .Select(y => new Column(y.ToString(CultureInfo.InvariantCulture), Number, "as the column unit says", $"Value of {CommonColumns.Text(y)}; empty where there is none.")),
            ],
            ["model", "scenario", "region", "variable"]);
    }

    /// <inheritdoc/>
    public TableSchema Schema { get; }

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        Projection history = _results.History;
        WriteRows(rows, RunResults.HistoryId, history, history.FirstYear, history.BaseYear);
        foreach (Projection projection in _results.Projections)
        {
            WriteRows(rows, RunResults.IdOf(projection), projection, projection.BaseYear, _results.Options.Horizon);
        }
    }

    private void WriteRows(TableWriter rows, string scenario, Projection projection, int first, int last)
    {
        bool isHistory = scenario == RunResults.HistoryId;
        double[] values = new double[last - first + 1];
        foreach (ReportUnit unit in _results.Members.Concat(_results.Groups))
        {
            foreach (Variable variable in _variables)
            {
                bool any = false;
                for (int year = first; year <= last; year++)
                {
                    double value = isHistory && variable.NeedsScenario ? double.NaN : variable.Value(projection, unit.Unit, year);
                    values[year - first] = value;
                    any |= !double.IsNaN(value);
                }

                if (any)
                {
                    WriteRow(rows, scenario, unit.Id, variable, values, first);
                }
            }
        }
    }

    private void WriteRow(TableWriter rows, string scenario, string region, Variable variable, double[] values, int first)
    {
        rows.Text(_model);
        rows.Text(scenario);
        rows.Text(region);
        rows.Text(variable.Name);
        rows.Text(variable.Unit);
        for (int year = _results.Edition.FirstYear; year <= _results.Options.Horizon; year++)
        {
            int at = year - first;
            rows.NumberOrEmpty(at >= 0 && at < values.Length ? values[at] : double.NaN);
        }

        rows.EndRow();
    }

    private static double Related(Projection projection, Unit unit, int year) =>
        unit.IsGroup || !RunResults.HasRelated(projection, unit.MemberIndex) ? double.NaN : projection.RelatedSharePct(unit.MemberIndex, year);

    /// <summary>A variable of the IAMC layout.</summary>
    /// <param name="Name">Name, from the general to the particular.</param>
    /// <param name="Unit">Unit.</param>
    /// <param name="NeedsScenario">True for what exists only under a scenario: history has no line.</param>
    /// <param name="Value">Reads it; NaN where there is none.</param>
    private sealed record Variable(string Name, string Unit, bool NeedsScenario, Func<Projection, Unit, int, double> Value);
}
