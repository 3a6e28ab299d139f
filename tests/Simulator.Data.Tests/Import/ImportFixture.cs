using System.Text;
using Simulator.Data.Import;
using Simulator.Data.Tests.Editions;

namespace Simulator.Data.Tests.Import;

/// <summary>A folder with an invented workbook and outlook, and the place where an import of them would go.</summary>
internal sealed class ImportFixture : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("natosim-import-").FullName;

    public ImportFixture()
    {
        Request = new ImportRequest
        {
            NatoPath = PathOf("def-exp-2027-en.xlsx"),
            WeoPath = PathOf("WEOApr2027all.xls"),
            Id = "nato-2027",
            From = Shipped.Folder,
            OutPath = PathOf("new-data"),
        };
    }

    public ImportRequest Request { get; set; }

    public string PathOf(string name) => Path.Combine(_root, name);

    public ImportOutcome Run(TestWorkbook? workbook = null, string? outlook = null)
    {
        File.WriteAllBytes(Request.NatoPath, (workbook ?? InventedRelease.Workbook()).Bytes());
        File.WriteAllBytes(Request.WeoPath, Encoding.UTF8.GetBytes(outlook ?? InventedRelease.Outlook()));
        return EditionImport.Run(Request, CancellationToken.None);
    }

    public ImportOutcome RunBytes(byte[] workbook)
    {
        File.WriteAllBytes(Request.NatoPath, workbook);
        File.WriteAllText(Request.WeoPath, InventedRelease.Outlook());
        return EditionImport.Run(Request, CancellationToken.None);
    }

    /// <summary>Nothing is beside the two files that were given: no folder, no rest of a staging folder.</summary>
    public void AssertNothingWritten() =>
        Assert.Equal(
            new[] { Path.GetFileName(Request.NatoPath), Path.GetFileName(Request.WeoPath) }.Order(StringComparer.Ordinal),
            Directory.EnumerateFileSystemEntries(_root).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
