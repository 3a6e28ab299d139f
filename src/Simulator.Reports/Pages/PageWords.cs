using System.Globalization;
using Simulator.Alliance;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Answers;
using Simulator.Reports.Runs;

namespace Simulator.Reports.Pages;

/// <summary>How cells of pages say numbers, members and rows of scenarios.</summary>
internal static class PageWords
{
    /// <summary>What stands where there is no figure.</summary>
    public const string None = "–";

    /// <summary>A number as it is told, or the dash where there is none.</summary>
    /// <param name="value">The number.</param>
    /// <param name="tell">How it is told.</param>
    public static string Or(double value, Func<double, string> tell) => double.IsFinite(value) ? tell(value) : None;

    /// <summary>A rate in percent without the sign, which the heading has.</summary>
    /// <param name="valuePct">Percent.</param>
    public static string Rate(double valuePct) => Or(valuePct, AnswerWords.Tenths);

    /// <summary>A whole amount, such as one a head.</summary>
    /// <param name="value">The amount.</param>
    public static string Whole(double value) => Or(value, v => AnswerWords.PerHead(v, "").Trim());

    /// <summary>A range over the two references of debt, in tenths; one number where they agree as told.</summary>
    /// <param name="range">The range.</param>
    public static string Range(FiscalRange range)
    {
        if (!range.HasValue)
        {
            return None;
        }

        (string low, string high) = (AnswerWords.DebtPoints(range.Low), AnswerWords.DebtPoints(range.High));
        return low == high ? low : $"{low} to {high}";
    }

    /// <summary>A year, marked "e" where NATO estimates it.</summary>
    /// <param name="results">The results.</param>
    /// <param name="year">Calendar year.</param>
    public static string Year(RunResults results, int year) => Text(year) + (results.History.Status(year) == YearStatus.Estimate ? "e" : "");

    /// <summary>A set of members in the fewest words: all, a group, or codes.</summary>
    /// <param name="members">The set.</param>
    /// <param name="roster">Members and groups.</param>
    public static string Members(MemberSet members, Roster roster)
    {
        if (members == roster.All || members == roster.WithForces)
        {
            return "all";
        }

        Group? group = roster.Groups.FirstOrDefault(g => g.Members == members);
        return group?.Id ?? string.Join(' ', members.Select(m => roster.Members[m].Iso3));
    }

    /// <summary>The value of a path row as files have it.</summary>
    /// <param name="row">The row.</param>
    public static string Value(PathRow row) =>
        row.What == PathWhat.Plan ? row.Continuation == PlanContinuation.ThenHague ? "then-hague" : "then-hold"
        : row.ByYear.Count > 0 ? string.Join(", ", row.ByYear.Select(v => $"{Text(v.Year)}: {Plain(v.Value)}"))
        : row.What == PathWhat.Hold ? "" : Plain(row.Value);

    /// <summary>The shape of a path row with its number; empty where it has none.</summary>
    /// <param name="row">The row.</param>
    public static string Shape(PathRow row)
    {
        if (row.What is not (PathWhat.AtLeastPct or PathWhat.SharePct) || row.ByYear.Count > 0)
        {
            return "";
        }

        string name = row.Shape == Pathways.Shape.SCurve ? "s-curve" : ScenarioJson.Snake(row.Shape.ToString());
        return row.ShapeValue == 0 ? name : $"{name} {Plain(row.ShapeValue)}";
    }

    /// <summary>The value of a setting as files have it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="roster">Members and groups.</param>
    public static string Value(SettingRow row, Roster roster) => SettingCatalogue.Of(row.Setting).Kind switch
    {
        SettingKind.Number or SettingKind.WholeNumber => Plain(row.Number),
        SettingKind.Members => Members(row.ValueMembers, roster),
        _ => row.Text,
    };

    /// <summary>The years for which a row holds.</summary>
    /// <param name="from">First year; 0 for none.</param>
    /// <param name="to">Last year; 0 for none.</param>
    public static string Span(int from, int to) => (from, to) switch
    {
        (0, 0) => "",
        (_, 0) => $"from {Text(from)}",
        (0, _) => $"to {Text(to)}",
        _ => $"{Text(from)} to {Text(to)}",
    };

    /// <summary>The chosen members by name: readers look for a name, not for its code.</summary>
    /// <param name="results">The results.</param>
    public static IReadOnlyList<ReportUnit> ByName(RunResults results) => [.. results.Members.OrderBy(m => m.Name, StringComparer.Ordinal)];

    /// <summary>A whole number as text.</summary>
    /// <param name="number">The number.</param>
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A sentence, with one full stop at its end.</summary>
    /// <param name="words">The words.</param>
    public static string Sentence(string words)
    {
        string trimmed = words.TrimEnd(' ');
        return trimmed.Length == 0 || trimmed[^1] is '.' or '?' or '!' ? trimmed : trimmed + ".";
    }

    private static string Plain(double value) => value.ToString(CultureInfo.InvariantCulture);
}
