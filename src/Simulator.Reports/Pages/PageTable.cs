namespace Simulator.Reports.Pages;

/// <summary>A column of a table in a page.</summary>
/// <param name="Heading">Heading, with its unit.</param>
/// <param name="IsText">Whether the cells are words; numbers stand at the right.</param>
/// <param name="IsCode">Whether the words are addresses or hashes, which may be broken anywhere.</param>
internal readonly record struct PageColumn(string Heading, bool IsText = false, bool IsCode = false)
{
    /// <summary>Class of the cells.</summary>
    public string Class => IsCode ? "words code" : IsText ? "words" : "";
}

/// <summary>A table in a page: its first column names the rows.</summary>
internal sealed class PageTable
{
    private readonly string _caption;
    private readonly IReadOnlyList<PageColumn> _columns;
    private readonly List<IReadOnlyList<string>> _rows = [];

    /// <summary>Describes a table.</summary>
    /// <param name="caption">What it shows, with units that hold for all of it.</param>
    /// <param name="columns">Its columns, the one that names the rows first.</param>
    public PageTable(string caption, IReadOnlyList<PageColumn> columns)
    {
        _caption = caption;
        _columns = columns;
    }

    /// <summary>Whether readers may order the rows by a column.</summary>
    public bool IsSortable { get; init; }

    /// <summary>Adds a row.</summary>
    /// <param name="cells">As many cells as columns; an empty one is shown as a dash.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public void Add(params IReadOnlyList<string> cells)
    {
        if (cells.Count != _columns.Count)
        {
            throw new ArgumentException($"A row of {cells.Count} cells in a table of {_columns.Count} columns.", nameof(cells));
        }

        _rows.Add(cells);
    }

    /// <summary>Writes the table; nothing where it has no rows.</summary>
    /// <param name="page">The page.</param>
    public void Write(PageWriter page)
    {
        if (_rows.Count == 0)
        {
            return;
        }

        // What is wider than a narrow screen scrolls inside its own frame, which the keyboard can reach.
        using (page.In("div", ("class", "scroll"), ("tabindex", "0"), ("role", "group"), ("aria-label", _caption)))
        using (page.In("table", ("class", IsSortable ? "sortable" : "")))
        {
            page.Element("caption", _caption);
            using (page.In("thead"))
            using (page.In("tr"))
            {
                foreach (PageColumn column in _columns)
                {
                    page.Element("th", column.Heading, ("scope", "col"), ("class", column.IsText || column == _columns[0] ? "words" : ""));
                }
            }

            using (page.In("tbody"))
            {
                foreach (IReadOnlyList<string> row in _rows)
                {
                    WriteRow(page, row);
                }
            }
        }
    }

    private void WriteRow(PageWriter page, IReadOnlyList<string> row)
    {
        using (page.In("tr"))
        {
            page.Element("th", row[0], ("scope", "row"));
            for (int i = 1; i < row.Count; i++)
            {
                page.Element("td", row[i].Length == 0 ? PageWords.None : row[i], ("class", _columns[i].Class));
            }
        }
    }
}
