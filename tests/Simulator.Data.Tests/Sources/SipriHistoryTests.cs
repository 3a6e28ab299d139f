using Simulator.Alliance;
using Simulator.Data.Sources;
using Simulator.Data.Tests.Editions;
using Simulator.Data.Tests.Projections;

namespace Simulator.Data.Tests.Sources;

public class SipriHistoryTests
{
    private static readonly Member[] Two =
    [
        new(0, "AAA", "Alpha", 1949, "Europe", true),
        new(1, "BBB", "Beta", 1955, "Europe", true),
        new(2, "ISL", "Iceland", 1949, "Europe", false),
    ];

    [Fact]
    public void A_groups_share_weighs_by_GDP_and_counts_from_the_year_of_joining()
    {
        Roster roster = new(Two, []);

        // 20 of 1,000 and 60 of 1,000: together 80 of 2,000. Iceland spends nothing, and no GDP follows from that.
        SipriHistory sipri = new(
            new YearSeries(1954, 1955, 3, [2, 6, 0, 2, 6, 0]),
            new YearSeries(1954, 1955, 3, [20, 60, 0, 20, 60, 0]));
        Assert.Equal(4, sipri.GroupSharePct(roster, roster.All, 1955), 1e-12);
        Assert.Equal(2, sipri.GroupSharePct(roster, roster.All, 1954), 1e-12);
        Assert.True(double.IsNaN(sipri.GroupSharePct(roster, MemberSet.Of(2), 1955)));
        Assert.True(double.IsNaN(sipri.GroupSharePct(roster, roster.All, 1953)));
    }

    [Fact]
    public void Half_of_a_group_is_no_figure_for_it()
    {
        Roster roster = new(Two, []);
        SipriHistory half = new(new YearSeries(1955, 1955, 3, [2, double.NaN, 0]), new YearSeries(1955, 1955, 3, [20, 60, 0]));
        Assert.True(double.IsNaN(half.GroupSharePct(roster, roster.All, 1955)));
        Assert.Equal(2, half.GroupSharePct(roster, MemberSet.Of(0), 1955), 1e-12);
    }

    [Fact]
    public void A_group_of_one_has_the_share_that_SIPRI_prints()
    {
        Roster roster = ShippedWorld.Hold("nato-2026", 2035).Edition.Roster;
        SipriHistory sipri = SipriHistory.Load(Shipped.Folder, roster).Value;
        int usa = roster.Member("USA").Index;
        foreach (int year in new[] { 1949, 1953, 1989, 2025 })
        {
            Assert.Equal(sipri.SharePct.Value(usa, year), sipri.GroupSharePct(roster, MemberSet.Of(usa), year), 1e-9);
        }
    }
}
