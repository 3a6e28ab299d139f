using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Simulator.Data.Editions;
using Simulator.Data.Import;

namespace Simulator.Cli;

/// <summary>natosim data import: NATO's next workbook and an outlook become an edition of a new data folder.</summary>
internal static class DataImportCommand
{
    public static Command Create(Shell shell)
    {
        Option<string> nato = new("--nato") { Description = "NATO's workbook (xlsx) with the sheets TABLE1 to TABLE8b.", HelpName = "WORKBOOK", Required = true };
        Option<string> weo = new("--weo") { Description = "The IMF's World Economic Outlook: its export by country and series, or iso3, year and a column for each code.", HelpName = "FILE", Required = true };
        Option<string> id = new("--id") { Description = "Id of the new edition, such as nato-2027.", HelpName = "ID", Required = true };
        Option<string> output = new("--out") { Description = "The new data folder.", HelpName = "DIR", Required = true };
        Option<string?> from = new("--from") { Description = "The data folder that is copied (default: the one that comes with the program).", HelpName = "DIR" };
        Option<string?> cutOff = new("--cut-off") { Description = "Date up to which NATO took figures into account, where the workbook does not say it.", HelpName = "YYYY-MM-DD" };
        Option<string?> outlook = new("--weo-edition") { Description = "Month and year of the outlook, where the file does not say it.", HelpName = "\"April 2027\"" };
        Option<string[]> lacks = new("--weo-lacks") { Description = "WEO codes that the outlook really does not hold.", HelpName = "CODE,CODE", AllowMultipleArgumentsPerToken = true };
        Option<string[]> members = new("--member") { Description = "A name in NATO's tables that is not known, and the member that it stands for.", HelpName = "NAME=ISO3" };
        members.Validators.Add(MemberNames);
        Option<string?> address = new("--nato-address") { Description = "The address from which the workbook was downloaded.", HelpName = "URL" };
        Option<bool> makeDefault = new("--make-default") { Description = "Use the new edition when none is named." };
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("import", "Make NATO's next workbook and an outlook of the IMF into an edition of a new data folder.")
        {
            nato, weo, id, output, from, cutOff, outlook, lacks, members, address, makeDefault, quiet,
        };
        command.SetAction(parsed =>
        {
            if (!shell.TryOpenData(parsed.GetValue(from), out DataFolder? folder))
            {
                return ExitCode.BadInput;
            }

            ImportRequest request = new()
            {
                NatoPath = parsed.GetRequiredValue(nato),
                WeoPath = parsed.GetRequiredValue(weo),
                Id = parsed.GetRequiredValue(id),
                From = folder,
                OutPath = parsed.GetRequiredValue(output),
                CutOff = parsed.GetValue(cutOff) ?? "",
                WeoEdition = parsed.GetValue(outlook) ?? "",
                WeoLacks = [.. (parsed.GetValue(lacks) ?? []).SelectMany(l => l.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
                MemberNames = [.. (parsed.GetValue(members) ?? []).Select(m => m.Split('=')).Select(p => KeyValuePair.Create(p[0].Trim(), p[1].Trim().ToUpperInvariant()))],
                NatoAddress = parsed.GetValue(address) ?? "",
                MakeDefault = parsed.GetValue(makeDefault),
            };
            return Run(shell, request, parsed.GetValue(quiet));
        });
        return command;
    }

    private static void MemberNames(OptionResult result)
    {
        foreach (string text in result.Tokens.Select(t => t.Value).Where(v => v.Split('=') is not [{ Length: > 0 }, { Length: 3 }]))
        {
            result.AddError($"'{text}' is no name with a code; write such as --member \"Macedonia=MKD\"");
        }
    }

    private static int Run(Shell shell, ImportRequest request, bool quiet)
    {
        ImportOutcome outcome = EditionImport.Run(request, shell.Stop);
        foreach (ImportFinding finding in outcome.Findings.Where(f => !quiet || f.Severity != ImportSeverity.Note))
        {
            shell.Error.WriteLine(finding.ToString());
        }

        int[] counts = [.. Enum.GetValues<ImportSeverity>().Select(s => outcome.Findings.Count(f => f.Severity == s))];
        shell.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{counts[(int)ImportSeverity.Error]} errors, {counts[(int)ImportSeverity.Warning]} warnings, {counts[(int)ImportSeverity.Note]} notes"));
        if (outcome.End != ImportEnd.Done)
        {
            shell.Complain("nothing was written");
            return outcome.End switch
            {
                ImportEnd.CannotCreate => ExitCode.CannotCreate,
                ImportEnd.WriteFailed => ExitCode.WriteFailed,
                _ => ExitCode.BadInput,
            };
        }

        foreach (string line in outcome.Summary)
        {
            shell.Out.WriteLine(line);
        }

        shell.Out.WriteLine($"written to {request.OutPath}; try: natosim run hague-core --data {request.OutPath} --edition {request.Id}");
        return ExitCode.Done;
    }
}
