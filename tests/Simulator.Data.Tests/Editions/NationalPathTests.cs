using FsCheck;
using FsCheck.Fluent;
using Simulator.Alliance;
using Simulator.Pathways;

namespace Simulator.Data.Tests.Editions;

/// <summary>The national plans as paths, against shares in 2030 and 2035 that were worked out apart from this program.</summary>
public class NationalPathTests
{
    public static TheoryData<string, double, double, double, double> Table => new()
    {
        { "ALB", 2.15, 2.15, 2.15, 3.50 },
        { "BEL", 2.00, 2.00, 2.50, 3.50 },
        { "BGR", 2.22, 2.22, 2.22, 3.50 },
        { "CAN", 2.13, 2.13, 2.13, 3.50 },
        { "CZE", 2.01, 2.01, 2.01, 2.01 },
        { "DEU", 2.69, 3.50, 3.50, 3.50 },
        { "DNK", 3.49, 3.50, 3.50, 3.50 },
        { "ESP", 2.00, 2.04, 2.10, 2.10 },
        { "EST", 5.10, 5.10, 5.10, 5.10 },
        { "FIN", 2.65, 3.00, 3.00, 3.50 },
        { "FRA", 2.22, 2.50, 3.50, 3.50 },
        { "GBR", 2.56, 2.68, 2.68, 3.50 },
        { "GRC", 3.65, 3.65, 3.65, 3.65 },
        { "HRV", 2.03, 3.00, 3.00, 3.50 },
        { "HUN", 2.09, 2.09, 2.09, 3.50 },
        { "ITA", 2.10, 2.50, 2.50, 3.50 },
        { "LTU", 5.33, 5.33, 5.33, 5.33 },
        { "LUX", 2.03, 2.03, 2.03, 3.50 },
        { "LVA", 4.92, 4.88, 4.88, 4.88 },
        { "MKD", 2.09, 2.09, 2.09, 3.50 },
        { "MNE", 2.17, 2.17, 2.17, 3.50 },
        { "NLD", 2.58, 3.15, 3.50, 3.50 },
        { "NOR", 3.17, 3.17, 3.17, 3.50 },
        { "POL", 4.68, 4.39, 4.39, 4.39 },
        { "PRT", 2.10, 2.10, 2.10, 3.50 },
        { "ROU", 2.43, 2.43, 2.43, 3.50 },
        { "SVK", 2.02, 2.02, 2.02, 3.50 },
        { "SVN", 1.61, 2.20, 2.20, 3.50 },
        { "SWE", 3.22, 3.50, 3.50, 3.50 },
        { "TUR", 2.85, 2.85, 2.85, 3.50 },
        { "USA", 3.17, 3.17, 3.17, 3.50 },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Shares_of_the_plans_are_those_worked_out_by_hand(string iso3, double today, double hold2030, double hold2035, double hague2035)
    {
        Edition edition = Shipped.Nato2026;
        int member = edition.Roster.Member(iso3).Index;
        double baseShare = BaseShare(edition, member);
        IReadOnlyList<(int, double)> hold = NationalPath.Knots(edition.Plans[member], baseShare, edition.BaseYear, thenHague: false);
        IReadOnlyList<(int, double)> hague = NationalPath.Knots(edition.Plans[member], baseShare, edition.BaseYear, thenHague: true);

        // The table rounds to two decimals and starts from the published share, ours from the amounts,
        // which NATO rounds to whole millions.
        double tolerance = 0.005 + (baseShare * 0.5 / edition.Nato.Value(NatoIndicator.UsdConstantM, member, edition.BaseYear));
        Assert.Equal(today, baseShare, tolerance);
        Assert.Equal(hold2030, At(hold, 2030), tolerance);
        Assert.Equal(hold2035, At(hold, 2035), tolerance);
        Assert.Equal(hague2035, At(hague, 2035), tolerance);
    }

    [Fact]
    public void Ten_reach_the_line_under_their_plans_and_twenty_nine_with_the_pledge()
    {
        Edition edition = Shipped.Nato2026;
        int AtLine(bool thenHague) => edition.Roster.WithForces.Count(m =>
            Rounded(At(NationalPath.Knots(edition.Plans[m], BaseShare(edition, m), edition.BaseYear, thenHague), 2035)) >= 3.5);
        Assert.Equal((10, 29), (AtLine(false), AtLine(true)));
        Assert.Equal(["CZE", "ESP"], edition.Plans.Where(p => p.RefusesPledge).Select(p => edition.Roster.Members[p.Member].Iso3));
    }

    [Fact]
    public void A_floor_is_the_higher_of_itself_and_the_corner_before()
    {
        NationalPlan plan = new(0, [new(2027, 2.0, PlanPointKind.AtLeast), new(2028, 2.6, PlanPointKind.Exact), new(2030, 2.4, PlanPointKind.RangeLow), new(2032, 2.2, PlanPointKind.Approx)], false, string.Empty);
        Assert.Equal([(2026, 2.1), (2027, 2.1), (2028, 2.6), (2030, 2.6), (2032, 2.2)], NationalPath.Knots(plan, 2.1, 2026, thenHague: false));
        Assert.Equal((2035, 3.5), NationalPath.Knots(plan, 2.1, 2026, thenHague: true)[^1]);
    }

    [Fact]
    public void Points_up_to_the_base_year_are_passed_over()
    {
        NationalPlan plan = new(0, [new(2026, 9.0, PlanPointKind.Exact), new(2028, 2.6, PlanPointKind.Exact)], false, string.Empty);
        Assert.Equal([(2026, 2.1), (2028, 2.6)], NationalPath.Knots(plan, 2.1, 2026, thenHague: false));
    }

    [Fact]
    public void Who_refuses_is_late_or_is_there_already_gets_no_corner_from_the_pledge()
    {
        NationalPlan refuses = new(0, [new(2030, 2.1, PlanPointKind.Exact)], true, string.Empty);
        NationalPlan late = new(0, [new(2036, 3.0, PlanPointKind.Exact)], false, string.Empty);
        NationalPlan there = new(0, [new(2030, 3.5, PlanPointKind.Exact)], false, string.Empty);
        Assert.All([refuses, late, there], p => Assert.Equal(2, NationalPath.Knots(p, 2.0, 2026, thenHague: true).Count));
    }

    [Fact]
    public void Points_out_of_order_are_a_defect() =>
        Assert.Throws<ArgumentException>(() => NationalPath.Knots(
            new NationalPlan(0, [new(2030, 2, PlanPointKind.Exact), new(2029, 2, PlanPointKind.Exact)], false, string.Empty), 2.0, 2026, thenHague: false));

    [Fact]
    public void A_path_of_floors_never_falls()
    {
        Gen<double> share = Gen.Choose(0, 700).Select(v => v / 100.0);
        Prop.ForAll(share.ToArbitrary(), share.ArrayOf(6).ToArbitrary(), (start, floors) =>
        {
            NationalPlan plan = new(0, [.. floors.Select((f, i) => new PlanPoint(2027 + i, f, PlanPointKind.AtLeast))], false, string.Empty);
            IReadOnlyList<(int Year, double SharePct)> knots = NationalPath.Knots(plan, start, 2026, thenHague: true);
            return knots.Zip(knots.Skip(1)).All(p => p.First.Year < p.Second.Year && p.First.SharePct <= p.Second.SharePct)
                && knots[^1].SharePct >= NationalPath.HagueCorePct;
        }).Check(Config.QuickThrowOnFailure.WithReplay(2026, 11));
    }

    private static double BaseShare(Edition edition, int member) =>
        100 * edition.Nato.Value(NatoIndicator.UsdConstantM, member, edition.BaseYear) / edition.Nato.Value(NatoIndicator.GdpUsdConstantM, member, edition.BaseYear);

    private static double Rounded(double share) => Math.Round(share, 2, MidpointRounding.AwayFromZero);

    private static double At(IReadOnlyList<(int Year, double SharePct)> knots, int year)
    {
        for (int i = 1; i < knots.Count; i++)
        {
            if (year <= knots[i].Year)
            {
                (int from, double low) = knots[i - 1];
                return low + ((knots[i].SharePct - low) * (year - from) / (knots[i].Year - from));
            }
        }

        return knots[^1].SharePct;
    }
}
