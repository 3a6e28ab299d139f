using System.Globalization;
using System.Text.RegularExpressions;

namespace Simulator.Data.Import;

/// <summary>
/// Reads one table: a title, a unit, a row of years, then headings with a row for each member under them, then notes.
/// Nothing depends on which row or column things stand in; what cannot be placed is an error with its cell.
/// </summary>
internal sealed partial class NatoSheetImport(WorkbookSheet sheet, NatoTable table, NatoRelease release, NatoNames names, ImportLog log)
{
    private const int MostErrors = 20;
    private readonly HashSet<NatoBlock> _seenBlocks = [];
    private readonly HashSet<string> _seenRows = new(StringComparer.Ordinal);
    private readonly List<string> _marked = [];
    private readonly List<string> _otherNames = [];
    private readonly List<string> _blanks = [];
    private readonly List<string> _skipped = [];
    private NatoHeader _header = new(0, []);
    private NatoBlock? _block;
    private int _formulas;
    private int _numbersAsText;
    private int _markedNumbers;
    private int _aside;
    private int _errors;
    private bool _inNotes;

    /// <summary>Reads the table into the release; what is wrong goes to the log.</summary>
    public void Read()
    {
        if (!FindHeader())
        {
            return;
        }

        ReadUnit();
        _block = table.HasNoHeadings ? table.Blocks[0] : null;
        if (_block is not null)
        {
            _seenBlocks.Add(_block);
        }

        foreach (WorkbookRow row in sheet.Rows.Where(r => r.Number > _header.Row))
        {
            ReadRow(row);
            if (_errors >= MostErrors)
            {
                log.Error(log.Sheet(sheet.Name), "further errors of this sheet are not listed");
                return;
            }
        }

        foreach (NatoBlock missing in table.Blocks.Where(b => !_seenBlocks.Contains(b)))
        {
            log.Error(log.Sheet(sheet.Name), $"no heading for {missing.Indicator} was found below the years; one that matches {missing.Heading} is expected");
        }

        Summarise();
    }

    private bool FindHeader()
    {
        // Amounts can look like years: a row with a member's name is none, and below the first row of years no row with a name is.
        List<NatoHeader> headers = [];
        foreach (WorkbookRow row in sheet.Rows)
        {
            if (NatoHeader.Of(row) is not { } header)
            {
                continue;
            }

            string[] texts = [.. row.Cells.Where(c => c.Column < header.FirstColumn && c.Kind == CellKind.Text).Select(c => c.Text)];
            if (texts.Length == 0 || (headers.Count == 0 && !texts.Any(t => names.TryCode(NatoNames.Split(t).Name, out _, out _))))
            {
                headers.Add(header);
            }
        }

        if (headers.Count == 0)
        {
            Error(log.Sheet(sheet.Name), "no row with at least three years was found");
            return false;
        }

        _header = headers[0];
        foreach (NatoHeader other in headers.Skip(1))
        {
            if (!other.IsSame(_header))
            {
                Error(log.Cell(sheet.Name, other.FirstColumn, other.Row), $"a second row of years says something else than row {Text(_header.Row)}; are these two editions?");
                return false;
            }
        }

        int[] years = [.. _header.Columns.Select(c => c.Year).Order()];
        for (int i = 1; i < years.Length; i++)
        {
            if (years[i] != years[i - 1] + 1)
            {
                int column = _header.Columns.Last(c => c.Year == years[i]).Column;
                Error(log.Cell(sheet.Name, column, _header.Row), years[i] == years[i - 1] ? $"{Text(years[i])} stands twice" : $"no column for {Text(years[i] - 1)} stands before {Text(years[i])}");
                return false;
            }
        }

        return PlaceYears(years);
    }

    private bool PlaceYears(int[] years)
    {
        int[] estimates = [.. _header.Columns.Where(c => c.IsEstimate).Select(c => c.Year).Order()];
        if (estimates.Length == 0 || estimates[^1] != years[^1] || estimates[0] != years[^1] - estimates.Length + 1)
        {
            Error(log.Cell(sheet.Name, _header.FirstColumn, _header.Row), "the last years of the header should bear an \"e\" for estimate, and no others; these do: " + (estimates.Length == 0 ? "none" : string.Join(", ", estimates.Select(Text))));
            return false;
        }

        if (!_header.Columns.Select(c => c.Year).SequenceEqual(years))
        {
            log.Note(log.Cell(sheet.Name, _header.FirstColumn, _header.Row), "the columns of years are out of order; each was read as the year above it");
        }

        if (_header.LastColumn - _header.FirstColumn + 1 != years.Length)
        {
            log.Note(log.Cell(sheet.Name, _header.FirstColumn, _header.Row), "there are columns without a year between those with one");
        }

        foreach ((int column, int year, _) in _header.Columns.Where(c => sheet.Hides(c.Column)))
        {
            log.Warn(log.Cell(sheet.Name, column, _header.Row), $"the column of {Text(year)} is hidden; it was read all the same");
        }

        if (release.Years.Count == 0)
        {
            release.Years = years;
            release.FirstEstimateYear = estimates[0];
            return true;
        }

        if (!release.Years.SequenceEqual(years) || release.FirstEstimateYear != estimates[0])
        {
            Error(
                log.Cell(sheet.Name, _header.FirstColumn, _header.Row),
                $"the years are {Text(years[0])} to {Text(years[^1])} with estimates from {Text(estimates[0])}; an earlier table has {Text(release.Years[0])} to {Text(release.Years[^1])} from {Text(release.FirstEstimateYear)}");
            return false;
        }

        return true;
    }

