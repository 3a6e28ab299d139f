using System.CommandLine;
using Simulator.Alliance;
using Simulator.Data.Editions;
using Simulator.Data.Sources;

namespace Simulator.Cli;

/// <summary>natosim data diff A B: what changed between two editions.</summary>
internal static class DataDiffCommand
{
    public static Command Create(Shell shell)
    {
        Argument<string> before = new("a") { Description = "The earlier edition, such as nato-2024." };
        Argument<string> after = new("b") { Description = "The later edition, such as nato-2026." };
        Option<string?> members = new("--members") { Description = "Only these members and groups, such as ITA,NORDIC; all their rows are shown.", HelpName = "A,B" };
        Option<string?> data = CommonOptions.Data();
        Option<bool> csv = CommonOptions.Csv();
        Command command = new("diff", "Show what changed between two editions, by member and indicator, for common years.") { before, after, members, data, csv };
        command.SetAction(parsed =>
        {
            if (!shell.TryOpenData(parsed.GetValue(data), out DataFolder? folder))
            {
                return ExitCode.BadInput;
            }

            DataResult<Edition> a = EditionStore.Load(folder, parsed.GetRequiredValue(before));
            DataResult<Edition> b = EditionStore.Load(folder, parsed.GetRequiredValue(after));
            shell.Complain(a.Problems);
            shell.Complain(b.Problems);
            if (!a.Ok || !b.Ok)
            {
                return ExitCode.BadInput;
            }

            List<string> problems = [];
            MemberSet chosen = RunCommand.Members(parsed.GetValue(members), b.Value, problems);
            problems.ForEach(shell.Complain);
            if (problems.Count > 0)
            {
                return ExitCode.WrongUsage;
            }

            // Without --members RunCommand leaves the set empty: everybody.
            bool whole = parsed.GetValue(csv);
            CatalogueTable table = EditionDiff.Compare(a.Value, b.Value, chosen.IsEmpty ? b.Value.Roster.All : chosen, whole, !chosen.IsEmpty);
            if (whole)
            {
                PlainTable.WriteCsv(shell.Out, table);
                foreach (string note in table.Notes)
                {
                    shell.Error.WriteLine(note);
                }
            }
            else
            {
                PlainTable.Write(shell.Out, table);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
