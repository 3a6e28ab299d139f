using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Simulator.Data.Tests.Import;

/// <summary>A sheet that is written by a test: cells by name, and what is hidden.</summary>
internal sealed class TestSheet
{
    private readonly SortedDictionary<(int Row, int Column), string> _cells = [];

    public HashSet<int> HiddenRows { get; } = [];

    public string State { get; set; } = "visible";

    public void Text(int row, int column, string text) =>
        _cells[(row, column)] = $"t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>";

    /// <summary>Text kept once for the whole workbook, as Excel writes it.</summary>
    public void Shared(int row, int column, string text) => _cells[(row, column)] = "shared:" + text;

    public void Number(int row, int column, double number) => Raw(row, column, "", number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A cell with a type ("", "e", "b", "str", "d") and a value as it stands in the file.</summary>
    public void Raw(int row, int column, string type, string value, string style = "") =>
        _cells[(row, column)] = $"{(type.Length > 0 ? $"t=\"{type}\"" : "")}{(style.Length > 0 ? $" s=\"{style}\"" : "")}><v>{SecurityElement.Escape(value)}</v></c>";

    public void Formula(int row, int column, string formula, string cached) =>
        _cells[(row, column)] = $"><f>{SecurityElement.Escape(formula)}</f>{(cached.Length > 0 ? $"<v>{cached}</v>" : "")}</c>";

    public void Clear(int row, int column) => _cells.Remove((row, column));

    /// <summary>Moves everything from a row on down by one.</summary>
    public void InsertRow(int at) => Rebuild(k => (k.Row >= at ? k.Row + 1 : k.Row, k.Column));

    /// <summary>Moves everything from a column on right by one.</summary>
    public void InsertColumn(int at) => Rebuild(k => (k.Row, k.Column >= at ? k.Column + 1 : k.Column));

    /// <summary>Exchanges two columns.</summary>
    public void SwapColumns(int a, int b) => Rebuild(k => (k.Row, k.Column == a ? b : k.Column == b ? a : k.Column));

    public void RemoveRow(int row) => Rebuild(k => (k.Row == row ? -1 : k.Row, k.Column));

    public string Xml(List<string> shared)
    {
        StringBuilder xml = new("<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        foreach (IGrouping<int, KeyValuePair<(int Row, int Column), string>> row in _cells.GroupBy(c => c.Key.Row))
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row.Key}\"{(HiddenRows.Contains(row.Key) ? " hidden=\"1\"" : "")}>");
            foreach (((int r, int column), string cell) in row)
            {
                string body = cell;
                if (cell.StartsWith("shared:", StringComparison.Ordinal))
                {
                    shared.Add(cell["shared:".Length..]);
                    body = $"t=\"s\"><v>{(shared.Count - 1).ToString(CultureInfo.InvariantCulture)}</v></c>";
                }

                xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{Name(r, column)}\" {body}");
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    public static string Name(int row, int column) => (column > 26 ? "A" : "") + (char)('A' + ((column - 1) % 26)) + row.ToString(CultureInfo.InvariantCulture);

    private void Rebuild(Func<(int Row, int Column), (int Row, int Column)> move)
    {
        KeyValuePair<(int Row, int Column), string>[] cells = [.. _cells];
        int[] hidden = [.. HiddenRows];
        _cells.Clear();
        HiddenRows.Clear();
        foreach (((int, int) key, string cell) in cells)
        {
            (int row, int column) = move(key);
            if (row > 0)
            {
                _cells[(row, column)] = cell;
            }
        }

        foreach (int row in hidden)
        {
            HiddenRows.Add(move((row, 1)).Row);
        }
    }
}

/// <summary>An xlsx workbook that is written by a test, part by part.</summary>
internal sealed class TestWorkbook
{
    public List<(string Name, TestSheet Sheet)> Sheets { get; } = [];

    /// <summary>Parts that are added, or that take the place of those written otherwise.</summary>
    public Dictionary<string, string> Parts { get; } = [];

    public TestSheet this[string name] => Sheets.First(s => s.Name == name).Sheet;

    public void Remove(string name) => Sheets.RemoveAll(s => s.Name == name);

    public void Rename(string name, string other) => Sheets[Sheets.FindIndex(s => s.Name == name)] = (other, this[name]);

    public byte[] Bytes()
    {
        using MemoryStream bytes = new();
        using (ZipArchive archive = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            List<string> shared = [];
            Dictionary<string, string> parts = new()
            {
                ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>",
                ["xl/workbook.xml"] = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                    + string.Concat(Sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" state=\"{s.Sheet.State}\" r:id=\"rId{i + 1}\"/>")) + "</sheets></workbook>",
                ["xl/_rels/workbook.xml.rels"] = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + string.Concat(Sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>")) + "</Relationships>",
                ["xl/styles.xml"] = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"d\\-mmm\"/></numFmts>"
                    + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>",
            };
            for (int i = 0; i < Sheets.Count; i++)
            {
                parts[$"xl/worksheets/sheet{i + 1}.xml"] = Sheets[i].Sheet.Xml(shared);
            }

            // One text in three is written as runs with a reading aid between them, which is no part of the text.
            parts["xl/sharedStrings.xml"] = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + string.Concat(shared.Select((s, i) =>
                i % 3 == 0 && s.Length > 2
                    ? $"<si><r><t xml:space=\"preserve\">{SecurityElement.Escape(s[..2])}</t></r><rPh sb=\"0\" eb=\"1\"><t>aid</t></rPh><r><t xml:space=\"preserve\">{SecurityElement.Escape(s[2..])}</t></r></si>"
                    : $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(s)}</t></si>")) + "</sst>";
            foreach ((string name, string content) in Parts)
            {
                parts[name] = content;
            }

            foreach ((string name, string content) in parts)
            {
                using Stream stream = archive.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}
