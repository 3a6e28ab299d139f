using System.CommandLine;
using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Data.Scenarios;
using Simulator.Pathways;

namespace Simulator.Cli;

/// <summary>natosim check: reads everything, reports every problem and every member that simply holds, writes nothing.</summary>
internal static class CheckCommand
{
    public static Command Create(Shell shell)
    {
        Argument<string[]> names = CommonOptions.Scenarios();
        Option<string?> data = CommonOptions.Data();
        Option<string?> edition = CommonOptions.Edition();
        Option<bool> json = CommonOptions.Json();
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("check", "Read scenario files and report every problem; write nothing.") { names, data, edition, json, quiet };
        command.SetAction(parsed =>
        {
            ScenarioInputs? inputs = ScenarioInputs.Read(shell, parsed.GetRequiredValue(names), parsed.GetValue(data), parsed.GetValue(edition), out int exit);
            if (inputs is null)
            {
                return exit;
            }

            ScenarioSet set = inputs.Set;
            if (parsed.GetValue(json))
            {
                DiagnosticJson.Write(shell.Out, set.Diagnostics, set.Count);
                return set.HasErrors ? ExitCode.BadInput : ExitCode.Done;
            }

            DiagnosticText.Write(shell.Error, set.Diagnostics, set.Count, notices: !parsed.GetValue(quiet));
            if (!parsed.GetValue(quiet))
            {
                foreach (Scenario scenario in set.Scenarios)
                {
                    Describe(shell.Out, inputs.Edition, set, scenario);
                }
            }

            return set.HasErrors ? ExitCode.BadInput : ExitCode.Done;
        });
        return command;
    }

    private static void Describe(TextWriter writer, Edition edition, ScenarioSet set, Scenario scenario)
    {
        writer.WriteLine($"{scenario.Id}: {scenario.Title}");
        HoldingMembers holding = set.Holding(scenario);
        Hold(writer, edition, "simply hold today's share, no row names them", holding.NotNamed);
        Hold(writer, edition, "already at their target, so they hold", holding.AlreadyThere);
        Hold(writer, edition, "no dated national plan, so they hold", holding.NoPlan);
        if (holding.All.IsEmpty)
        {
            writer.WriteLine("  every member with armed forces moves");
        }

        foreach (string part in scenario.NotComputed)
        {
            writer.WriteLine("  " + part);
        }
    }

    private static void Hold(TextWriter writer, Edition edition, string why, MemberSet members)
    {
        if (!members.IsEmpty)
        {
            string who = members == edition.Roster.WithForces ? "everyone" : string.Join(' ', members.Select(m => edition.Roster.Members[m].Iso3));
            writer.WriteLine($"  {why}: {who}");
        }
    }
}
