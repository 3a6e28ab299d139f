using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Simulator.Reports;
using Simulator.Reports.Answers;
using Simulator.Reports.Pages;
using Simulator.Reports.Workbooks;
using Simulator.Web.State;

namespace Simulator.Web.Serving;

/// <summary>Results of a run as files: what <c>natosim run</c> writes, in a folder of their own that is gone when they are sent.</summary>
/// <param name="workspace">The data.</param>
internal sealed class Downloads(Workspace workspace)
{
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Zip = "application/zip";

    // Entries carry no time of their own, so that the same run is the same archive.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public IResult Workbook(HttpContext context) => Made(context, withWorkbook: true, folder => (File.ReadAllBytes(Path.Combine(folder, RunWorkbook.FileName)), Xlsx, RunWorkbook.FileName));

    public IResult Report(HttpContext context) => Made(context, withWorkbook: false, folder => (File.ReadAllBytes(Path.Combine(folder, ReportPage.FileName)), "text/html; charset=utf-8", ReportPage.FileName));

    public IResult Results(HttpContext context) => Made(context, withWorkbook: false, folder => (Packed(folder), Zip, "results.zip"));

    private IResult Made(HttpContext context, bool withWorkbook, Func<string, (byte[] Bytes, string Type, string Name)> read)
    {
        if (Endpoints.Read(workspace, context.Request, out Subject subject) is { } refusal)
        {
            return Refusals.Of(refusal);
        }

        bool isDrawn = subject.State.Draws > 0;
        if (isDrawn && subject.DrawingRefusal is { } lacking)
        {
            return Refusals.Of(lacking);
        }

        string root = Directory.CreateTempSubdirectory("natosim-").FullName;
        try
        {
            string folder = Path.Combine(root, "results");
            RunRequest request = subject.Request(isAll: true, isDrawn);
            ReportOutcome<AnswerSheet> outcome = RunReport.Execute(request with { OutputFolder = folder, Options = request.Options with { Workbook = withWorkbook } }, context.RequestAborted);
            if (!outcome.IsDone)
            {
                context.RequestAborted.ThrowIfCancellationRequested();
                return Refusals.Of(Refusal.Cannot(outcome.Failure.Message));
            }

            (byte[] bytes, string type, string name) = read(folder);
            return Microsoft.AspNetCore.Http.Results.File(bytes, type, name);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static byte[] Packed(string folder)
    {
        using MemoryStream memory = new();
        using (ZipArchive archive = new(memory, ZipArchiveMode.Create))
        {
            foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                ZipArchiveEntry entry = archive.CreateEntry("results/" + Path.GetRelativePath(folder, path).Replace('\\', '/'));
                entry.LastWriteTime = NoTime;
                using Stream to = entry.Open();
                using FileStream from = File.OpenRead(path);
                from.CopyTo(to);
            }
        }

        return memory.ToArray();
    }
}
