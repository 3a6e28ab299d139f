using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Editions;
using Simulator.Data.Tests.DataFiles;

namespace Simulator.Data.Tests.Editions;

public class EditionStoreTests
{
    private static readonly string[] NatoColumns =
    [
        "share_pct", "real_change_pct", "ncu_current_m", "ncu_constant_m", "usd_current_m", "usd_constant_m", "gdp_usd_current_m", "gdp_usd_constant_m",
        "gdp_per_head_const_usd_k", "per_head_const_usd", "personnel_thousand", "equipment_pct", "personnel_pct", "infrastructure_pct", "other_pct",
    ];

    private static readonly string[] WeoCodes =
    [
        "NGDP_RPCH", "NGDP", "NGDPD", "NGDP_D", "PCPIPCH", "LP", "GGXWDG_NGDP", "GGXCNL_NGDP", "GGXONLB_NGDP", "GGR_NGDP", "GGX_NGDP", "GGSB_NPGDP",
    ];

    [Fact]
    public void The_editions_are_listed_with_one_default()
    {
        IReadOnlyList<EditionEntry> entries = EditionStore.List(Shipped.Folder).Value;
        Assert.Equal(["nato-2024", "nato-2026"], entries.Select(e => e.Id));
        Assert.Equal("nato-2026", Assert.Single(entries, e => e.IsDefault).Id);
        Assert.Equal("nato-2026", EditionStore.LoadDefault(Shipped.Folder).Value.Id);
    }

    [Theory]
    [InlineData("nato-2026", 2014, 2026, 2025, 2021, 1995, 2031)]
    [InlineData("nato-2024", 2014, 2024, 2023, 2015, 2018, 2029)]
    public void An_edition_spans_its_years(string id, int first, int last, int estimates, int prices, int weoFirst, int weoLast)
    {
        Edition edition = Shipped.Edition(id);
        Assert.Equal(
            (first, last, estimates, prices, weoFirst, weoLast),
            (edition.FirstYear, edition.BaseYear, edition.FirstEstimateYear, edition.PriceYear, edition.Weo.FirstYear, edition.Weo.LastYear));
        Assert.Equal(32, edition.Roster.Count);
        Assert.Equal(31, edition.Roster.WithForces.Count);
        Assert.NotEmpty(edition.Remarks);
    }

    [Fact]
    public void Interest_rates_plans_inside_the_IMF_path_and_the_escape_clause_come_from_their_files()
    {
        Edition edition = Shipped.Nato2026;
        int belgium = edition.Roster.Member("BEL").Index;
        Assert.Equal(3.169, edition.LongTermYieldPct.Value(belgium, 2025));
        Assert.Equal(2.4435, edition.ImplicitInterestRatePct.Value(belgium, 2026));
        Assert.False(edition.LongTermYieldPct.Has(edition.Roster.Member("CAN").Index, 2025));
        Assert.Equal(9, edition.WeoContent.Count);
        Assert.Equal(
            new WeoContentPoint(edition.Roster.Member("NLD").Index, 2035, 3.5, "coalition agreement, 30 January 2026"),
            edition.WeoContent[^2]);
        Assert.Equal(16, edition.EscapeClauseUsers.Count);
        Assert.True(edition.EscapeClauseUsers.Contains(edition.Roster.Member("POL").Index));
        Assert.False(edition.EscapeClauseUsers.Contains(edition.Roster.Member("FRA").Index));
        Assert.Empty(edition.EscapeClauseUsers.Except(edition.Roster.Group("EU").Members));
    }

    [Fact]
    public void An_edition_older_than_a_source_has_none_of_it()
    {
        Edition edition = Shipped.Nato2024;
        Assert.Empty(edition.WeoContent);
        Assert.True(edition.EscapeClauseUsers.IsEmpty);
        Assert.False(edition.LongTermYieldPct.Has(1, 2025));
        Assert.False(edition.ImplicitInterestRatePct.Has(1, 2026));
    }

