using System.Globalization;
using System.Text;
using System.Xml;

namespace Simulator.Data.Import;

/// <content>Rows, cells and their text.</content>
internal sealed partial class WorkbookReader
{
    private WorkbookSheet ReadSheet(string name, string part, bool isHidden)
    {
        List<WorkbookRow> rows = [];
        List<(int, int)> hidden = [];
        int row = 0;
        using XmlReader xml = Open(part) ?? throw new WorkbookFault($"sheet {name} has no part inside the workbook");
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "col" && IsSet(xml, "hidden"))
            {
                hidden.Add((Number(xml, "min", 1), Number(xml, "max", MostColumns)));
            }
            else if (xml.LocalName == "row")
            {
                int number = Number(xml, "r", row + 1);
                if (number <= row)
                {
                    throw new WorkbookFault($"rows of sheet {name} are out of order at row {number.ToString(CultureInfo.InvariantCulture)}");
                }

                row = number;
                bool hiddenRow = IsSet(xml, "hidden");
                List<WorkbookCell> cells = ReadCells(name, xml, row);
                if (cells.Count > 0)
                {
                    rows.Add(new WorkbookRow(row, hiddenRow, cells));
                }
            }
        }

        return new WorkbookSheet(name, isHidden, rows, hidden);
    }

    private List<WorkbookCell> ReadCells(string sheet, XmlReader xml, int row)
    {
        List<WorkbookCell> cells = [];
        if (xml.IsEmptyElement)
        {
            return cells;
        }

        int column = 0;
        int depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
            {
                continue;
            }

            int at = column + 1;
            if (xml.GetAttribute("r") is { } name && (!CellName.TryRead(name, out at, out int named) || named != row || at <= column))
            {
                throw new WorkbookFault($"cell {name} of sheet {sheet} is out of place");
            }

            column = at;
            if (++_cells > MostCells)
            {
                throw new WorkbookFault("this workbook has more than a million cells");
            }

            WorkbookCell cell = ReadCell(xml, at);
            if (cell.Kind != CellKind.Empty || cell.IsFormula)
            {
                cells.Add(cell);
            }
        }

        return cells;
    }

    private WorkbookCell ReadCell(XmlReader xml, int column)
    {
        string type = xml.GetAttribute("t") ?? "n";
        int style = Number(xml, "s", 0);
        bool isDate = style < _dateStyles.Count && _dateStyles[style];
        string value = "";
        bool formula = false;
        if (!xml.IsEmptyElement)
        {
            int depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                switch (xml.LocalName)
                {
                    case "f":
                        formula = true;
                        break;
                    case "v":
                        value = ContentOf(xml);
                        break;
                    case "is":
                        value = TextOf(xml);
                        break;
                    default:
                        break;
                }
            }
        }

        switch (type)
        {
            case "s":
                value = value.Trim();
                if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int index) || index >= _strings.Count)
                {
                    throw new WorkbookFault($"a cell points to text number {value}, which the workbook does not have");
                }

                return Text(_strings[index]);
            case "str" or "inlineStr":
                return Text(value);
            case "b":
                return new WorkbookCell(column, CellKind.Boolean, value == "1" ? "TRUE" : "FALSE", formula);
            case "e":
                return new WorkbookCell(column, CellKind.Error, value, formula);
            case "d":
                return new WorkbookCell(column, CellKind.Date, value, formula);
            default:
                value = value.Trim();
                return new WorkbookCell(column, value.Length == 0 ? CellKind.Empty : isDate ? CellKind.Date : CellKind.Number, value, formula);
        }

        WorkbookCell Text(string text) => new(column, string.IsNullOrWhiteSpace(text) ? CellKind.Empty : CellKind.Text, text, formula);
    }

    /// <summary>The runs of a text element together, without what is only a reading aid.</summary>
    private static string TextOf(XmlReader xml)
    {
        StringBuilder text = new();
        if (xml.IsEmptyElement)
        {
            return "";
        }

        int depth = xml.Depth;
        int phonetic = int.MaxValue;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.LocalName == "rPh")
            {
                phonetic = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement ? xml.Depth : int.MaxValue;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t" && xml.Depth <= phonetic)
            {
                text.Append(ContentOf(xml));
            }
        }

        return text.ToString();
    }

    private static string ContentOf(XmlReader xml)
    {
        StringBuilder text = new();
        if (xml.IsEmptyElement)
        {
            return "";
        }

        int depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text.Append(xml.Value);
            }
        }

        return text.ToString();
    }

    private static bool IsSet(XmlReader xml, string attribute) => xml.GetAttribute(attribute) is "1" or "true";

    private static int Number(XmlReader xml, string attribute, int otherwise)
    {
        string? text = xml.GetAttribute(attribute);
        return text is null ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= MostRows ? number
            : throw new WorkbookFault($"\"{text}\" stands where a spreadsheet has a number ({attribute})");
    }
}
