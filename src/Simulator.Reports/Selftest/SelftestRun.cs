using System.Text;
using Simulator.Alliance;
using Simulator.Data.Editions;
using Simulator.Data.Scenarios;
using Simulator.Data.Sources;
using Simulator.Engine;
using Simulator.Pathways;
using Simulator.Projections;

namespace Simulator.Reports.Selftest;

/// <summary>A case and what came out of it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Ours">Our figure, rounded half up to the case's decimals; NaN where the model has none.</param>
public sealed record CaseResult(FigureCase Case, double Ours)
{
    /// <summary>Ours less theirs.</summary>
    public double Difference => Rounding.HalfUp(Ours - Case.Theirs, Case.Decimals);

    /// <summary>True when both figures are the same at the case's decimals.</summary>
    public bool IsSame => Ours == Rounding.HalfUp(Case.Theirs, Case.Decimals);

    /// <summary>True when the case is no failure: a published figure that is told, or a conformance figure that is met.</summary>
    public bool IsSound => Case.Kind == CaseKind.Published ? !double.IsNaN(Ours) : IsSame;
}

/// <summary>The selftest: every case run on its edition.</summary>
public static class SelftestRun
{
    /// <summary>Runs the cases.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="shipped">The scenario files of the folder.</param>
    /// <returns>One result for each case in file order, or what is wrong with the files.</returns>
    public static DataResult<IReadOnlyList<CaseResult>> Execute(DataFolder folder, IReadOnlyList<ScenarioFile> shipped)
    {
        DataResult<IReadOnlyList<FigureCase>> cases = CaseBook.Load(folder);
        if (!cases.Ok)
        {
            return new(cases.Problems);
        }

        List<DataProblem> problems = [];
        Dictionary<FigureCase, double> ours = [];
        foreach (IGrouping<string, FigureCase> group in cases.Value.GroupBy(c => c.Edition))
        {
            DataResult<Edition> edition = EditionStore.Load(folder, group.Key);
            if (edition.Ok)
            {
                Run(folder, edition.Value, [.. group], shipped, ours, problems);
            }
            else
            {
                problems.AddRange(edition.Problems);
            }
        }

        return problems.Count > 0
            ? new(problems)
            : new([.. cases.Value.Select(c => new CaseResult(c, Rounding.HalfUp(ours[c], c.Decimals)))]);
    }

    private static void Run(DataFolder folder, Edition edition, FigureCase[] cases, IReadOnlyList<ScenarioFile> shipped, Dictionary<FigureCase, double> ours, List<DataProblem> problems)
    {
        ScenarioFile inline = ScenarioReader.Read(CaseBook.CasesFile, Encoding.UTF8.GetBytes(Rows(cases)));
        string[] ids = [.. cases.Where(c => c.Scenario.Length > 0).Select(c => c.Scenario).Distinct()];
        ScenarioSet set = ScenarioBinder.Bind(cases.Any(c => c.Rows.Length > 0) ? [inline] : [], shipped, edition, new BindOptions { EditionOverride = true, ShippedIds = ids });
        problems.AddRange(set.Diagnostics.Where(d => d.IsError).Select(d => new DataProblem(folder.PathOf(CaseBook.CasesFile), 0, 0, $"the rows of a case: {d.Message}")));
        Dictionary<string, Scenario> scenarios = set.Scenarios.ToDictionary(s => s.Id, StringComparer.Ordinal);
        foreach (FigureCase figure in cases.Where(c => c.Year < edition.FirstYear || c.Year > RunOptions.LastPossibleYear))
        {
            problems.Add(new DataProblem(folder.PathOf(CaseBook.CasesFile), 0, 0, $"case {figure.Id}: edition {edition.Id} does not reach its year"));
        }

        foreach (FigureCase figure in cases.Where(c => !scenarios.ContainsKey(IdOf(c))))
        {
            problems.Add(new DataProblem(folder.PathOf(CaseBook.CasesFile), 0, 0, $"case {figure.Id}: there is no sound scenario {IdOf(figure)}"));
        }

        if (problems.Count > 0)
        {
            return;
        }

        // A case on published years alone still needs an economy that goes on.
        int last = Math.Max(edition.BaseYear + 1, cases.Max(c => c.Year));
        MacroPath macro = MacroPathBuilder.Build(edition, Math.Max(last, set.Scenarios.Max(Plan.LastYearNeeded)));
        Dictionary<string, Projection> projections = [];
        foreach (FigureCase figure in cases)
        {
            string id = IdOf(figure);
            if (!projections.TryGetValue(id, out Projection? projection))
            {
                projection = new Projection(Projector.Run(scenarios[id], edition, macro));
                projections.Add(id, projection);
            }

            try
            {
                ours[figure] = CaseMeasure.Of(projection, figure);
            }
            catch (FormatException error)
            {
                problems.Add(new DataProblem(folder.PathOf(CaseBook.CasesFile), 0, 0, error.Message));
            }
        }
    }

    private static string IdOf(FigureCase figure) => figure.Scenario.Length > 0 ? figure.Scenario : figure.Id;

    // A case's own rows as a scenario file, so that they are read by the same rules as everybody's.
    private static string Rows(FigureCase[] cases)
    {
        StringBuilder text = new("scenario,members,what,value,from,to,shape,leg\n");
        foreach (FigureCase figure in cases)
        {
            foreach (string row in figure.Rows.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                List<string> cells = [.. row.Split('|')];
                while (cells.Count < 7)
                {
                    cells.Add("");
                }

                text.Append(figure.Id).Append(',').AppendJoin(',', cells).Append('\n');
            }
        }

        return text.ToString();
    }
}
