using System.Text;
using System.Text.RegularExpressions;
using Simulator.Alliance;
using Simulator.Data.Editions;
using Simulator.Data.Sources;

namespace Simulator.Data.Import;

/// <summary>
/// Makes NATO's next workbook and an outlook of the IMF into an edition: a copy of a data folder with the new files and
/// their rows. Nothing is guessed: what cannot be placed is an error, and then nothing is written.
/// </summary>
public static partial class EditionImport
{
    /// <summary>Imports an edition.</summary>
    /// <param name="request">What is to be imported, and where to.</param>
    /// <param name="cancel">Stops the work; nothing is left half-written.</param>
    /// <returns>How it ended and everything that was met; what files hold never throws.</returns>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    public static ImportOutcome Run(ImportRequest request, CancellationToken cancel)
    {
        ImportLog natoLog = new(Path.GetFileName(request.NatoPath));
        ImportLog weoLog = new(Path.GetFileName(request.WeoPath));
        ImportLog log = new(request.OutPath);
        if (!CheckPlaces(request, log, out ImportEnd end))
        {
            return new ImportOutcome(end, log.Findings, []);
        }

        DataResult<Roster> roster = EditionStore.LoadRoster(request.From);
        if (!roster.Ok)
        {
            Problems(roster.Problems, log);
            return new ImportOutcome(ImportEnd.BadInput, log.Findings, []);
        }

        foreach ((string name, string code) in request.MemberNames.Where(m => !roster.Value.TryMember(m.Value, out _)))
        {
            log.Error(request.NatoPath, $"--member \"{name}={code}\": {code} is not a member");
        }

        NatoRelease? release = ReadNato(request, roster.Value, natoLog);
        cancel.ThrowIfCancellationRequested();
        WeoFile? weo = WeoFileReader.Load(request.WeoPath, roster.Value, weoLog);
        cancel.ThrowIfCancellationRequested();
        EditionDraft? draft = null;
        if (release is not null && weo is not null && !log.HasErrors)
        {
            List<DataProblem> problems = [];
            draft = EditionDraft.Make(request, release, weo, log, problems);
            Problems(problems, log);
        }

        if (draft is null || log.HasErrors)
        {
            return new ImportOutcome(ImportEnd.BadInput, [.. natoLog.Findings, .. weoLog.Findings, .. log.Findings], []);
        }

        Dictionary<string, byte[]>? files = Files(request, draft, release!, weo!, log);
        end = files is null ? ImportEnd.BadInput : NewFolder.Write(request, files, log, cancel);
        return new ImportOutcome(end, [.. natoLog.Findings, .. weoLog.Findings, .. log.Findings], end == ImportEnd.Done ? draft.Summary : []);
    }

    private static bool CheckPlaces(ImportRequest request, ImportLog log, out ImportEnd end)
    {
        end = ImportEnd.BadInput;
        if (!EditionId().IsMatch(request.Id))
        {
            log.Error(request.Id, "an id starts with a letter and goes on with a-z, 0-9 and dashes, such as nato-2027");
            return false;
        }

        DataResult<IReadOnlyList<EditionEntry>> entries = EditionStore.List(request.From);
        if (!entries.Ok)
        {
            Problems(entries.Problems, log);
            return false;
        }

        if (entries.Value.Any(e => e.Id == request.Id) || request.From.Has($"nato/{request.Id}.csv") || request.From.Has($"weo/{request.Id}.csv"))
        {
            log.Error(request.Id, "the data folder has this edition already; choose another id");
            return false;
        }

        if (NewFolder.Refusal(request) is { Length: > 0 } refusal)
        {
            end = ImportEnd.CannotCreate;
            log.Error(request.OutPath, refusal);
            return false;
        }

        return true;
    }

    private static NatoRelease? ReadNato(ImportRequest request, Roster roster, ImportLog log)
    {
        DataResult<Workbook> workbook = WorkbookReader.Load(request.NatoPath);
        if (!workbook.Ok)
        {
            Problems(workbook.Problems, log);
            return null;
        }

        return NatoWorkbookImport.Read(workbook.Value, roster, new NatoNames(roster, request.MemberNames), log);
    }

    /// <summary>The files of the new folder that are not copies; null when an error was noted.</summary>
    private static Dictionary<string, byte[]>? Files(ImportRequest request, EditionDraft draft, NatoRelease release, WeoFile weo, ImportLog log)
    {
        List<DataProblem> problems = [];
        DataResult<byte[]> json = request.From.Read(DataDescription.FileName);
        problems.AddRange(json.Problems);
        DataDescription? description = json.Ok ? DataDescription.Read(json.Value) : null;
        if (json.Ok && description is null)
        {
            problems.Add(new DataProblem(request.From.PathOf(DataDescription.FileName), 0, 0, "this is not the description of a data folder"));
        }

        Dictionary<string, byte[]> files = new(StringComparer.Ordinal)
        {
            [draft.NatoFile] = Encoding.UTF8.GetBytes(EditionFiles.Nato(release)),
            [draft.WeoFilePath] = Encoding.UTF8.GetBytes(EditionFiles.Weo(weo)),
        };
        List(EditionStore.EditionsFile, 1, (header, row) => NoLongerDefault(request, header, row), [draft.EditionRow()]);
        List(EditionStore.RemarksFile, 2, static (_, _) => { }, draft.RemarkRows());
        List(DataCatalogue.SourcesFile, 1, static (_, _) => { }, draft.SourceRows());
        DataResult<IReadOnlyList<EditionEntry>> entries = EditionStore.List(request.From);
        EditionEntry model = entries.Value.First(e => e.IsDefault);
        foreach (string path in new[] { EditionStore.EditionsFile, EditionStore.RemarksFile, DataCatalogue.SourcesFile, model.NatoFile, model.WeoMacroFile })
        {
            if (description is not null && !description.Has(path))
            {
                problems.Add(new DataProblem(request.From.PathOf(DataDescription.FileName), 0, 0, $"{path} is not described"));
            }
        }

        if (problems.Count > 0 || description is null)
        {
            Problems(problems, log);
            return null;
        }

        foreach (string path in new[] { EditionStore.EditionsFile, EditionStore.RemarksFile, DataCatalogue.SourcesFile })
        {
            description.Update(path, files[path]);
        }

        draft.Describe(description, files[draft.NatoFile], files[draft.WeoFilePath]);
        files[DataDescription.FileName] = Encoding.UTF8.GetBytes(description.Text());
        return files;

        void List(string file, int keys, Action<IReadOnlyList<string>, string[]> change, IReadOnlyList<Dictionary<string, string>> added) =>
            files[file] = Encoding.UTF8.GetBytes(EditionFiles.Extended(request.From, file, keys, change, added, problems));
    }

    private static void NoLongerDefault(ImportRequest request, IReadOnlyList<string> header, string[] row)
    {
        for (int i = 0; i < header.Count && request.MakeDefault; i++)
        {
            row[i] = header[i] == "is_default" ? "false" : row[i];
        }
    }

    private static void Problems(IReadOnlyList<DataProblem> problems, ImportLog log)
    {
        foreach (DataProblem problem in problems)
        {
            log.Error(problem.Line == 0 ? problem.File : new DataProblem(problem.File, problem.Line, problem.Column, "").ToString()[..^2], problem.Message);
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex EditionId();
}
