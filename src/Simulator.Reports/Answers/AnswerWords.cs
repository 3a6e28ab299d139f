using System.Globalization;
using System.Text;
using Simulator.Projections;

namespace Simulator.Reports.Answers;

/// <summary>
/// How amounts are told to people, by one rule: billions with one decimal below 100 and none from there on, amounts a head in
/// whole units, percent with one decimal, points with two; rounded half up, thousands set apart by commas, in every culture.
/// </summary>
public static class AnswerWords
{
    /// <summary>An amount, such as "EUR 1,234 bn" or "EUR -2.5 bn".</summary>
    /// <param name="amountBn">Billions.</param>
    /// <param name="currency">ISO 4217 code.</param>
    public static string Bn(double amountBn, string currency) => $"{currency} {Bn(amountBn)} bn";

    /// <summary>The number of an amount in billions.</summary>
    /// <param name="amountBn">Billions.</param>
    public static string Bn(double amountBn)
    {
        double rounded = RoundedBn(amountBn);
        return Number(rounded, Math.Abs(rounded) < 100 ? 1 : 0);
    }

    /// <summary>An amount in billions as it is told: the number that decides between more, less and the same.</summary>
    /// <param name="amountBn">Billions.</param>
    public static double RoundedBn(double amountBn)
    {
        double fine = Rounding.HalfUp(amountBn, 1);
        return Math.Abs(fine) < 100 ? fine : Rounding.HalfUp(amountBn, 0);
    }

    /// <summary>An amount per inhabitant, such as "EUR 1,234".</summary>
    /// <param name="amount">Units of currency.</param>
    /// <param name="currency">ISO 4217 code.</param>
    public static string PerHead(double amount, string currency) => $"{currency} {Number(Rounding.HalfUp(amount, 0), 0)}";

    /// <summary>A rate, such as "5.2 %".</summary>
    /// <param name="valuePct">Percent.</param>
    public static string Percent(double valuePct) => $"{Number(Rounding.HalfUp(valuePct, 1), 1)} %";

    /// <summary>A share or points of GDP, such as "2.37".</summary>
    /// <param name="value">Percent or points.</param>
    public static string Points(double value) => Number(Rounding.HalfUp(value, 2), 2);

    /// <summary>Extra debt in points of GDP, such as "+4.2" or "-0.3".</summary>
    /// <param name="points">Points of GDP.</param>
    public static string DebtPoints(double points) => (RoundedPoints(points) > 0 ? "+" : "") + Tenths(points);

    /// <summary>Points of debt as they are told: the number that decides between more and less.</summary>
    /// <param name="points">Points of GDP.</param>
    public static double RoundedPoints(double points) => Rounding.HalfUp(points, 1);

    /// <summary>A number with one decimal, such as "4.2".</summary>
    /// <param name="value">The number.</param>
    public static string Tenths(double value) => Number(Rounding.HalfUp(value, 1), 1);

    /// <summary>A threshold in percent, such as "3.5" or "3.25".</summary>
    /// <param name="valuePct">Percent.</param>
    public static string Threshold(double valuePct) => Rounding.HalfUp(valuePct, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The prices of an amount, such as "2026 prices" or "current prices".</summary>
    /// <param name="pricesWord">The word of the column "prices".</param>
    public static string Prices(string pricesWord) => $"{pricesWord} prices";

    /// <summary>Breaks text into lines at blanks, never between a number and its unit; what is longer than a line stands alone.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">Characters of a line.</param>
    /// <param name="indent">Blanks before every line but the first.</param>
    public static IReadOnlyList<string> Wrap(string text, int width, int indent)
    {
        List<string> lines = [];
        StringBuilder line = new();
        bool isEmpty = true;
        foreach (string piece in Pieces(text))
        {
            if (!isEmpty && line.Length + 1 + piece.Length > width)
            {
                lines.Add(line.ToString());
                line.Clear().Append(' ', indent);
                isEmpty = true;
            }

            if (!isEmpty)
            {
                line.Append(' ');
            }

            line.Append(piece);
            isEmpty = false;
        }

        lines.Add(line.ToString());
        return lines;
    }

    /// <summary>Writes a paragraph for a terminal, two blanks before every line but the first.</summary>
    /// <param name="text">Where it goes.</param>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="width">Characters of a line.</param>
    internal static void Paragraph(StringBuilder text, string paragraph, int width)
    {
        foreach (string line in Wrap(paragraph, width, 2))
        {
            text.Append(line).Append('\n');
        }
    }

    private static List<string> Pieces(string text)
    {
        List<string> pieces = [];
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            bool afterNumber = pieces.Count > 0 && char.IsAsciiDigit(pieces[^1][^1]) && (word[0] == '%' || word.StartsWith("bn", StringComparison.Ordinal));
            bool afterCurrency = pieces.Count > 0 && pieces[^1].Length == 3 && pieces[^1].All(char.IsAsciiLetterUpper) && char.IsAsciiDigit(word[0]);
            if (afterNumber || afterCurrency)
            {
                pieces[^1] += " " + word;
            }
            else
            {
                pieces.Add(word);
            }
        }

        return pieces;
    }

    private static string Number(double rounded, int decimals) =>
        (rounded + 0.0).ToString(decimals switch { 0 => "N0", 1 => "N1", _ => "N2" }, CultureInfo.InvariantCulture);
}