    private void ReadUnit()
    {
        List<string> texts = [];
        foreach (WorkbookRow row in sheet.Rows.Where(r => r.Number < _header.Row))
        {
            foreach (WorkbookCell cell in row.Cells.Where(c => c.Kind == CellKind.Text))
            {
                Match match = table.Unit.Match(NatoNames.Plain(cell.Text));
                if (match.Success)
                {
                    TakePriceYear(match, log.Cell(sheet.Name, cell.Column, row.Number));
                    return;
                }

                texts.Add($"{CellName.Of(cell.Column, row.Number)} \"{NatoNames.OneLine(cell.Text)}\"");
            }
        }

        Error(log.Sheet(sheet.Name), $"no cell above the years names the unit \"{table.UnitWords}\"; there are {(texts.Count == 0 ? "none with text" : string.Join(", ", texts))}");
    }

    private void TakePriceYear(Match match, string place)
    {
        if (!match.Groups["price"].Success)
        {
            return;
        }

        int year = int.Parse(match.Groups["price"].ValueSpan, CultureInfo.InvariantCulture);
        if (release.PriceYear != 0 && release.PriceYear != year)
        {
            Error(place, $"prices of {Text(year)}; an earlier cell says {Text(release.PriceYear)}");
            return;
        }

        release.PriceYear = year;
    }

    private void ReadRow(WorkbookRow row)
    {
        WorkbookCell[] cells = [.. _header.Columns.Select(c => row.At(c.Column))];
        bool empty = cells.All(c => c.Kind == CellKind.Empty && !c.IsFormula);
        string[] texts = [.. row.Cells.Where(c => c.Column < _header.FirstColumn && c.Kind == CellKind.Text).Select(c => NatoNames.OneLine(c.Text))];
        if (texts.Length == 0 && NatoHeader.Of(row) is not null)
        {
            log.Note(log.Cell(sheet.Name, _header.FirstColumn, row.Number), "the row of years is repeated");
            return;
        }

        CountAside(row, texts.Length > 0);
        if (texts.Length == 0)
        {
            SkipNameless(row, cells, empty);
            return;
        }

        string label = texts[0];
        string place = log.Cell(sheet.Name, row.Cells.First(c => c.Kind == CellKind.Text).Column, row.Number);
        if (texts.Length > 1)
        {
            Error(place, $"two texts stand before the figures: \"{label}\" and \"{texts[1]}\"");
        }
        else if (empty && !names.TryCode(NatoNames.Split(label).Name, out _, out _))
        {
            ReadText(label, place);
        }
        else if (_inNotes)
        {
            Error(place, $"figures of \"{label}\" stand below the notes");
        }
        else if (_block is null)
        {
            Error(place, $"figures of \"{label}\" stand above the first heading");
        }
        else
        {
            ReadFigures(row, cells, label, place, _block);
        }
    }

    private void CountAside(WorkbookRow row, bool hasName)
    {
        foreach (WorkbookCell cell in row.Cells.Where(c => c.Column >= _header.FirstColumn && _header.Columns.All(h => h.Column != c.Column) && c.Kind != CellKind.Empty))
        {
            if (hasName && cell.Column < _header.LastColumn)
            {
                Error(log.Cell(sheet.Name, cell.Column, row.Number), $"\"{cell.Text}\" stands in a column without a year");
            }
            else
            {
                _aside++;
            }
        }
    }

    private void SkipNameless(WorkbookRow row, WorkbookCell[] cells, bool empty)
    {
        if (empty)
        {
            return;
        }

        // NATO's workbook keeps hidden rows of left-over formulas between its blocks.
        bool leftOver = cells.All(c => c.Kind is CellKind.Empty or CellKind.Error || (c.Kind == CellKind.Number && c.Text is "0"));
        if (row.IsHidden && leftOver)
        {
            _skipped.Add(Text(row.Number));
            return;
        }

        WorkbookCell first = cells.First(c => c.Kind != CellKind.Empty || c.IsFormula);
        Error(log.Cell(sheet.Name, first.Column, row.Number), "figures without a name before them");
    }

    private void ReadText(string text, string place)
    {
        foreach (NatoBlock block in table.Blocks.Where(b => !_inNotes && !table.HasNoHeadings))
        {
            Match match = block.Heading.Match(NatoNames.Plain(text));
            if (match.Success)
            {
                if (!_seenBlocks.Add(block))
                {
                    Error(place, $"the heading \"{text}\" stands twice");
                }

                TakePriceYear(match, place);
                _block = block;
                _seenRows.Clear();
                return;
            }
        }

        if (!_inNotes && !IsNote(text) && !PageMark().IsMatch(text))
        {
            Error(place, $"\"{text}\" is neither a heading of table {table.Id} nor a member nor a note");
            return;
        }

        _inNotes |= IsNote(text);
        if (PageMark().IsMatch(text))
        {
            return;
        }

        if (CutOffDate().Match(text) is { Success: true } match2
            && DateOnly.TryParseExact(match2.Groups["date"].Value, "d MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            release.CutOff = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        if (release.Notes.Add(text))
        {
            log.Note(place, "a note says: " + text);
        }
    }

    private void Error(string place, string message)
    {
        _errors++;
        log.Error(place, message);
    }

    private static bool IsNote(string text) =>
        text.StartsWith("note", StringComparison.OrdinalIgnoreCase) || text.StartsWith("source", StringComparison.OrdinalIgnoreCase) || FootNote().IsMatch(text);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\*+|†|\([a-z0-9]\)|[0-9]\))\s*\S", RegexOptions.CultureInvariant)]
    private static partial Regex FootNote();

    [GeneratedRegex("^[-–]\\s*[0-9]+\\s*[-–]$", RegexOptions.CultureInvariant)]
    private static partial Regex PageMark();

    [GeneratedRegex(@"cut-?off date\D{0,80}?(?<date>[0-9]{1,2} [A-Z][a-z]+ [0-9]{4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CutOffDate();
}
