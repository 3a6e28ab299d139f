using System.Text;
using Simulator.Reports.Runs;

namespace Simulator.Reports.Briefs;

/// <summary>How a brief ended.</summary>
public sealed class BriefOutcome
{
    private readonly RunFailure? _failure;
    private readonly MemberBrief? _brief;

    private BriefOutcome(RunFailure? failure, MemberBrief? brief, IReadOnlyList<RunFile> files)
    {
        _failure = failure;
        _brief = brief;
        Files = files;
    }

    /// <summary>True when everything asked for was done.</summary>
    public bool IsDone => _failure is null;

    /// <summary>Why it was not.</summary>
    /// <exception cref="InvalidOperationException">The brief was done.</exception>
    public RunFailure Failure => _failure ?? throw new InvalidOperationException("The brief was done; there is no failure.");

    /// <summary>The brief.</summary>
    /// <exception cref="InvalidOperationException">The brief was not done.</exception>
    public MemberBrief Brief => _brief ?? throw new InvalidOperationException("The brief was not done.");

    /// <summary>Files written, by path; empty when none were asked for.</summary>
    public IReadOnlyList<RunFile> Files { get; }

    internal static BriefOutcome Done(MemberBrief brief, IReadOnlyList<RunFile> files) => new(null, brief, files);

    internal static BriefOutcome Failed(RunFailure failure) => new(failure, null, []);
}

/// <summary>One member under scenarios: the brief, its text and table, and a manifest.</summary>
public static class BriefReport
{
    /// <summary>The name of the command, as manifests have it.</summary>
    public const string Command = "brief";

    private const string TextName = "brief.txt";

    private static readonly string[] Names = [TextName, "brief.csv", DataPackage.FileName, RunFolder.ManifestName];

    /// <summary>Makes the brief, and writes the folder when one is named.</summary>
    /// <param name="request">The scenarios, the edition and the choices; of the choices, charts and members are not used.</param>
    /// <param name="member">Roster index of a member with armed forces.</param>
    /// <param name="cancel">Interrupts; nothing is left half-written.</param>
    /// <exception cref="ArgumentException">There is no scenario, or the member has no armed forces.</exception>
    public static BriefOutcome Execute(RunRequest request, int member, CancellationToken cancel)
    {
        if (request.Scenarios.Count == 0)
        {
            throw new ArgumentException("A brief needs at least one scenario.", nameof(request));
        }

        List<string> problems = RunReport.Problems(request);
        if (problems.Count > 0)
        {
            return BriefOutcome.Failed(new RunFailure(RunFailureKind.Input, string.Join(' ', problems), ""));
        }

        bool writes = request.OutputFolder.Length > 0;
        if (writes)
        {
            RunFolderOutcome early = RunFolder.Check(request.OutputFolder, Names, request.Overwrite);
            if (!early.IsWritten)
            {
                return BriefOutcome.Failed(early.Failure);
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
            return BriefOutcome.Done(brief, []);
        }

        RunFolderOutcome written = RunFolder.Write(request.OutputFolder, request.Overwrite, folder => WriteAll(folder, results, brief, manifest), cancel);
        return written.IsWritten ? BriefOutcome.Done(brief, written.Files) : BriefOutcome.Failed(written.Failure);
    }

    private static void WriteAll(StagingFolder folder, RunResults results, MemberBrief brief, RunManifest manifest)
    {
        BriefTable table = new(brief);
        RunReport.WriteTable(folder, table);
        RunFile file = folder.Files.Single();
        folder.Write(TextName, Encoding.UTF8.GetBytes(BriefText.Write(brief)));
        folder.Write(DataPackage.FileName, DataPackage.ToJson(results, manifest.RunId, [(table.Schema, file)]));
        folder.Write(RunFolder.ManifestName, manifest.ToJson(folder.Files));
    }
}
