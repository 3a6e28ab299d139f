using System.Globalization;
using System.Text.RegularExpressions;
using Simulator.Alliance;

namespace Simulator.Data.Import;

/// <summary>Finds the tables of NATO's release in a workbook and reads them together.</summary>
internal sealed partial class NatoWorkbookImport
{
    private readonly ImportLog _log;
    private readonly Roster _roster;
    private readonly NatoNames _names;
    private readonly NatoRelease _release = new();

    private NatoWorkbookImport(ImportLog log, Roster roster, NatoNames names)
    {
        _log = log;
        _roster = roster;
        _names = names;
    }

    /// <summary>Reads the release; null when an error was noted.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="roster">The members.</param>
    /// <param name="names">How tables name them.</param>
    /// <param name="log">Receives what was met.</param>
    public static NatoRelease? Read(Workbook workbook, Roster roster, NatoNames names, ImportLog log)
    {
        NatoWorkbookImport import = new(log, roster, names);
        import.ReadTables(workbook);
        if (!log.HasErrors)
        {
            import.CheckUnits();
        }

        return log.HasErrors ? null : import._release;
    }

    private void ReadTables(Workbook workbook)
    {
        if (workbook.ExternalLinks > 0)
        {
            _log.Note(_log.Whole, $"formulas point to {Number(workbook.ExternalLinks)} other workbooks; these were not opened");
        }

        Dictionary<string, string> found = new(StringComparer.Ordinal);
        foreach (WorkbookSheet sheet in workbook.Sheets)
        {
            string id = TableOf(sheet, out string title);
            NatoTable? table = NatoTable.All.FirstOrDefault(t => t.Id == id);
            if (table is null)
            {
                _log.Note(_log.Sheet(sheet.Name), id == NatoTable.Summary ? "table 4 sums up the others and was not read" : "this sheet is none of the tables that are read");
                continue;
            }

            if (!found.TryAdd(id, sheet.Name))
            {
                _log.Error(_log.Sheet(sheet.Name), $"table {id} is there twice, here and on sheet {found[id]}");
                continue;
            }

            if (sheet.IsHidden)
            {
                _log.Warn(_log.Sheet(sheet.Name), "this sheet is hidden; it was read all the same");
            }

            if (!table.Title.IsMatch(title))
            {
                _log.Warn(_log.Sheet(sheet.Name), $"table {id} has the title \"{title}\", another than in the releases known; its headings and units were followed");
            }

            if (id == "1")
            {
                _release.Measure = title;
            }

            new NatoSheetImport(sheet, table, _release, _names, _log).Read();
        }

        foreach (NatoTable table in NatoTable.All.Where(t => !found.ContainsKey(t.Id)))
        {
            _log.Error(_log.Whole, $"table {table.Id} is missing: no sheet is named TABLE{table.Id} or has the title \"Table {table.Id} : …\"");
        }
    }

    // The title decides; the name of the sheet has to agree with it.
    private string TableOf(WorkbookSheet sheet, out string title)
    {
        string named = SheetName().Match(sheet.Name) is { Success: true } match ? match.Groups["id"].Value.ToLowerInvariant() : "";
        foreach (WorkbookRow row in sheet.Rows)
        {
            foreach (WorkbookCell cell in row.Cells.Where(c => c.Kind == CellKind.Text))
            {
                if (!NatoTable.TryTitle(NatoNames.OneLine(cell.Text), out string id, out title))
                {
                    continue;
                }

                title = NatoNames.Plain(title);
                if (named.Length > 0 && named != id)
                {
                    _log.Error(_log.Cell(sheet.Name, cell.Column, row.Number), $"the sheet is named {sheet.Name}, but its title says table {id}");
                }
                else if (named.Length == 0 && NatoTable.All.Any(t => t.Id == id))
                {
                    _log.Note(_log.Cell(sheet.Name, cell.Column, row.Number), $"the sheet was taken for table {id} by its title");
                }

                return id;
            }
        }

        title = "";
        if (named.Length > 0 && named != NatoTable.Summary)
        {
            _log.Error(_log.Sheet(sheet.Name), $"no cell has a title such as \"Table {named} : …\"");
        }

        return named;
    }

    private void CheckUnits()
    {
        foreach (Member member in _roster.Members)
        {
            if (member.HasForces && !_release.HasFigures(member.Iso3))
            {
                _log.Error(_log.Whole, $"{member.Name} ({member.Iso3}) stands in none of the tables");
            }
            else if (!member.HasForces && !_release.HasFigures(member.Iso3))
            {
                _log.Note(_log.Whole, $"{member.Name} has no row; its GDP will be the published total less the other members");
            }
        }

        foreach (string total in new[] { Editions.NatoReader.TotalCode, Editions.NatoReader.EurCanCode }.Where(t => !_release.HasFigures(t)))
        {
            _log.Error(_log.Whole, $"{total} stands in none of the tables");
        }

        NatoReleaseCheck.Run(_release, _roster, _log);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*table\s*_?(?<id>[0-9]+[a-z]?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SheetName();
}
