namespace Simulator.Data.Tests.DataFiles;

/// <summary>The series of the IMF, the Commission, the UN and SIPRI against each other.</summary>
public class MacroIdentityTests
{
    private static readonly RawTable Macro = RawTable.Read("weo/2026-04-macro.csv");
    private static readonly RawTable Fiscal = RawTable.Read("weo/2026-04-fiscal.csv");

    [Fact]
    public void Nominal_is_real_times_deflator()
    {
        // Three decimals of small early series: 0.04 percent at most.
        AssertAll(Macro, ["NGDP", "NGDP_R", "NGDP_D"], v => Math.Abs((v[0] / (v[1] * v[2] / 100)) - 1) <= 0.0004, 32 * 31);
    }

    [Fact]
    public void The_balance_is_revenue_less_expenditure()
    {
        // Three figures of three decimals: 3 × 0.0005.
        AssertAll(Fiscal, ["GGXCNL_NGDP", "GGR_NGDP", "GGX_NGDP"], v => Math.Abs(v[0] - (v[1] - v[2])) <= 0.0015, 32 * 31);
    }

    [Fact]
    public void Real_growth_follows_from_real_gdp()
    {
        Dictionary<(string Iso3, int Year), string[]> rows = Macro.ByMemberAndYear();
        int compared = 0;
        foreach (((string iso3, int year), string[] row) in rows)
        {
            if (!rows.TryGetValue((iso3, year - 1), out string[]? before) || double.IsNaN(Macro.Number(before, "NGDP_R")))
            {
                continue;
            }

            compared++;

            // Real GDP of the smallest economies has three significant digits in early years: 0.05 points.
            double growth = 100 * ((Macro.Number(row, "NGDP_R") / Macro.Number(before, "NGDP_R")) - 1);
            Assert.True(Math.Abs(growth - Macro.Number(row, "NGDP_RPCH")) <= 0.05, $"{iso3} {year}");
        }

        Assert.True(compared >= 32 * 30);
    }

    [Fact]
    public void Ratios_follow_from_levels()
    {
        Dictionary<(string Iso3, int Year), string[]> macro = Macro.ByMemberAndYear();
        foreach (((string iso3, int year), string[] row) in Fiscal.ByMemberAndYear())
        {
            if (iso3 == "MKD" && year == 1999)
            {
                // The source's own debt ratio is 0.6 points off its level in this year.
                continue;
            }

            double gdp = Macro.Number(macro[(iso3, year)], "NGDP");
            foreach ((string ratio, string level, double tolerance) in new[] { ("GGXCNL_NGDP", "GGXCNL", 0.04), ("GGXWDG_NGDP", "GGXWDG", 0.3) })
            {
                double difference = Fiscal.Number(row, ratio) - (100 * Fiscal.Number(row, level) / gdp);
                Assert.True(double.IsNaN(difference) || Math.Abs(difference) <= tolerance, $"{iso3} {year} {ratio} {difference}");
            }
        }
    }

    [Fact]
    public void One_euro_rate_for_the_euro_members()
    {
        RawTable meta = RawTable.Read("weo/series-meta.csv");
        HashSet<string> euro = [.. meta.Rows.Where(r => meta.Text(r, "currency") == "EUR").Select(r => meta.Text(r, "iso3"))];
        double[] rates = [.. Macro.Rows.Where(r => Macro.Text(r, "year") == "2024" && euro.Contains(Macro.Text(r, "iso3"))).Select(r => Macro.Number(r, "NGDP") / Macro.Number(r, "NGDPD"))];
        Assert.Equal(18, rates.Length);

        // Montenegro's GDP of 8 billion is held to a million: 0.02 percent.
        Assert.All(rates, r => Assert.Equal(0.9242, r, 0.0003));
    }

    [Fact]
    public void The_balance_of_old_outlooks_is_revenue_less_expenditure()
    {
        foreach (string file in Vintages())
        {
            AssertAll(RawTable.Read(file), ["GGXCNL_NGDP", "GGR_NGDP", "GGX_NGDP"], v => Math.Abs(v[0] - (v[1] - v[2])) <= 0.0025, 32 * 8);
        }

        Assert.Equal(10, Vintages().Length);
    }

    [Fact]
    public void Every_series_of_every_outlook_says_which_years_are_actual()
    {
        RawTable flags = RawTable.Read("weo/latest-actual.csv");
        HashSet<(string, string, string)> known = [.. flags.Rows.Select(r => (flags.Text(r, "edition"), flags.Text(r, "iso3"), flags.Text(r, "indicator")))];
        foreach (string file in (string[])[.. Vintages(), "weo/2026-04-macro.csv", "weo/2026-04-fiscal.csv"])
        {
            RawTable table = RawTable.Read(file);
            foreach (string[] row in table.Rows)
            {
                foreach (string code in table.Header[2..].Where(c => table.Text(row, c).Length > 0))
                {
                    Assert.Contains((file[4..11], table.Text(row, "iso3"), code), known);
                }
            }
        }

        Assert.All(flags.Rows.Where(r => flags.Text(r, "last_actual_year").Length > 0), r =>
            Assert.True(flags.Number(r, "last_actual_year") < flags.Number(r, "first_projected_year")));
        Assert.All(flags.Rows.Where(r => flags.Text(r, "edition") == "2026-04"), r => Assert.Equal("2026", flags.Text(r, "first_projected_year")));
    }

    [Fact]
    public void Population_variants_stand_in_their_order()
    {
        string[] columns = ["low_thousand", "l95_thousand", "l80_thousand", "medium_thousand", "u80_thousand", "u95_thousand", "high_thousand"];
        AssertAll(RawTable.Read("population-wpp.csv"), columns, v => v[1] <= v[2] && v[2] <= v[3] && v[3] <= v[4] && v[4] <= v[5] && v[0] <= v[3] && v[3] <= v[6], 32 * 27);
    }

    [Fact]
    public void Sipri_has_every_member_and_zero_for_Iceland()
    {
        RawTable sipri = RawTable.Read("sipri.csv");
        string[][] last = [.. sipri.Rows.Where(r => sipri.Text(r, "year") == "2025")];
        Assert.Equal(32, last.Length);
        Assert.Equal(0, sipri.Number(last.Single(r => sipri.Text(r, "iso3") == "ISL"), "constant_2024_usd_m"));
        Assert.Equal(929162.9, sipri.Number(last.Single(r => sipri.Text(r, "iso3") == "USA"), "constant_2024_usd_m"), 0.1);
        Assert.Equal("1949", sipri.Rows.Min(r => sipri.Text(r, "year")));
    }

    private static string[] Vintages()
    {
        RawTable sources = RawTable.Read("sources.csv");
        return [.. sources.Rows.SelectMany(r => sources.Text(r, "files").Split(' ')).Where(f => f.StartsWith("weo/20", StringComparison.Ordinal) && f.Length == "weo/2021-04.csv".Length).Distinct()];
    }

    private static void AssertAll(RawTable table, string[] columns, Func<double[], bool> holds, int atLeast)
    {
        int compared = 0;
        foreach (string[] row in table.Rows)
        {
            double[] values = [.. columns.Select(c => table.Number(row, c))];
            if (values.Any(double.IsNaN))
            {
                continue;
            }

            compared++;
            Assert.True(holds(values), string.Join(' ', row[..2]) + ": " + string.Join(' ', values));
        }

        Assert.True(compared >= atLeast, $"only {compared} rows compared");
    }
}