    [Fact]
    public void The_escape_clause_allows_what_lies_above_the_share_of_2021()
    {
        Edition edition = Shipped.Nato2026;
        int poland = edition.Roster.Member("POL").Index;
        double of2021 = edition.Nato.Value(NatoIndicator.SharePct, poland, 2021);
        Assert.Equal(1.5, EscapeClause.AllowancePct(edition, poland, 2028, of2021 + 2));
        Assert.Equal(0.25, EscapeClause.AllowancePct(edition, poland, 2025, of2021 + 0.25), 1e-12);
        Assert.Equal(0, EscapeClause.AllowancePct(edition, poland, 2025, of2021 - 0.25));
        Assert.Equal(0, EscapeClause.AllowancePct(edition, poland, 2029, of2021 + 2));
        Assert.Equal(0, EscapeClause.AllowancePct(edition, poland, 2024, of2021 + 2));
        Assert.Equal(0, EscapeClause.AllowancePct(edition, edition.Roster.Member("FRA").Index, 2028, 5));
    }

    [Theory]
    [InlineData("nato-2026", "nato/nato-2026.csv")]
    [InlineData("nato-2024", "nato/nato-2024.csv")]
    public void Every_cell_of_NATO_is_the_one_of_the_file_and_blanks_are_not_there(string id, string file)
    {
        Edition edition = Shipped.Edition(id);
        NatoTables tables = edition.Nato;
        RawTable raw = RawTable.Read(file);
        Dictionary<(string, int), string[]> rows = raw.ByMemberAndYear();
        Assert.Equal(NatoTables.IndicatorCount, NatoColumns.Length);
        int blanks = 0;
        for (int unit = 0; unit <= tables.NatoEurCan; unit++)
        {
            string code = unit == tables.NatoTotal ? "NATO_TOTAL" : unit == tables.NatoEurCan ? "NATO_EUR_CAN" : edition.Roster.Members[unit].Iso3;
            for (int year = edition.FirstYear; year <= edition.BaseYear; year++)
            {
                foreach (NatoIndicator indicator in Enum.GetValues<NatoIndicator>())
                {
                    double written = rows.TryGetValue((code, year), out string[]? row) ? raw.Number(row, NatoColumns[(int)indicator]) : double.NaN;
                    if (code == "ISL" && id == "nato-2026" && indicator is NatoIndicator.GdpUsdConstantM or NatoIndicator.GdpUsdCurrentM && double.IsNaN(written))
                    {
                        continue;
                    }

                    blanks += double.IsNaN(written) ? 1 : 0;
                    Assert.Equal(written, tables.Value(indicator, unit, year));
                    Assert.Equal(!double.IsNaN(written), tables.Has(indicator, unit, year));
                }
            }
        }

        Assert.True(blanks > 0);
        Assert.False(tables.Has(NatoIndicator.SharePct, 0, edition.FirstYear - 1));
        Assert.False(tables.Has(NatoIndicator.SharePct, 0, edition.BaseYear + 1));
    }

    [Theory]
    [InlineData("nato-2026", "weo/2026-04-macro.csv", "weo/2026-04-fiscal.csv")]
    [InlineData("nato-2024", "weo/2024-04.csv", "weo/2024-04.csv")]
    public void Every_cell_of_the_outlook_is_the_one_of_the_files(string id, params string[] files)
    {
        Edition edition = Shipped.Edition(id);
        RawTable[] raw = [.. files.Distinct().Select(RawTable.Read)];
        Dictionary<(string, int), string[]>[] rows = [.. raw.Select(r => r.ByMemberAndYear())];
        foreach (WeoIndicator indicator in Enum.GetValues<WeoIndicator>())
        {
            string code = WeoCodes[(int)indicator];
            int file = Array.FindIndex(raw, r => r.Header.Contains(code));
            foreach (Member member in edition.Roster.Members)
            {
                for (int year = edition.Weo.FirstYear; year <= edition.Weo.LastYear; year++)
                {
                    double written = file >= 0 && rows[file].TryGetValue((member.Iso3, year), out string[]? row) ? raw[file].Number(row, code) : double.NaN;
                    Assert.Equal(written, edition.Weo.Value(indicator, member.Index, year));
                }
            }
        }
    }

