using System.Text;
using Simulator.Data.Sources;
using Simulator.Reports.Pages;
using Simulator.Reports.Runs;

namespace Simulator.Reports.Briefs;

/// <summary>One member under scenarios: the brief, its text and table, and a manifest.</summary>
public static class BriefReport
{
    /// <summary>The name of the command, as manifests have it.</summary>
    public const string Command = "brief";

    private const string TextName = "brief.txt";

    private static readonly string[] Names = [TextName, BriefPage.FileName, "brief.csv", DataPackage.FileName, RunFolder.ManifestName];

    /// <summary>Makes the brief, and writes the folder when one is named.</summary>
    /// <param name="request">The scenarios, the edition and the choices; of the choices, charts and members are not used.</param>
    /// <param name="member">Roster index of a member with armed forces.</param>
    /// <param name="budgets">The reconciliation of national budgets with NATO's figures.</param>
    /// <param name="cancel">Interrupts; nothing is left half-written.</param>
    /// <exception cref="ArgumentException">There is no scenario, or the member has no armed forces.</exception>
    public static ReportOutcome<MemberBrief> Execute(RunRequest request, int member, CatalogueTable budgets, CancellationToken cancel)
    {
        if (request.Scenarios.Count == 0)
        {
            throw new ArgumentException("A brief needs at least one scenario.", nameof(request));
        }

        List<string> problems = RunReport.Problems(request);
        if (problems.Count > 0)
        {
            return ReportOutcome<MemberBrief>.Failed(new RunFailure(RunFailureKind.Input, string.Join(' ', problems), ""));
        }

        bool writes = request.OutputFolder.Length > 0;
        if (writes)
        {
            RunFolderOutcome early = RunFolder.Check(request.OutputFolder, Names, request.Overwrite);
            if (!early.IsWritten)
            {
                return ReportOutcome<MemberBrief>.Failed(early.Failure);
            }
        }

        RunManifest manifest = new()
        {
            Version = RunReport.Version,
            Command = Command,
            Edition = request.Edition,
            Inputs = request.Inputs,
            Options =
            [
                new RunOption("member", request.Edition.Roster.Members[member].Iso3),
                .. request.Options.ForManifest(request.Edition, request.Scenarios.Select(s => s.Id)).Where(o => o.Name is not ("members" or "charts")),
            ],
            Scenarios = request.Scenarios,
        };
        RunResults results = RunReport.Project(request, request.Scenarios);
        MemberBrief brief = MemberBrief.Of(results, member, manifest.RunId);
        if (!writes)
        {
            return ReportOutcome<MemberBrief>.Done(brief, manifest.RunId, []);
        }

        RunFolderOutcome written = RunFolder.Write(request.OutputFolder, request.Overwrite, folder => WriteAll(folder, new BriefSubject(results, member, brief, budgets), manifest), cancel);
        return written.IsWritten ? ReportOutcome<MemberBrief>.Done(brief, manifest.RunId, written.Files) : ReportOutcome<MemberBrief>.Failed(written.Failure);
    }

    private static void WriteAll(StagingFolder folder, BriefSubject subject, RunManifest manifest)
    {
        (RunResults results, _, MemberBrief brief, _) = subject;
        BriefTable table = new(brief);
        RunReport.WriteTable(folder, table);
        RunFile file = folder.Files.Single();
        folder.Write(TextName, Encoding.UTF8.GetBytes(BriefText.Write(brief)));
        folder.Write(BriefPage.FileName, BriefPage.Write(subject));
        folder.Write(DataPackage.FileName, DataPackage.ToJson(results, manifest.RunId, [(table.Schema, file)]));
        folder.Write(RunFolder.ManifestName, manifest.ToJson(folder.Files));
    }
}
