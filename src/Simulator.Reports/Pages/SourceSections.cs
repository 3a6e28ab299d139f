using Simulator.Data.Sources;
using Simulator.Reports.RunFigures;
using Simulator.Reports.Runs;
using static Simulator.Reports.Pages.PageWords;

namespace Simulator.Reports.Pages;

/// <summary>Where the numbers come from, and what the run was.</summary>
internal static class SourceSections
{
    private const string DataPrefix = "data/";

    private static readonly (string Name, string Heading)[] Columns =
    [
        ("title", "Source"),
        ("publisher", "Publisher"),
        ("edition", "Edition"),
        ("cut_off", "Cut-off date"),
        ("grade", "Grade"),
        ("terms", "Terms"),
        ("address", "Address"),
        ("files", "Files"),
    ];

    /// <summary>Writes the sections.</summary>
    /// <param name="page">The page.</param>
    /// <param name="subject">What the page is written from.</param>
    public static void Write(PageWriter page, ReportSubject subject)
    {
        page.Element("h2", "Sources and run", ("id", "sources"));
        page.Element("p", Sentence(subject.Results.Edition.SourceLine));
        Sources(subject.Sources, subject.Manifest.Inputs).Write(page);
        foreach (string note in subject.Sources.Notes)
        {
            page.Element("p", note, ("class", "quiet"));
        }

        page.Element("h3", "The run");
        page.Element("p", $"Run {subject.Manifest.RunId}, {RunJson.Program} {subject.Manifest.Version}. run.json, beside this page, repeats it to the byte: {RunJson.Program} verify. The tables that this page rounds are beside it as CSV, described in {DataPackage.FileName}.");
        PageTable options = new("Choices of the run", [new("Option"), new("Value", IsText: true)]);
        foreach (RunOption option in subject.Manifest.Options)
        {
            options.Add(option.Name, option.Value);
        }

        options.Write(page);
        PageTable inputs = new("Files that the run read", [new("File"), new("Bytes"), new("SHA-256", IsText: true, IsCode: true)]);
        foreach (RunInput input in subject.Manifest.Inputs)
        {
            inputs.Add(input.Name, Text(input.Bytes), input.Sha256);
        }

        inputs.Write(page);
    }

    /// <summary>The sources of the files that a run read, out of the catalogue of the data folder.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="inputs">The files.</param>
    private static PageTable Sources(CatalogueTable catalogue, IReadOnlyList<RunInput> inputs)
    {
        int[] at = [.. Columns.Select(c => catalogue.Header.ToList().IndexOf(c.Name))];
        if (at.Contains(-1))
        {
            throw new ArgumentException("The catalogue of sources lacks a column.", nameof(catalogue));
        }

        HashSet<string> read = [.. inputs.Where(i => i.Name.StartsWith(DataPrefix, StringComparison.Ordinal)).Select(i => i.Name[DataPrefix.Length..])];
        PageTable table = new("Sources of the files that the run read", [.. Columns.Select(c => new PageColumn(c.Heading, IsText: true, IsCode: c.Name is "address" or "files"))]);
        foreach (IReadOnlyList<string> row in catalogue.Rows.Where(r => r[at[^1]].Split(' ').Any(read.Contains)))
        {
            table.Add([.. at.Select((column, i) => row[column].Length == 0 ? None : Columns[i].Name == "cut_off" ? ScenarioFigures.Date(row[column]) : row[column])]);
        }

        return table;
    }
}