    [Fact]
    public void Icelands_gdp_is_what_the_published_total_leaves()
    {
        Edition edition = Shipped.Nato2026;
        int iceland = edition.Roster.Member("ISL").Index;
        for (int year = edition.FirstYear; year <= edition.BaseYear; year++)
        {
            Assert.True(edition.Nato.Has(NatoIndicator.GdpUsdConstantM, iceland, year));
            Assert.True(edition.Nato.Has(NatoIndicator.GdpUsdCurrentM, iceland, year));
            Assert.False(edition.Nato.Has(NatoIndicator.UsdConstantM, iceland, year));
        }

        // 2026: published total 51,847,884 less the sum of the 31 members.
        Assert.Equal(30467, edition.Nato.Value(NatoIndicator.GdpUsdConstantM, iceland, 2026));
        Assert.Equal(23420.4224, Shipped.Nato2024.Nato.Value(NatoIndicator.GdpUsdConstantM, iceland, 2024));
    }

    [Fact]
    public void Currencies_are_those_of_the_release()
    {
        int bulgaria = Shipped.Nato2026.Roster.Member("BGR").Index;
        int iceland = Shipped.Nato2026.Roster.Member("ISL").Index;
        Assert.Equal(("EUR", "BGN"), (Shipped.Nato2026.Currency[bulgaria], Shipped.Nato2024.Currency[bulgaria]));
        Assert.Equal("ISK", Shipped.Nato2026.Currency[iceland]);
        Assert.All(Shipped.Nato2024.Currency.Concat(Shipped.Nato2026.Currency), c => Assert.Equal(3, c.Length));
    }

    [Fact]
    public void What_an_edition_could_not_know_is_not_there()
    {
        Edition edition = Shipped.Nato2024;
        Assert.False(edition.HasPlans);
        Assert.All(edition.Plans, p => Assert.Empty(p.Points));
        Assert.False(edition.PotentialGrowthPct.Has(edition.Roster.Member("DEU").Index, 2035));
        Assert.False(edition.Weo.Has(WeoIndicator.NominalGdpNcuBn, 0, 2024));
        Assert.True(Shipped.Nato2026.PotentialGrowthPct.Has(edition.Roster.Member("DEU").Index, 2035));
        Assert.False(Shipped.Nato2026.PotentialGrowthPct.Has(edition.Roster.Member("TUR").Index, 2035));
    }

    [Fact]
    public void Population_growth_is_that_of_the_medium_variant()
    {
        YearSeries growth = Shipped.Nato2026.PopulationGrowthPct;
        int albania = Shipped.Nato2026.Roster.Member("ALB").Index;
        Assert.Equal((2025, 2050), (growth.FirstYear, growth.LastYear));
        Assert.Equal(100 * ((2761.147 / 2781.868) - 1), growth.Value(albania, 2025));
    }

    [Theory]
    [InlineData("DEU", "3.5 % in 2029 (plan, 2026-07-06)")]
    [InlineData("ITA", "about 2.30 % in 2027 (plan, 2025-10); about 2.50 % in 2028 (plan, 2025-10)")]
    [InlineData("NLD", "2.8 % in 2030 (3.15 on NATO's definition; plan, 2026-01-30); 3.5 % in 2035 (plan, 2026-01-30)")]
    [InlineData("ESP", "refuses 3.5 %: 2.1 % in 2035 (refusal, 2025-10-23)")]
    [InlineData("NOR", "the Hague pledge; no dated path: 3.5 % without a year (announcement, 2025-06-20)")]
    [InlineData("USA", "only the Hague pledge (no national path found)")]
    [InlineData("ISL", "no armed forces; related leg: about 1.5 % in 2035 (announcement, 2025-06)")]
    public void The_stated_position_is_one_line_in_words(string iso3, string position) =>
        Assert.Equal(position, Shipped.Nato2026.Plans[Shipped.Nato2026.Roster.Member(iso3).Index].StatedPosition);

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void The_same_edition_under_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("3,5", 3.5.ToString(CultureInfo.CurrentCulture));
            Edition edition = EditionStore.Load(Shipped.Folder, "nato-2026").Value;
            for (int unit = 0; unit <= edition.Nato.NatoEurCan; unit++)
            {
                Assert.Equal(Shipped.Nato2026.Nato.Value(NatoIndicator.SharePct, unit, 2026), edition.Nato.Value(NatoIndicator.SharePct, unit, 2026));
            }

            Assert.Equal(Shipped.Nato2026.Plans.Select(p => p.StatedPosition), edition.Plans.Select(p => p.StatedPosition));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
