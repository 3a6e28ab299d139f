using System.Globalization;
using Simulator.Feasibility;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.PathwayReports;

namespace Simulator.Reports.Claims;

/// <content>Claims that fastest paths answer.</content>
public static partial class ClaimAnswers
{
    private static string FiveWithinADecade(ClaimEvidence e)
    {
        Pathway[] paths = [.. Fastest(e, FastestLimits.Precedented)];
        Pathway[] inTime = [.. paths.Where(p => Arrival(p) > p.BaseYear && Arrival(p) <= Year).OrderBy(Arrival)];
        Pathway[] later = [.. paths.Where(p => Arrival(p) is > Year and < int.MaxValue)];
        Pathway[] never = [.. paths.Where(p => Arrival(p) == int.MaxValue)];
        Pathway[] exceptional = [.. Fastest(e, FastestLimits.Exceptional).Where(p => Arrival(p) > Year)];
        return $"{List(paths.Where(p => Arrival(p) == p.BaseYear).Select(p => e.Name(p.Member)))} stand at 5 % core in {Number(e.Edition.BaseYear)}; fastest under precedented limits {List(inTime.GroupBy(Arrival).Select(g => $"{string.Join(", ", g.Select(p => e.Name(p.Member)))} ({Number(g.Key)})"))} get there by {Number(Year)}, "
            + $"{Number(paths.Count(p => Arrival(p) <= Year))} of {Number(paths.Length)}; {List(later.Select(p => e.Name(p.Member)))} arrive by {Number(later.Select(Arrival).DefaultIfEmpty(Year).Max())}, held by the pace of armed forces, and {List(never.Where(StopsAtTheBudget).Select(p => e.Name(p.Member)))} not by {Number(PathwayRequest.Horizon)}, stopped by the deficit limit; "
            + $"under exceptional limits all but {List(exceptional.Select(p => e.Name(p.Member)))} are there by {Number(Year)}.";
    }

    private static string FastestFive(ClaimEvidence e)
    {
        Projection p = e.Of("fastest-five");
        Unit others = e.Group("NATO_EUR_CAN");
        Pathway usa = e.FastestToFive.Of(e.Member("USA").MemberIndex, 5, FastestLimits.Precedented);
        IEnumerable<string> held = usa.Binding().Select(r => $"{PathwayWords.Bound(r.Bound)} {Number(r.From)}-{Number(r.To)}");
        return $"Fastest under precedented limits Europe and Canada go from {Pct(p.SharePct(others, p.BaseYear))} of GDP in {Number(p.BaseYear)} to {Pct(p.SharePct(others, 2030))} in 2030 and {Pct(p.SharePct(others, Year))} in {Number(Year)}, EUR {Bn(p.ExtraOverHoldBn(others, Year, Eur))} bn more in {Number(Year)} than today's shares ({Number(e.Edition.BaseYear)} prices); "
            + $"the US would be at 5 % in {Number(Arrival(usa))} (held by {List(held)}), USD {Bn(p.ExtraOverHoldBn(e.Member("USA"), Year, Usd))} bn more in {Number(Year)}; "
            + $"{Number(p.MembersAt(e.Group("NATO"), Year, 5))} of {Number(e.Edition.Roster.WithForces.Count)} allies are at 5 % then.";
    }

    private static IEnumerable<Pathway> Fastest(ClaimEvidence e, FastestLimits limits) =>
        e.Edition.Roster.WithForces.Select(m => e.FastestToFive.Of(m, 5, limits));

    private static int Arrival(Pathway path) => path.TryEarliestYear(out int year) ? year : int.MaxValue;

    private static bool StopsAtTheBudget(Pathway path) => path.Binding()[^1].Bound == FastestBound.Fiscal;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
