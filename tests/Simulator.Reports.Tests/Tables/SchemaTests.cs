using System.Globalization;
using System.Text.Json;
using Simulator.Reports.Runs;
using Simulator.Reports.Tables;

namespace Simulator.Reports.Tests.Tables;

/// <summary>The tables have the columns of the file format, and the data package describes what is really in the files.</summary>
public sealed class SchemaTests
{
    [Theory]
    [InlineData("answers", "scenario, iso3, name, year, share_pct, line_pct, short_pp, spending_bn, extra_over_hold_bn, cumulative_extra_bn, short_of_line_bn, currency, prices, per_head, required_real_growth_pct, nearest_episode, effort, first_year_2, first_year_3, first_year_3_5, first_year_5, extra_debt_pp, stated_position")]
    [InlineData("projections", "scenario, iso3, name, leg, year, status, share_pct, share_current_pct, line_pct, short_pp, real_growth_pct, spending_const_usd_m, price_year, spending_usd_m, spending_ncu_m, currency, equipment_pct, gdp_const_usd_m")]
    [InlineData("money", "scenario, unit, year, status, currency, prices, spending_bn, change_on_year_bn, rise_since_base_bn, extra_over_hold_bn, cumulative_extra_bn, short_of_line_bn, per_head, pct_of_government_spending, pct_of_revenue")]
    [InlineData("groups", "scenario, group, year, status, share_pct, spending_const_usd_m, spending_usd_m, real_growth_pct, real_growth_same_members_pct, us_part_pct, short_of_line_const_usd_m, members_counted, members_at_2, members_at_3_5, members_at_5")]
    [InlineData("fiscal", "scenario, iso3, year, borrowed_pct, reference, extra_spending_ncu_bn, gdp_effect_pct, extra_debt_ncu_bn, extra_debt_pp, debt_pct, imf_debt_pct, balance_pct, imf_balance_pct, interest_pct, offsets_pct, tax_per_head_ncu, cut_pct_of_other_spending, flags, financing")]
    [InlineData("history", "unit, year, source, share_pct, us_part_pct, personnel_thousand, equipment_pct, members_counted")]
    [InlineData("iamc", "model, scenario, region, variable, unit, 2024, 2025, 2026, 2027, 2028")]
    public void The_columns_are_those_of_the_format(string table, string columns)
    {
        ITable found = RunReport.Tables(TinyRun.Results(Short, TinyRun.Core)).Single(t => t.Schema.Name == table);
        Assert.Equal(columns.Split(", "), found.Schema.Columns.Select(c => c.Name));
    }

    [Fact]
    public void The_package_describes_every_table_as_it_is()
    {
        using ScratchFolder disk = new();
        SortedDictionary<string, byte[]> files = TinyRun.Files(disk["out"]);
        using JsonDocument package = JsonDocument.Parse(files["datapackage.json"]);
        JsonElement[] resources = [.. package.RootElement.GetProperty("resources").EnumerateArray()];
        Assert.Equal(files.Keys.Where(f => f.EndsWith(".csv", StringComparison.Ordinal) && !f.Contains('/', StringComparison.Ordinal)), resources.Select(r => r.GetProperty("path").GetString()!).Order(StringComparer.Ordinal));
        foreach (JsonElement resource in resources)
        {
            byte[] bytes = files[resource.GetProperty("path").GetString()!];
            Assert.Equal(bytes.Length, resource.GetProperty("bytes").GetInt64());
            Assert.Equal("sha256:" + RunInput.Of("x", bytes).Sha256, resource.GetProperty("hash").GetString());
            JsonElement schema = resource.GetProperty("schema");
            JsonElement[] fields = [.. schema.GetProperty("fields").EnumerateArray()];
            List<string[]> rows = CsvText.Read(bytes);
            Assert.Equal(fields.Select(f => f.GetProperty("name").GetString()), rows[0]);
            Assert.All(fields, f => Assert.NotEmpty(f.GetProperty("description").GetString()!));
            Assert.All(fields, f => Assert.Equal(f.GetProperty("type").GetString() is "number" or "integer", f.TryGetProperty("unit", out _)));
            Assert.All(rows, r => Assert.Equal(fields.Length, r.Length));
            int[] key = [.. schema.GetProperty("primaryKey").EnumerateArray().Select(k => Array.IndexOf(rows[0], k.GetString()))];
            Assert.All(rows.Skip(1), r => Assert.All(key, k => Assert.NotEmpty(r[k])));
            Assert.Equal(rows.Count - 1, rows.Skip(1).Select(r => string.Join('|', key.Select(k => r[k]))).Distinct().Count());
            foreach (string[] row in rows.Skip(1))
            {
                for (int c = 0; c < fields.Length; c++)
                {
                    Assert.True(row[c].Length == 0 || IsA(fields[c].GetProperty("type").GetString()!, row[c]), $"{rows[0][c]}: {row[c]}");
                }
            }
        }
    }

    [Fact]
    public void No_column_is_left_for_a_later_version() =>
        Assert.All(
            RunReport.Tables(TinyRun.Results(Short, TinyRun.Core)).SelectMany(t => t.Schema.Columns.Select(c => c.Description).Append(t.Schema.Description)),
            text => Assert.DoesNotContain("not computed", text, StringComparison.OrdinalIgnoreCase));

    internal static RunOptions Short { get; } = new() { Years = [2028], To = 2028 };

    private static bool IsA(string type, string cell) => type switch
    {
        "integer" => int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "year" => cell.Length == 4 && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        "number" => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number),
        _ => true,
    };
}
