using Simulator.Alliance;
using Simulator.Data.Scenarios;

namespace Simulator.Data.Tests.Scenarios;

/// <summary>A small edition made up for these tests: 32 members with round figures, so that the reader is tested apart from the data.</summary>
internal static class TestEdition
{
    private const string Codes = "ALB BEL BGR CAN CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN ISL ITA LTU LUX LVA MKD MNE NLD NOR POL PRT ROU SVK SVN SWE TUR USA";

    private static readonly string[] Names =
    [
        "Albania", "Belgium", "Bulgaria", "Canada", "Czechia", "Germany", "Denmark", "Spain", "Estonia", "Finland", "France", "United Kingdom",
        "Greece", "Croatia", "Hungary", "Iceland", "Italy", "Lithuania", "Luxembourg", "Latvia", "North Macedonia", "Montenegro", "Netherlands",
        "Norway", "Poland", "Portugal", "Romania", "Slovakia", "Slovenia", "Sweden", "Türkiye", "United States",
    ];

    public static Edition Latest { get; } = Make("nato-2026", 2026, true);

    public static Edition Older { get; } = Make("nato-2024", 2024, false);

    public static ScenarioFile Shipped { get; } = ScenarioReader.Read("main.csv", System.Text.Encoding.UTF8.GetBytes(
        "scenario,members,what,value,from,to\nannounced,,title,National plans,,\nannounced,,plan,then-hold,,\nhague-core,,at_least_pct,3.5,,2035\n"));

    private static Edition Make(string id, int baseYear, bool plans)
    {
        string[] codes = Codes.Split(' ');
        List<Member> members = [];
        for (int i = 0; i < codes.Length; i++)
        {
            members.Add(new Member(i, codes[i], Names[i], 1949, codes[i] is "USA" or "CAN" ? "North America" : "Europe", codes[i] != "ISL"));
        }

        MemberSet Set(string list) => new(list.Split(' ').Aggregate(0UL, (bits, c) => bits | (1UL << Array.IndexOf(codes, c))));
        MemberSet all = Set(Codes);
        Group[] groups =
        [
            new("ALL", "All members", all, ""),
            new("EUROPE", "Europe", all.Except(Set("USA CAN")), ""),
            new("NATO_EUR_CAN", "Europe and Canada", all.Except(Set("USA")), ""),
            new("BALTIC", "Baltic", Set("EST LVA LTU"), ""),
            new("NORDIC", "Nordic", Set("DNK FIN ISL NOR SWE"), ""),
            new("B9", "Bucharest Nine", Set("BGR CZE EST HUN LTU LVA POL ROU SVK"), ""),
        ];
        Roster roster = new(members, groups);
        int years = 3;
        int units = members.Count + 2;
        double[] nato = new double[NatoTables.IndicatorCount * years * units];
        Array.Fill(nato, double.NaN);
        foreach (Member member in members.Where(m => m.HasForces))
        {
            double share = member.Iso3 switch { "POL" => 4.68, "FRA" => 2.22, "DEU" => 2.69, "USA" => 3.17, "CZE" => 2.01, _ => 2.1 };
            double amount = member.Iso3 == "DEU" ? 124_700 : 50_000;
            Put(NatoIndicator.UsdConstantM, member.Index, share * 10_000);
            Put(NatoIndicator.GdpUsdConstantM, member.Index, 1_000_000);
            Put(NatoIndicator.NcuCurrentM, member.Index, amount);
        }

        return new Edition
        {
            Id = id,
            Title = id,
            Measure = "core defence expenditure",
            CutOff = "2026-06-01",
            SourceLine = "made up",
            FirstEstimateYear = baseYear - 1,
            PriceYear = 2021,
            Roster = roster,
            Currency = [.. codes.Select(c => c == "POL" ? "PLN" : "EUR")],
            Nato = new NatoTables(baseYear - years + 1, baseYear, members.Count, nato),
            Weo = new WeoSeries("made up", baseYear, baseYear - 1, members.Count, []),
            PotentialGrowthPct = YearSeries.Empty(members.Count),
            PopulationGrowthPct = YearSeries.Empty(members.Count),
            Plans = [.. members.Select(m => new NationalPlan(m.Index, m.Iso3 == "FRA" ? [new PlanPoint(2030, 2.5, PlanPointKind.AtLeast)] : [], m.Iso3 is "CZE" or "ESP", ""))],
            HasPlans = plans,
            Remarks = [],
        };

        void Put(NatoIndicator indicator, int member, double value) =>
            nato[((((int)indicator * years) + years - 1) * units) + member] = value;
    }
}
