using System.Collections.Immutable;
using System.Globalization;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Projections;

namespace Simulator.Reports.Figures;

/// <summary>Equipment and personnel today and after the rise, in percent of GDP.</summary>
internal static class FiscalCompositionFigure
{
    private const string Assumption =
        "Spending up to today's amount keeps the composition of the last published year; of the rise equipment takes equipment_of_rise_pct where the scenario sets it and its present part otherwise, and the rest is divided as in the last year that NATO divides (judgement: no plan of composition is published). A bar is missing where NATO leaves the division blank.";

    /// <summary>Describes the figure.</summary>
    public static Figure Build(FigureRequest request)
    {
        Projection projection = request.Scenario;
        Edition edition = request.Edition;
        (int then, int now) = (projection.BaseYear, request.Year);
        AllianceWords alliance = AllianceWords.Of(request.Language);
        BudgetWords words = BudgetWords.Of(request.Language);
        Unit all = Unit.Group(edition.Roster.WithForces);
        string thenName = ChartLanguage.Year(then, projection.Status(then) == YearStatus.Estimate);
        StackedRow[] rows =
        [
            Row(request, alliance.Together, all, ""),
            .. FiscalRecipes.Shown(request)
                .OrderByDescending(m => m.HasForces ? projection.SharePct(Unit.Member(m.Index), now) : double.NegativeInfinity)
                .Select(m => Row(request, request.NameOf(m.Index), Unit.Member(m.Index), m.HasForces ? alliance.NotPublished : alliance.NoForces)),
        ];
        return StackedRows.Build(
            request.Caption(
                $"{RunResults.IdOf(projection)}-composition",
                $"Equipment: {Hundredths(Equipment(projection, all, now))}% of allied GDP in {Text(now)}, {Hundredths(Equipment(projection, all, then))}% in {Text(then)}",
                $"\"{projection.Scenario.Title.TrimEnd('.', ' ')}\": {edition.Measure} by category, percent of real GDP; at the ends: equipment, percent of spending",
                Assumption),
            rows,
            new StackedRowTerms(
                [alliance.Equipment, alliance.Personnel, words.Rest],
                ["equipment_pct_of_gdp", "personnel_pct_of_gdp", "rest_pct_of_gdp"],
                new BarSeries(thenName, then, request.Results.Status(then)),
                new BarSeries(Text(now), now, request.Results.Status(now)),
                ChartLanguage.Fill(words.UpperLower, thenName, Text(now))),
            request.Format.Rows(rows.Length, RankedBars.LaneRowHeight));
    }

    private static StackedRow Row(FigureRequest request, string name, Unit unit, string remark)
    {
        bool hasForces = unit.IsGroup || request.Edition.Roster.WithForces.Contains(unit.MemberIndex);
        ImmutableArray<double> then = Layers(request.Scenario, unit, request.Scenario.BaseYear, hasForces);
        ImmutableArray<double> now = Layers(request.Scenario, unit, request.Year, hasForces);
        return new StackedRow(name, then, now, (End(request.Scenario.BaseYear, then), End(request.Year, now)), double.IsFinite(now.Sum()) ? "" : remark);

        string End(int year, ImmutableArray<double> layers) =>
            double.IsFinite(layers.Sum()) ? request.Language.Percent(request.Scenario.EquipmentPct(unit, year), 0) : "";
    }

    private static ImmutableArray<double> Layers(Projection projection, Unit unit, int year, bool hasForces)
    {
        if (!hasForces)
        {
            return [double.NaN, double.NaN, double.NaN];
        }

        double share = projection.SharePct(unit, year);
        double equipment = Equipment(projection, unit, year);
        double personnel = share * projection.PersonnelPct(unit, year) / 100;
        return [equipment, personnel, share - equipment - personnel];
    }

    private static double Equipment(Projection projection, Unit unit, int year) =>
        projection.SharePct(unit, year) * projection.EquipmentPct(unit, year) / 100;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Hundredths(double number) => Rounding.HalfUp(number, 2).ToString("0.00", CultureInfo.InvariantCulture);
}
