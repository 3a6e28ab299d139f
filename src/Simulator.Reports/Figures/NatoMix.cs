using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Projections;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Figures;

/// <summary>Spending by main category, from NATO's tables 8a and 8b.</summary>
internal static class NatoMix
{
    private static readonly NatoIndicator[] Categories =
        [NatoIndicator.EquipmentPct, NatoIndicator.PersonnelPct, NatoIndicator.InfrastructurePct, NatoIndicator.OtherPct];

    /// <summary>The figure.</summary>
    public static Figure Build(FigureRequest request)
    {
        AllianceWords words = AllianceWords.Of(request.Language);
        NatoTables nato = request.Edition.Nato;
        MemberSet armed = request.Edition.Roster.WithForces;
        List<PartRow> rows = [];
        foreach (ReportUnit member in request.Results.Members)
        {
            int m = member.Unit.MemberIndex;
            bool hasForces = armed.Contains(m);
            rows.Add(new PartRow(
                NatoYear.RowName(request, member),
                [.. Categories.Select(c => hasForces ? nato.Value(c, m, request.Year) : double.NaN)],
                hasForces ? words.NotPublished : words.NoForces));
        }

        double equipment = request.Scenario.EquipmentPct(Unit.Group(armed), request.Year);
        string year = NatoYear.Label(request);
        return PartBars.Build(
            NatoYear.Caption(
                request, "nato-distribution",
                double.IsNaN(equipment)
                    ? $"How allies divided their defence spending in {year}"
                    : $"Equipment takes {AnswerWords.Tenths(equipment)}% of allied spending in {year}",
                $"{NatoYear.Measure(request)} by main category, percent, {year}",
                NatoShares.Note(request)),
            rows,
            new PartTerms([words.Equipment, words.Personnel, words.Infrastructure, words.Other], request.Year, request.Results.Status(request.Year), 1)
            {
                Line = Projection.EquipmentGuidelinePct,
                LineName = words.Guideline,
            },
            request.Format.Rows(rows.Count));
    }

    /// <summary>Why it cannot be drawn; empty when it can.</summary>
    public static string Lacks(FigureRequest request) =>
        NatoRecipes.LacksYear(request) is { Length: > 0 } problem ? problem
        : NatoYear.IsProjected(request)
            ? $"NATO's tables of main categories end in {NatoYear.Text(request.Edition.BaseYear)}, and no scenario divides spending among all of them."
        : request.Scenario.WithEquipmentShare(NatoYear.Armed(request), request.Year).IsEmpty
            ? $"NATO publishes no main categories for {NatoYear.Text(request.Year)}."
        : "";
}
