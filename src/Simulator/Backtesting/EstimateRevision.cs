using Simulator.Alliance;

namespace Simulator.Backtesting;

/// <summary>A share that one edition published, and what a later edition made of it.</summary>
/// <param name="Member">Roster index.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="WasEstimate">Whether the earlier edition marked it as an estimate.</param>
/// <param name="SaidPct">Share in the earlier edition, percent of real GDP.</param>
/// <param name="CamePct">Share in the later edition, percent of real GDP.</param>
public sealed record EstimateRevision(int Member, int Year, bool WasEstimate, double SaidPct, double CamePct)
{
    /// <summary>Revision, points: below zero where the later edition lowered the share.</summary>
    public double RevisionPp => CamePct - SaidPct;

    /// <summary>Revision as a part of what was said, percent.</summary>
    public double RevisionPct => 100 * RevisionPp / SaidPct;

    /// <summary>Every share that both editions publish; members whose GDP got a new base in between are left out from that year on.</summary>
    /// <param name="before">The earlier edition.</param>
    /// <param name="now">The later edition, on the same roster.</param>
    /// <returns>By year and member.</returns>
    public static IReadOnlyList<EstimateRevision> Between(ShareHistory before, ShareHistory now)
    {
        List<EstimateRevision> revisions = [];
        for (int year = Math.Max(before.FirstYear, now.FirstYear); year <= before.LastYear; year++)
        {
            foreach (Member member in now.Roster.Members)
            {
                (double said, double came) = (before.SharePct(member.Index, year), now.SharePct(member.Index, year));
                if (said > 0 && came > 0 && !now.IsBroken(member.Index, now.FirstYear, year))
                {
                    revisions.Add(new(member.Index, year, year >= before.FirstEstimateYear, said, came));
                }
            }
        }

        return revisions;
    }
}
