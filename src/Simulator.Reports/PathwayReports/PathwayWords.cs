using System.Globalization;
using Simulator.Alliance;
using Simulator.Feasibility;
using Simulator.Pathways;
using Simulator.Reports.Answers;

namespace Simulator.Reports.PathwayReports;

/// <summary>How fastest paths are put into words: "fastest under stated limits", never "feasible".</summary>
public static class PathwayWords
{
    /// <summary>What is said wherever fastest paths are shown.</summary>
    public const string Reading = "Fastest under stated limits, not a forecast and not what anyone plans: the limits are percentiles of what allies have done, and which percentile is a judgement (natosim limits recomputes them).";

    /// <summary>A limit, as it stands in the column "binding".</summary>
    /// <param name="bound">The limit.</param>
    public static string Bound(FastestBound bound) => bound switch
    {
        FastestBound.Target => "target",
        FastestBound.Fiscal => "fiscal",
        FastestBound.Step => "step",
        FastestBound.Absorption => "absorption",
        FastestBound.SustainedStep => "sustained step",
        FastestBound.SustainedGrowth => "sustained growth",
        _ => "another rule",
    };

    /// <summary>What holds a path until it arrives, such as "fiscal 2027-2031; sustained step 2032"; empty when it is there already.</summary>
    /// <param name="path">The path.</param>
    public static string Stops(Pathway path) => string.Join("; ", path.Binding().Select(r =>
        $"{Bound(r.Bound)} {(r.From == r.To ? Text(r.From) : $"{Text(r.From)}-{Text(r.To)}")}"));

    /// <summary>The name of a set of limits, for people.</summary>
    /// <param name="limits">The set.</param>
    public static string Set(FastestLimits limits) => limits.IsFiscal ? limits.Name : "no fiscal limit";

    /// <summary>The numbers of a set in one line.</summary>
    /// <param name="limits">The set.</param>
    public static string Numbers(FastestLimits limits) =>
        $"{Set(limits)}: {AnswerWords.Points(limits.MaxStepPp)} points and {Text(limits.MaxGrowthPct)} % real growth in a year, {AnswerWords.Points(limits.Step5Pp)} and {Text(limits.Growth5Pct)} % a year over five years"
        + (limits.IsFiscal ? $", taxes and cuts of {Text(limits.OffsetsPpPerYear)} points of GDP a year up to {Text(limits.OffsetsMaxPp)}" : ", whatever the budget says");

    /// <summary>What a member says, in few words: its last planned point on NATO's definition.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="member">The member.</param>
    public static string Says(Edition edition, Member member)
    {
        NationalPlan? plan = edition.Plans.FirstOrDefault(p => p.Member == member.Index);
        if (!edition.HasPlans || plan is null || !member.HasForces)
        {
            return "";
        }

        if (plan.Points.Count == 0)
        {
            return plan.RefusesPledge ? "refuses 3.5" : "the pledge, no path";
        }

        PlanPoint last = plan.Points[^1];
        string kind = last.Kind is PlanPointKind.AtLeast or PlanPointKind.RangeLow ? "min " : last.Kind == PlanPointKind.Approx ? "about " : "";
        return plan.RefusesPledge
            ? $"{AnswerWords.Threshold(last.SharePct)}, refuses 3.5"
            : $"{kind}{AnswerWords.Threshold(last.SharePct)} in {Text(last.Year)}";
    }

    /// <summary>A number with at most two decimals, in every culture the same.</summary>
    /// <param name="number">The number.</param>
    public static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
