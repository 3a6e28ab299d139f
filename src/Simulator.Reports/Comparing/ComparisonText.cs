using System.Globalization;
using System.Text;
using Simulator.Projections;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Comparing;

/// <summary>A comparison as plain text for a terminal: a sentence for each scenario, then one table of units by scenario.</summary>
public static class ComparisonText
{
    private const int NameWidth = 30;
    private const int PointsWidth = 8;
    private const int MoneyWidth = 9;
    private const int DebtWidth = 7;
    private const int BlockWidth = PointsWidth + MoneyWidth + DebtWidth;

    /// <summary>Writes the comparison of scenarios.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="runId">Run id.</param>
    /// <param name="width">Characters of a line; taken as at least 60.</param>
    /// <returns>Text with LF line ends.</returns>
    public static string Write(Comparison comparison, string runId, int width = AnswerText.DefaultWidth)
    {
        int line = Math.Max(60, width);
        StringBuilder text = new();
        Unit europe = AllianceUnits.Europe(comparison.Edition.Roster);
        MoneyBasis money = comparison.Options.Money(comparison.Edition, europe);
        string currency = money.CurrencyCode(comparison.Edition, europe);
        string prices = AnswerWords.Prices(money.PricesWord(comparison.Edition));
        string reference = comparison.Reference.Scenario.Id;
        AnswerWords.Paragraph(text, $"{comparison.Edition.Title}. Held against {reference}: {comparison.Reference.Scenario.Title}; amounts in {currency} at {prices}.", line);
        text.Append("Run ").Append(runId).Append(".\n\n");
        foreach (ComparedPair pair in comparison.Pairs)
        {
            AnswerWords.Paragraph(text, Sentence(comparison, pair, europe, currency, prices), line);
        }

        text.Append('\n');
        int year = comparison.Options.HeadlineYear;
        text.Append(CultureInfo.InvariantCulture, $"More or less than {reference} in {year}: points of GDP, bn at {prices} of the currency named,\nand points of debt when everything above today's share is borrowed\n");
        Table(text, comparison, year, line);
        text.Append('\n');
        AnswerWords.Paragraph(text, CauseSplit.OrderInWords, line);
        return text.ToString();
    }

    private static string Sentence(Comparison comparison, ComparedPair pair, Unit europe, string currency, string prices)
    {
        int year = comparison.Options.HeadlineYear;
        int at = year - comparison.Edition.BaseYear - 1;
        Difference whole = comparison.Between(pair.Scenario, pair.Reference, europe)[at];
        string amount = AnswerWords.RoundedBn(whole.SpendingBn) switch
        {
            > 0 => $"{AnswerWords.Bn(whole.SpendingBn, currency)} more",
            < 0 => $"{AnswerWords.Bn(-whole.SpendingBn, currency)} less",
            _ => "as much",
        };
        string than = amount == "as much" ? "as" : "than";
        string years = Text(comparison.Edition.BaseYear + 1) + " to " + Text(year);
        string debt = double.IsNaN(whole.DebtPp) ? "" : $"; debt {Signed(DebtPoints(whole.DebtPp))} points of GDP in {Text(year)} if what lies above today's shares is borrowed{(pair.Steps.Any(s => s.Cause is Cause.Growth or Cause.Prices) ? ", the shock to the economy counted in" : "")}";
        string parts = string.Join(", ", pair.Steps.Select(s =>
            $"{CauseSplit.Word(s.Cause)} {Signed(AnswerWords.Bn(comparison.Between(s.After, s.Before, europe)[at].SpendingBn))}"));
        return $"{pair.Scenario.Scenario.Id}: Under \"{pair.Scenario.Scenario.Title.TrimEnd('.', ' ')}\", European allies spend {amount} in {Text(year)} {than} under \"{pair.Reference.Scenario.Title.TrimEnd('.', ' ')}\" ({prices}): "
            + $"{AnswerWords.Points(pair.Scenario.SharePct(europe, year))} against {AnswerWords.Points(pair.Reference.SharePct(europe, year))} % of GDP; {AnswerWords.Bn(whole.CumulativeBn, currency)} over {years}{debt}. Of the difference, in bn: {parts}.";
    }

    private static void Table(StringBuilder text, Comparison comparison, int year, int width)
    {
        int at = year - comparison.Edition.BaseYear - 1;
        int columns = Math.Max(1, (width - NameWidth - 4) / BlockWidth);
        for (int first = 0; first < comparison.Pairs.Count; first += columns)
        {
            ComparedPair[] pairs = [.. comparison.Pairs.Skip(first).Take(columns)];
            text.Append(' ', NameWidth + 4);
            foreach (ComparedPair pair in pairs)
            {
                text.Append(Cut(pair.Scenario.Scenario.Id, BlockWidth - 1).PadLeft(BlockWidth));
            }

            text.Append('\n');
            foreach (ReportUnit unit in comparison.Groups.Concat(comparison.Members))
            {
                Difference[] cells = [.. pairs.Select(p => comparison.Between(p.Scenario, p.Reference, unit.Unit)[at])];
                if (!unit.Unit.IsGroup && cells.All(c => Rounding.HalfUp(c.SharePp, 2) == 0 && AnswerWords.RoundedBn(c.SpendingBn) == 0))
                {
                    continue;
                }

                string currency = comparison.Options.Money(comparison.Edition, unit.Unit).CurrencyCode(comparison.Edition, unit.Unit);
                text.Append(Cut(unit.Name, NameWidth - 1).PadRight(NameWidth)).Append(currency.PadRight(4));
                foreach (Difference cell in cells)
                {
                    text.Append(Signed(AnswerWords.Points(cell.SharePp)).PadLeft(PointsWidth)).Append(Signed(AnswerWords.Bn(cell.SpendingBn)).PadLeft(MoneyWidth))
                        .Append((double.IsNaN(cell.DebtPp) ? "-" : Signed(DebtPoints(cell.DebtPp))).PadLeft(DebtWidth));
                }

                text.Append('\n');
            }
        }

        text.Append("Members without a difference are left out.\n");
    }

    // Points of debt are told to one decimal: the rates and effects behind them are not known better.
    private static string DebtPoints(double value) => (Rounding.HalfUp(value, 1) + 0.0).ToString("N1", CultureInfo.InvariantCulture);

    internal static string Signed(string number) => number[0] == '-' || !number.Any(c => c is >= '1' and <= '9') ? number : "+" + number;

    internal static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + ".";

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
