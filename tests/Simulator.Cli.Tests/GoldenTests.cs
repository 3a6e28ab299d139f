namespace Simulator.Cli.Tests;

/// <summary>What the shipped scenarios and claims say, kept word for word.</summary>
public class GoldenTests
{
    [Theory]
    [InlineData("main")]
    [InlineData("transatlantic")]
    [InlineData("shapes")]
    [InlineData("hague-two-legs")]
    [InlineData("budgets")]
    public void The_answers_of_a_shipped_file_are_these(string file)
    {
        foreach (string culture in new[] { "", "de-DE", "tr-TR" })
        {
            (int exit, string text, string error) = Repository.NatosimUnder(culture, "run", Repository.Path($"data/scenarios/{file}.csv"));
            Assert.Equal("", error);
            Assert.Equal(ExitCode.Done, exit);
            Golden.Matches($"{file}.txt", text);
        }
    }

    [Fact]
    public void The_answers_on_the_older_edition_are_these()
    {
        (int exit, string text, _) = Repository.Natosim("run", "hague-core", "five-core", "--edition", "nato-2024");
        Assert.Equal(ExitCode.Done, exit);
        Golden.Matches("nato-2024.txt", text);
    }

    [Fact]
    public void The_brief_of_France_is_this()
    {
        foreach (string culture in new[] { "", "de-DE", "tr-TR" })
        {
            (int exit, string text, string error) = Repository.NatosimUnder(culture, "brief", "FRA", "hague-core", "announced");
            Assert.Equal("", error);
            Assert.Equal(ExitCode.Done, exit);
            Golden.Matches("brief-FRA.txt", text);
        }
    }

    [Fact]
    public void The_claims_are_answered_so()
    {
        foreach (string culture in new[] { "", "de-DE", "tr-TR" })
        {
            (int exit, string text, string error) = Repository.NatosimUnder(culture, "claims");
            Assert.Equal("", error);
            Assert.Equal(ExitCode.Done, exit);
            Golden.Matches("claims.txt", text);
        }
    }

    [Fact]
    public void The_shares_of_every_shipped_scenario_are_these()
    {
        using TemporaryFolder folder = new();
        List<string> lines = [];
        foreach (string file in Directory.GetFiles(Repository.Path("data/scenarios"), "*.csv").Order(StringComparer.Ordinal))
        {
            string results = folder.Path(Path.GetFileNameWithoutExtension(file));
            Assert.Equal(ExitCode.Done, Repository.Natosim("run", file, "--out", results, "--charts", "none", "--years", "2030,2035", "--to", "2040").Exit);
            lines.AddRange(Shares(Path.Combine(results, "answers.csv")));
        }

        Golden.Matches("shares.csv", "scenario,unit,year,share_pct,short_pp,extra_over_hold_bn,currency,prices\n" + string.Concat(lines.Select(l => l + "\n")));
    }

    // Columns by name, so that a column that is added later changes nothing here.
    private static IEnumerable<string> Shares(string path)
    {
        string[] rows = File.ReadAllLines(path);
        string[] header = rows[0].Split(',');
        int[] places = [.. new[] { "scenario", "iso3", "year", "share_pct", "short_pp", "extra_over_hold_bn", "currency", "prices" }.Select(c => Array.IndexOf(header, c))];
        Assert.DoesNotContain(-1, places);
        // No cell before the stated position, the last column, holds a comma but the name, which is quoted then.
        return rows.Skip(1).Select(r => string.Join(',', places.Select(p => Cells(r)[p])));
    }

    private static List<string> Cells(string row)
    {
        List<string> cells = [];
        int start = 0;
        bool quoted = false;
        for (int i = 0; i <= row.Length; i++)
        {
            if (i == row.Length || (row[i] == ',' && !quoted))
            {
                cells.Add(row[start..i]);
                start = i + 1;
            }
            else if (row[i] == '"')
            {
                quoted = !quoted;
            }
        }

        return cells;
    }
}
