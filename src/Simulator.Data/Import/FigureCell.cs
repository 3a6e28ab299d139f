using System.Globalization;
using System.Text.RegularExpressions;

namespace Simulator.Data.Import;

/// <summary>How a cell of figures was read.</summary>
internal enum FigureReading
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>Nothing, or a sign for nothing.</summary>
    Blank,

    /// <summary>A number that is kept as text.</summary>
    NumberAsText,

    /// <summary>A number with a footnote mark or an estimate mark behind it.</summary>
    MarkedNumber,

    /// <summary>Something else.</summary>
    Unreadable,
}

/// <summary>Reads the figure in a cell of a workbook.</summary>
internal static partial class FigureCell
{
    /// <summary>Decimals that are kept: more than NATO prints, fewer than a spreadsheet invents.</summary>
    public const int Decimals = 4;

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="value">The figure, rounded to <see cref="Decimals"/>.</param>
    /// <param name="problem">Why it is unreadable, or empty.</param>
    public static FigureReading Read(WorkbookCell cell, out decimal value, out string problem)
    {
        value = 0;
        problem = "";
        switch (cell.Kind)
        {
            case CellKind.Empty:
                problem = cell.IsFormula ? "a formula without its value: open the workbook in a spreadsheet program and save it again" : "";
                return cell.IsFormula ? FigureReading.Unreadable : FigureReading.Blank;
            case CellKind.Number:
                if (TryParse(cell.Text, out value))
                {
                    return FigureReading.Number;
                }

                problem = $"\"{cell.Text}\" is not a number that can be used";
                return FigureReading.Unreadable;
            case CellKind.Date:
                problem = $"a date or time stands where a number belongs ({cell.Text})";
                return FigureReading.Unreadable;
            case CellKind.Error:
                problem = $"the spreadsheet shows {cell.Text} here";
                return FigureReading.Unreadable;
            case CellKind.Text:
                return ReadText(NatoNames.OneLine(cell.Text), out value, out problem);
            default:
                problem = $"{cell.Text} stands where a number belongs";
                return FigureReading.Unreadable;
        }
    }

    private static FigureReading ReadText(string text, out decimal value, out string problem)
    {
        value = 0;
        problem = "";
        if (text is "-" or "–" or "—" or ".." or "..." or "…" or "//" or "n/a" or "n.a." or "N/A" or "n.a")
        {
            return FigureReading.Blank;
        }

        Match match = PlainNumber().Match(text);
        if (match.Success && TryParse(match.Groups["number"].Value, out value))
        {
            return match.Groups["mark"].Length > 0 ? FigureReading.MarkedNumber : FigureReading.NumberAsText;
        }

        problem = text.Contains(',', StringComparison.Ordinal)
            ? $"the text \"{text}\" may have a decimal comma or a thousands separator; a number is expected"
            : $"the text \"{text}\" stands where a number belongs";
        return FigureReading.Unreadable;
    }

    private static bool TryParse(string text, out decimal value)
    {
        bool sound = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        value = Math.Round(value, Decimals, MidpointRounding.ToEven);
        return sound;
    }

    [GeneratedRegex(@"^(?<number>-?[0-9]+(\.[0-9]+)?)\s*(?<mark>\*+|e)?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber();
}
