using Simulator.Reports.Tables;

namespace Simulator.Reports.Workbooks;

/// <summary>How a column of a table looks on a sheet: its heading in words with the unit, the format of its numbers, its width.</summary>
/// <param name="Words">The heading.</param>
/// <param name="Style">Style of its cells.</param>
/// <param name="Width">Width in characters.</param>
internal readonly record struct ColumnHeading(string Words, CellStyle Style, double Width)
{
    // The unit in words says these better; they would be said twice.
    private static readonly HashSet<string> UnitParts = new(StringComparer.Ordinal) { "pct", "pp", "bn", "m", "usd", "ncu", "const", "thousand" };

    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["iso3"] = "ISO code",
        ["gdp"] = "GDP",
        ["imf"] = "IMF",
        ["us"] = "US",
    };

    /// <summary>Words, format and width of a column.</summary>
    /// <param name="column">The column.</param>
    public static ColumnHeading Of(Column column)
    {
        string name = Name(column.Name, column.Unit.Length > 0);
        string words = column.Unit.Length > 0 ? $"{name} ({column.Unit})" : name;
        return column.Type switch
        {
            FieldType.Text => new(words, CellStyle.Text, column.Name switch
            {
                "name" or "scenario" or "group" or "variable" or "financing" => 24,
                "stated_position" or "nearest_episode" or "effort" or "flags" => 48,
                _ => 12,
            }),
            FieldType.Year => new(words, CellStyle.Year, 9),
            FieldType.Integer => new(words, CellStyle.Whole, 14),
            _ => new(words, NumberStyle(column.Unit), 17),
        };
    }

    /// <summary>The decimals that the unit deserves; the cell holds all of them.</summary>
    /// <param name="unit">Unit in words.</param>
    public static CellStyle NumberStyle(string unit) =>
        unit.Contains("per inhabitant", StringComparison.Ordinal) ? CellStyle.Whole
        : unit.StartsWith("million", StringComparison.Ordinal) || unit.StartsWith("thousand", StringComparison.Ordinal) ? CellStyle.OneDecimal
        : CellStyle.TwoDecimals;

    private static string Name(string column, bool hasUnit)
    {
        // Thresholds such as 3_5 are decimals; other underscores part words.
        List<string> words = [];
        foreach (string part in column.Split('_'))
        {
            bool isDigits = part.All(char.IsAsciiDigit);
            if (isDigits && words.Count > 0 && words[^1].All(char.IsAsciiDigit))
            {
                words[^1] += "." + part;
            }
            else if (!hasUnit || words.Count == 0 || !UnitParts.Contains(part))
            {
                words.Add(Known.GetValueOrDefault(part, part));
            }
        }

        // A name that is nothing but a unit, such as pct_of_revenue, begins with what is measured.
        if (words.Count > 1 && words[0] == "pct")
        {
            words[0] = "Part";
        }

        if (words.Count > 2 && words[0] == "first" && words[1] == "year")
        {
            words.Insert(2, "at");
            words.Add("percent");
        }

        string text = string.Join(' ', words);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }
}
