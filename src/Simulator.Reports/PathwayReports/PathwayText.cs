using System.Globalization;
using System.Text;
using Simulator.Alliance;
using Simulator.Feasibility;
using Simulator.Pathways;
using Simulator.Reports.Answers;

namespace Simulator.Reports.PathwayReports;

/// <summary>The matrix "who can get where by when" for a terminal of 100 columns.</summary>
public static class PathwayText
{
    private const int NameWidth = 16;
    private const int CellWidth = 5;
    private const int Widest = AnswerText.DefaultWidth;

    // Three years and the need.
    private const int BlockWidth = (4 * CellWidth) + 1;

    /// <summary>Writes the matrix.</summary>
    /// <param name="answers">The answers.</param>
    /// <returns>Text with LF line ends.</returns>
    public static string Write(PathwayAnswers answers)
    {
        PathwayRequest request = answers.Request;
        Edition edition = request.Edition;
        StringBuilder text = new();
        AnswerWords.Paragraph(text, $"{edition.Title}. Earliest year at a target share of GDP, fastest under stated limits; \"now\": there in {Text(edition.BaseYear)} already (NATO's estimate); \"-\": not by {Text(PathwayRequest.Horizon)}.", Widest);
        text.Append("Run ").Append(answers.RunId).Append(".\n\n");
        int perTable = Math.Max(1, (Widest - NameWidth - 12) / BlockWidth);
        for (int at = 0; at < request.TargetsPct.Count; at += perTable)
        {
            Table(text, answers, [.. request.TargetsPct.Skip(at).Take(perTable)]);
        }

        foreach (double target in request.TargetsPct)
        {
            string counts = string.Join(", ", FastestLimits.All.Select(l => $"{Text(answers.CountBy(target, l, request.By))} ({PathwayWords.Set(l)})"));
            AnswerWords.Paragraph(text, $"At {AnswerWords.Threshold(target)} % by {Text(request.By)}, of {Text(edition.Roster.WithForces.Count)} allies: {counts}.", Widest);
        }

        text.Append('\n');
        foreach (string remark in Remarks(answers))
        {
            AnswerWords.Paragraph(text, "- " + remark, Widest);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Remarks(PathwayAnswers answers)
    {
        Roster roster = answers.Request.Edition.Roster;
        yield return PathwayWords.Reading;
        foreach (FastestLimits limits in FastestLimits.All)
        {
            yield return PathwayWords.Numbers(limits) + ".";
        }

        if (answers.Request.Limits.Count > 0)
        {
            yield return "Where the file of limits sets a limit for a member, it holds in place of that of every set.";
        }

        yield return $"need: taxes and cuts in points of GDP that the target takes in {Text(answers.Request.By)} if the deficit is to stay at 3 % (EU) or at the larger of 3 % and the IMF's projection (others, a yardstick); interest and the escape clause left out.";
        yield return "says: the last point of the member's plan, on NATO's definition; what a member could do and what it says are two things.";
        if (!answers.Atlas.WithoutBalance.IsEmpty)
        {
            yield return $"No fiscal limit is known for {string.Join(", ", answers.Atlas.WithoutBalance.Select(m => roster.Members[m].Name))}: the IMF gives no balance.";
        }

        foreach (string assumption in answers.Atlas.Macro.Assumptions.Where(a => a.Contains("(judgement)", StringComparison.Ordinal)))
        {
            yield return assumption;
        }
    }

    private static void Table(StringBuilder text, PathwayAnswers answers, double[] targets)
    {
        Edition edition = answers.Request.Edition;
        StringBuilder heading = new(new string(' ', NameWidth));
        StringBuilder below = new("".PadRight(NameWidth));
        foreach (double target in targets)
        {
            heading.Append("  ").Append((AnswerWords.Threshold(target) + " % under limits").PadRight(BlockWidth - 2));
            below.Append(' ').Append("prec.".PadLeft(CellWidth)).Append("exc.".PadLeft(CellWidth)).Append("none".PadLeft(CellWidth)).Append("need".PadLeft(CellWidth));
        }

        text.Append(heading.ToString().TrimEnd()).Append('\n').Append(below.Append("  says").ToString().TrimEnd()).Append('\n');
        int saysWidth = Widest - NameWidth - (targets.Length * BlockWidth) - 2;
        foreach (Member member in answers.Members)
        {
            StringBuilder row = new(Cut(member.Name, NameWidth - 1).PadRight(NameWidth));
            if (!member.HasForces)
            {
                text.Append(row.Append("  no armed forces")).Append('\n');
                continue;
            }

            foreach (double target in targets)
            {
                row.Append(' ');
                foreach (FastestLimits limits in FastestLimits.All)
                {
                    row.Append(Year(answers.Atlas.Of(member.Index, target, limits), edition.BaseYear).PadLeft(CellWidth));
                }

                double need = answers.Atlas.NeedPp(member.Index, target, answers.Request.By);
                row.Append((double.IsNaN(need) ? "?" : AnswerWords.Percent(need)[..^2]).PadLeft(CellWidth));
            }

            string says = PathwayWords.Says(edition, member);
            text.Append(row.Append("  ").Append(Cut(says, saysWidth)).ToString().TrimEnd()).Append('\n');
        }

        text.Append('\n');
    }

    private static string Year(Pathway path, int baseYear) =>
        !path.TryEarliestYear(out int year) ? "-" : year == baseYear ? "now" : Text(year);

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + ".";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
