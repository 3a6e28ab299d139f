using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Data.Scenarios;
using Simulator.Sweeps;

namespace Simulator.Data.Sweeps;

/// <summary>Reads sweep files. All problems are told at once, each at its place; nothing is thrown for what a file holds.</summary>
public static class SweepReader
{
    /// <summary>Reads the bytes of a sweep file.</summary>
    /// <param name="name">Name of the file for messages.</param>
    /// <param name="bytes">All bytes of the file.</param>
    /// <param name="edition">The data edition in use: it says who is a member and which years lie ahead.</param>
    /// <returns>The sound factors and outcomes, and everything that was found.</returns>
    public static SweepFile Read(string name, byte[] bytes, Edition edition) => Read(TableReader.Read(SweepForm.Form, name, bytes), edition);

    /// <summary>Reads a sweep file from disk; a file that cannot be read gives one whose diagnostics say why.</summary>
    /// <param name="path">Path as the user gave it; used as the name in messages.</param>
    /// <param name="edition">The data edition in use.</param>
    /// <returns>As for bytes.</returns>
    public static SweepFile Load(string path, Edition edition) => Read(TableSource.Load(SweepForm.Form, path), edition);

    private static SweepFile Read(WrittenTable table, Edition edition)
    {
        BindingContext context = new(edition, new MemberExpression(edition.Roster), BindOptions.Default);
        context.Diagnostics.AddRange(table.Diagnostics);
        List<FactorWritten> factors = [];
        List<Outcome> outcomes = [];
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        foreach (WrittenRow written in table.Rows)
        {
            SweepRow row = new(context, table, written);
            if (row.Text(SweepColumn.Parameter).Equals(OutcomeRow.Word, StringComparison.OrdinalIgnoreCase))
            {
                if (OutcomeRow.Read(row, lines) is { } outcome)
                {
                    outcomes.Add(outcome);
                }
            }
            else if (FactorRow.Read(row) is { } factor)
            {
                factors.Add(factor);
            }
        }

        ReportOverridden(factors, context.Diagnostics);
        if (factors.Count == 0 && table.Rows.Count > 0 && !context.Diagnostics.Any(d => d.IsError))
        {
            context.Diagnostics.Add(new(
                DiagnosticCodes.NoFactor, Spot.WholeFile(table.Name), "the file names outcomes, but no row moves anything", help: SweepForm.Form.FirstRowHelp));
        }

        context.ReportAccepted();
        IEnumerable<Diagnostic> sorted = context.Diagnostics
            .OrderBy(d => d.Spot.Line).ThenBy(d => d.Spot.Column).ThenBy(d => d.Code, StringComparer.Ordinal);
        return new SweepFile(table, factors, outcomes, [.. sorted]);
    }

    /// <summary>A factor whose members later rows move all would look as if it mattered to nothing.</summary>
    private static void ReportOverridden(List<FactorWritten> factors, List<Diagnostic> diagnostics)
    {
        Dictionary<SweepParameter, MemberSet> later = [];
        Dictionary<SweepParameter, int> nearestLine = [];
        for (int f = factors.Count - 1; f >= 0; f--)
        {
            Factor factor = factors[f].Factor;
            MemberSet taken = later.GetValueOrDefault(factor.Parameter, MemberSet.Empty);
            if (factor.Members.Except(taken).IsEmpty)
            {
                diagnostics.Add(new(
                    DiagnosticCodes.FactorOverridden,
                    factors[f].Spot,
                    FormattableString.Invariant($"later rows move {factor.Parameter.Name} of all these members, the first of them in line {nearestLine[factor.Parameter]}"),
                    help: "take one of the rows out, or name other members"));
            }

            later[factor.Parameter] = taken.Union(factor.Members);
            nearestLine[factor.Parameter] = factor.Origin.Line;
        }
    }
}
