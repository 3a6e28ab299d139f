using System.Globalization;

namespace Simulator.Data.Tests.DataFiles;

/// <summary>The figures of NATO against each other: what one table says must follow from another, to the rounding of both.</summary>
public class NatoIdentityTests
{
    private static readonly Dictionary<string, int> Accession = ReadAccession();

    public static TheoryData<string> Releases => ["nato/nato-2026.csv", "nato/nato-2024.csv"];

    [Theory]
    [MemberData(nameof(Releases))]
    public void The_share_follows_from_spending_and_gdp(string file)
    {
        Release release = new(file);
        List<string> exceptions = [];
        foreach ((string iso3, int year) in release.Keys("share_pct"))
        {
            double share = release[iso3, year, "share_pct"];
            double spending = release[iso3, year, "usd_constant_m"];
            double gdp = release[iso3, year, "gdp_usd_constant_m"];
            double tolerance = release.HalfPercent + (share * release.HalfMoney / spending) + (share * release.HalfMoney / gdp);
            if (Math.Abs(share - (100 * spending / gdp)) > tolerance)
            {
                Assert.Equal(2.0, share);
                exceptions.Add(iso3 + " " + year.ToString(CultureInfo.InvariantCulture));
            }
        }

        // The workbook of 2024 itself prints exactly 2 where its own amounts give 1.986, 1.995 and 1.989.
        string[] expected = file.Contains("2024", StringComparison.Ordinal) ? ["FRA 2020", "LTU 2019", "SVK 2024"] : [];
        Assert.Equal(expected, exceptions);
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void The_real_change_follows_from_constant_spending(string file)
    {
        Release release = new(file);
        int compared = 0;
        foreach ((string iso3, int year) in release.Keys("real_change_pct"))
        {
            double before = release[iso3, year - 1, "usd_constant_m"];
            double now = release[iso3, year, "usd_constant_m"];
            if (double.IsNaN(before))
            {
                continue;
            }

            compared++;
            double tolerance = release.HalfPercent + (100 * release.HalfMoney / before * (1 + (now / before)));
            Assert.True(Math.Abs(release[iso3, year, "real_change_pct"] - (100 * ((now / before) - 1))) <= tolerance, $"{iso3} {year}");
        }

        Assert.True(compared >= 33 * 10);
    }

    [Theory]
    [InlineData("nato/nato-2026.csv")]
    [InlineData("nato/nato-2024.csv")]
    public void Categories_add_up_to_the_whole(string file)
    {
        Release release = new(file);
        (string, int)[] keys = [.. release.Keys("personnel_pct")];
        foreach ((string iso3, int year) in keys)
        {
            double sum = release[iso3, year, "equipment_pct"] + release[iso3, year, "personnel_pct"]
                + release[iso3, year, "infrastructure_pct"] + release[iso3, year, "other_pct"];

            // Four parts, each rounded to two decimals: 4 × 0.005, and a little for what NATO rounds itself.
            Assert.InRange(sum, 100 - 0.025, 100 + 0.025);
        }

        Assert.True(keys.Length >= 31 * 11);
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void Both_tables_per_head_imply_the_same_population(string file)
    {
        Release release = new(file);
        foreach ((string iso3, int year) in release.Keys("per_head_const_usd"))
        {
            double gdp = release[iso3, year, "gdp_usd_constant_m"];
            double gdpHead = release[iso3, year, "gdp_per_head_const_usd_k"];
            double spending = release[iso3, year, "usd_constant_m"];
            double head = release[iso3, year, "per_head_const_usd"];

            // Thousand persons, as an interval from either table; the two must meet.
            Assert.True((gdp - release.HalfMoney) / (gdpHead + release.HalfGdpHead) <= 1000 * (spending + release.HalfMoney) / (head - release.HalfHead), $"{iso3} {year}");
            Assert.True(1000 * (spending - release.HalfMoney) / (head + release.HalfHead) <= (gdp + release.HalfMoney) / (gdpHead - release.HalfGdpHead), $"{iso3} {year}");
        }
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void Members_add_up_to_both_totals_from_the_year_they_joined(string file)
    {
        Release release = new(file);
        foreach (string column in new[] { "usd_current_m", "usd_constant_m", "gdp_usd_current_m", "gdp_usd_constant_m", "personnel_thousand" })
        {
            double half = column == "personnel_thousand" ? release.HalfPersonnel : release.HalfMoney;
            foreach ((string total, int year) in release.Keys(column).Where(k => k.Iso3.StartsWith("NATO", StringComparison.Ordinal)))
            {
                double[] parts =
                [
                    .. Accession.Where(m => m.Value <= year && (total == "NATO_TOTAL" || m.Key != "USA") && (m.Key != "ISL" || release.Has("ISL", year, column)))
                        .Where(m => m.Key != "ISL" || column.StartsWith("gdp", StringComparison.Ordinal))
                        .Select(m => release[m.Key, year, column]),
                ];
                double difference = release[total, year, column] - parts.Sum();
                if (column.StartsWith("gdp", StringComparison.Ordinal) && !release.Has("ISL", year, column))
                {
                    // Iceland, without a row of its own, is what is left: 17 to 44 billion dollars.
                    Assert.InRange(difference, 17_000, 44_000);
                }
                else
                {
                    // Every part and the total may be off by half a digit; in fact the largest difference is six halves.
                    Assert.True(Math.Abs(difference) <= half * (parts.Length + 1) && Math.Abs(difference) <= 6.01 * half, $"{total} {year} {column} {difference}");
                }
            }
        }
    }

    [Theory]
    [InlineData("nato-2026")]
    [InlineData("nato-2024")]
    public void The_years_marked_as_estimates_are_those_that_the_edition_names(string id)
    {
        RawTable editions = RawTable.Read("editions.csv");
        double first = editions.Number(editions.Rows.Single(r => editions.Text(r, "id") == id), "first_estimate_year");
        RawTable table = RawTable.Read($"nato/{id}.csv");
        Assert.All(table.Rows, r => Assert.Equal(table.Number(r, "year") >= first ? "true" : "false", table.Text(r, "estimate")));
    }

    [Fact]
    public void Both_totals_leave_the_same_gdp_for_Iceland()
    {
        Release release = new("nato/nato-2026.csv");
        foreach ((string iso3, int year) in release.Keys("gdp_usd_constant_m").Where(k => k.Iso3 == "NATO_TOTAL"))
        {
            double current = release[iso3, year, "gdp_usd_current_m"] - release["USA", year, "gdp_usd_current_m"] - release["NATO_EUR_CAN", year, "gdp_usd_current_m"];
            double constant = release[iso3, year, "gdp_usd_constant_m"] - release["USA", year, "gdp_usd_constant_m"] - release["NATO_EUR_CAN", year, "gdp_usd_constant_m"];
            Assert.InRange(current, -1.5, 1.5);
            Assert.InRange(constant, -1.5, 1.5);
        }
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void Euro_members_share_one_exchange_rate(string file)
    {
        Release release = new(file);
        HashSet<string> exceptions = [];
        foreach (IGrouping<int, (string Iso3, int Year)> year in release.Keys("ncu_current_m").Where(k => release.Currency(k) == "EUR").GroupBy(k => k.Year))
        {
            (string Iso3, int Year)[] members = [.. year];
            Assert.True(members.Length >= 17);
            double rate = members.Sum(k => release[k.Iso3, k.Year, "ncu_current_m"]) / members.Sum(k => release[k.Iso3, k.Year, "usd_current_m"]);
            foreach ((string iso3, int y) in year)
            {
                double ncu = release[iso3, y, "ncu_current_m"];
                double usd = release[iso3, y, "usd_current_m"];

                // The common rate is a mean that holds the exceptions below too: 0.01 percent.
                if (Math.Abs((ncu / usd) - rate) > rate * ((release.HalfMoney / usd) + (release.HalfMoney / ncu) + 1e-4))
                {
                    exceptions.Add(iso3 + " " + y.ToString(CultureInfo.InvariantCulture));
                }
            }
        }

        // Before 2020 the release of 2024 took Croatia's dollars from the kuna, and its euros at the fixed rate of 2023.
        string[] expected = file.Contains("2024", StringComparison.Ordinal) ? ["HRV 2014", "HRV 2015", "HRV 2016", "HRV 2017", "HRV 2018", "HRV 2019"] : [];
        Assert.Equal(expected, exceptions.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_two_shares_part_only_for_the_Netherlands()
    {
        Release release = new("nato/nato-2026.csv");
        foreach ((string iso3, int year) in release.Keys("share_pct").Where(k => !k.Iso3.StartsWith("NATO", StringComparison.Ordinal)))
        {
            double gap = release[iso3, year, "share_pct"] - (100 * release[iso3, year, "usd_current_m"] / release[iso3, year, "gdp_usd_current_m"]);
            Assert.True(iso3 == "NLD" ? year <= 2021 || gap > 0.06 : Math.Abs(gap) < 0.02, $"{iso3} {year} {gap}");
        }
    }

    [Theory]
    [InlineData("ALB", -26.8)]
    [InlineData("SVN", -22.8)]
    [InlineData("CZE", -6.7)]
    [InlineData("ITA", 4.4)]
    [InlineData("EST", 14.8)]
    public void Revisions_of_2025_are_those_that_the_readme_names(string iso3, double percent)
    {
        double before = new Release("nato/nato-2025-partial.csv")[iso3, 2025, "usd_constant_m"];
        double after = new Release("nato/nato-2026.csv")[iso3, 2025, "usd_constant_m"];
        Assert.Equal(percent, 100 * ((after / before) - 1), 1);
    }

    private static Dictionary<string, int> ReadAccession()
    {
        RawTable members = RawTable.Read("members.csv");
        return members.Rows.ToDictionary(r => members.Text(r, "iso3"), r => int.Parse(members.Text(r, "accession"), CultureInfo.InvariantCulture));
    }

    private sealed class Release(string file)
    {
        /// <summary>The release of 2026 prints whole millions and two decimals; the workbook of 2024 holds four decimals throughout.</summary>
        private readonly bool _fourDecimals = file.Contains("2024", StringComparison.Ordinal);
        private readonly RawTable _table = RawTable.Read(file);
        private readonly Dictionary<(string Iso3, int Year), string[]> _rows = RawTable.Read(file).ByMemberAndYear();

        /// <summary>Half of the last digit printed: percentages, money in millions, GDP per head in thousands, spending per head, thousand persons.</summary>
        public double HalfPercent => _fourDecimals ? 0.00005 : 0.005;

        public double HalfMoney => _fourDecimals ? 0.00005 : 0.5;

        public double HalfGdpHead => _fourDecimals ? 0.00005 : 0.05;

        public double HalfHead => _fourDecimals ? 0.00005 : 0.5;

        public double HalfPersonnel => _fourDecimals ? 0.00005 : 0.05;

        public double this[string iso3, int year, string column] =>
            _rows.TryGetValue((iso3, year), out string[]? row) ? _table.Number(row, column) : double.NaN;

        public bool Has(string iso3, int year, string column) => !double.IsNaN(this[iso3, year, column]);

        public string Currency((string Iso3, int Year) key) => _table.Text(_rows[key], "currency");

        public IEnumerable<(string Iso3, int Year)> Keys(string column) => _rows.Keys.Where(k => Has(k.Iso3, k.Year, column));
    }
}
