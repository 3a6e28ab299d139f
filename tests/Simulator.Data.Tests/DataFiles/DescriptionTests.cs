using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Simulator.Data.Tests.DataFiles;

/// <summary>Every file against its own description in datapackage.json.</summary>
public class DescriptionTests
{
    private const long LargestFile = 1_000_000;
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "data");
    private static readonly JsonElement Package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "datapackage.json"))).RootElement;

    public static TheoryData<string> Paths => [.. Resources().Select(r => r.GetProperty("path").GetString()!)];

    [Fact]
    public void Every_file_is_described_and_every_description_has_its_file()
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
                .Where(f => f is not ("datapackage.json" or "README.md") && !f.StartsWith("scenarios/", StringComparison.Ordinal) && !f.StartsWith("sweeps/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(files, Resources().Select(r => r.GetProperty("path").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(files.Length, Resources().Select(r => r.GetProperty("name").GetString()).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Hash_and_size_are_those_of_the_file(string path)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(Root, path));
        JsonElement resource = Resource(path);
        Assert.True(bytes.LongLength < LargestFile, $"{path} has {bytes.Length} bytes");
        Assert.Equal(resource.GetProperty("bytes").GetInt64(), bytes.LongLength);
        Assert.Equal(resource.GetProperty("hash").GetString(), "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.NotEqual(0xEF, bytes[0]);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Fields_are_described_with_type_and_unit(string path)
    {
        JsonElement[] fields = Fields(path);
        Assert.Equal(RawTable.Read(path).Header, fields.Select(f => f.GetProperty("name").GetString()!));
        foreach (JsonElement field in fields)
        {
            Assert.NotEmpty(field.GetProperty("description").GetString()!);
            Assert.True(
                field.GetProperty("type").GetString() != "number" || field.TryGetProperty("unit", out JsonElement unit) && unit.GetString()!.Length > 0,
                $"{path}: {field.GetProperty("name")} is a number without a unit");
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Cells_keep_to_their_type_and_constraints(string path)
    {
        RawTable table = RawTable.Read(path);
        JsonElement[] fields = Fields(path);
        List<string> faults = [];
        for (int c = 0; c < fields.Length; c++)
        {
            Func<string, string?> check = Check(fields[c]);
            for (int r = 0; r < table.Rows.Count; r++)
            {
                if (table.Rows[r].Length != fields.Length)
                {
                    faults.Add($"{path}: row {r} has {table.Rows[r].Length} fields");
                }
                else if (check(table.Rows[r][c]) is { } fault)
                {
                    faults.Add($"{path}: row {r}, {table.Header[c]} = \"{table.Rows[r][c]}\": {fault}");
                }
            }
        }

        Assert.Empty(faults);
        Assert.NotEmpty(table.Rows);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Keys_are_unique_and_rows_sorted_by_them(string path)
    {
        RawTable table = RawTable.Read(path);
        string[] key = Strings(Resource(path).GetProperty("schema").GetProperty("primaryKey"));
        string[] keys = [.. table.Rows.Select(r => string.Join('\u0001', key.Select(k => table.Text(r, k))))];
        Assert.Equal(keys.Length, keys.Distinct(StringComparer.Ordinal).Count());
        if (path != "groups.csv")
        {
            Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Foreign_keys_are_found(string path)
    {
        if (!Resource(path).GetProperty("schema").TryGetProperty("foreignKeys", out JsonElement foreignKeys))
        {
            Assert.True(
                path.StartsWith("nato/", StringComparison.Ordinal) || path is "plans.csv" || !RawTable.Read(path).Header.Contains("iso3") || path == "members.csv",
                path + " has members but no foreign key to them");
            return;
        }

        RawTable table = RawTable.Read(path);
        foreach (JsonElement foreign in foreignKeys.EnumerateArray())
        {
            string column = foreign.GetProperty("fields").GetString()!;
            string resource = foreign.GetProperty("reference").GetProperty("resource").GetString()!;
            string target = foreign.GetProperty("reference").GetProperty("fields").GetString()!;
            RawTable other = RawTable.Read(Resources().Single(r => r.GetProperty("name").GetString() == resource).GetProperty("path").GetString()!);
            HashSet<string> known = [.. other.Rows.Select(r => other.Text(r, target))];
            Assert.Empty(table.Rows.Select(r => table.Text(r, column)).Where(v => v.Length > 0 && !known.Contains(v)).Distinct());
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_file_has_sources_and_terms(string path)
    {
        RawTable sources = RawTable.Read("sources.csv");
        string[] ids = [.. sources.Rows.Where(r => sources.Text(r, "files").Split(' ').Contains(path)).Select(r => sources.Text(r, "id"))];
        Assert.NotEmpty(ids);
        JsonElement resource = Resource(path);
        Assert.Equal(ids, resource.GetProperty("sources").EnumerateArray().Select(s => s.GetProperty("id").GetString()!));
        Assert.Equal(
            sources.Rows.Where(r => ids.Contains(sources.Text(r, "id"))).Select(r => sources.Text(r, "terms")).Distinct(),
            resource.GetProperty("licenses").EnumerateArray().Select(l => l.GetProperty("title").GetString()!));
    }

    [Fact]
    public void Sources_and_editions_name_files_and_sources_that_exist()
    {
        RawTable sources = RawTable.Read("sources.csv");
        RawTable editions = RawTable.Read("editions.csv");
        Assert.All(sources.Rows.SelectMany(r => sources.Text(r, "files").Split(' ')), f => Assert.True(File.Exists(Path.Combine(Root, f)), f));
        HashSet<string> ids = [.. sources.Rows.Select(r => sources.Text(r, "id"))];
        Assert.All(editions.Rows.SelectMany(r => editions.Text(r, "sources").Split(' ')), id => Assert.Contains(id, ids));
    }

    [Fact]
    public void The_readme_names_files_that_exist_and_leaves_none_out()
    {
        string readme = File.ReadAllText(Path.Combine(Root, "README.md"));
        string[] named = [.. Regex.Matches(readme, "`([a-z0-9/-]+\\.(?:csv|json))`").Select(m => m.Groups[1].Value).Distinct()];
        Assert.All(named, f => Assert.True(File.Exists(Path.Combine(Root, f)), f));
        string[] vintages = [.. Resources().Select(r => r.GetProperty("path").GetString()!).Where(p => Regex.IsMatch(p, "^weo/20[0-9]{2}-[0-9]{2}\\.csv$"))];
        Assert.Equal(named.Order(StringComparer.Ordinal), Resources().Select(r => r.GetProperty("path").GetString()!).Except(vintages[1..^1]).Append("datapackage.json").Order(StringComparer.Ordinal));
    }

    private static JsonElement[] Resources() => [.. Package.GetProperty("resources").EnumerateArray()];

    private static JsonElement Resource(string path) => Resources().Single(r => r.GetProperty("path").GetString() == path);

    private static JsonElement[] Fields(string path) => [.. Resource(path).GetProperty("schema").GetProperty("fields").EnumerateArray()];

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetString()!)];

    private static Func<string, string?> Check(JsonElement field)
    {
        string type = field.GetProperty("type").GetString()!;
        JsonElement constraints = field.TryGetProperty("constraints", out JsonElement c) ? c : JsonDocument.Parse("{}").RootElement;
        bool required = constraints.TryGetProperty("required", out JsonElement r) && r.GetBoolean();
        Regex? pattern = constraints.TryGetProperty("pattern", out JsonElement p) ? new Regex($"^(?:{p.GetString()})$", RegexOptions.CultureInvariant) : null;
        string[] allowed = constraints.TryGetProperty("enum", out JsonElement e) ? Strings(e) : [];
        double minimum = constraints.TryGetProperty("minimum", out JsonElement low) ? low.GetDouble() : double.NegativeInfinity;
        double maximum = constraints.TryGetProperty("maximum", out JsonElement high) ? high.GetDouble() : double.PositiveInfinity;
        return text =>
        {
            if (text.Length == 0)
            {
                return required ? "blank" : null;
            }

            bool typed = type switch
            {
                "string" => true,
                "boolean" => text is "true" or "false",
                "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
                "year" => Regex.IsMatch(text, "^[0-9]{1,4}$") && Within(text, minimum, maximum),
                "integer" => Regex.IsMatch(text, "^[0-9]{1,9}$") && Within(text, minimum, maximum),
                "number" => Regex.IsMatch(text, @"^-?[0-9]+(\.[0-9]+)?$") && Within(text, minimum, maximum),
                _ => throw new InvalidOperationException("type " + type),
            };
            return !typed ? "not a " + type + " within bounds"
                : pattern is not null && !pattern.IsMatch(text) ? "pattern"
                : allowed.Length > 0 && !allowed.Contains(text) ? "not one of the values"
                : null;
        };
    }

    private static bool Within(string text, double minimum, double maximum) =>
        double.Parse(text, CultureInfo.InvariantCulture) is double value && value >= minimum && value <= maximum;
}
