namespace Simulator.Cli.Tests;

/// <summary>natosim data import and data diff as a user meets them; what they read is tested where it is read.</summary>
public class DataImportTests
{
    [Theory]
    [InlineData("data", "import")]
    [InlineData("data", "import", "--nato", "a.xlsx", "--weo", "b.csv", "--id", "nato-2027")]
    [InlineData("data", "import", "--nato", "a.xlsx", "--weo", "b.csv", "--id", "nato-2027", "--out", "x", "--member", "Macedonia")]
    [InlineData("data", "import", "--nato", "a.xlsx", "--weo", "b.csv", "--id", "nato-2027", "--out", "x", "--member", "Macedonia=MACE")]
    [InlineData("data", "diff", "nato-2024")]
    [InlineData("data", "diff", "nato-2024", "nato-2026", "--members", "XXX")]
    public void Wrong_usage_is_told_as_such(params string[] args)
    {
        (int exit, string output, string error) = Repository.Natosim(args);
        Assert.Equal((ExitCode.WrongUsage, ""), (exit, output));
        Assert.StartsWith("natosim: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_not_there_are_named_together()
    {
        using TemporaryFolder folder = new();
        (int exit, string output, string error) = Import(folder, "nato-2027", "new");
        Assert.Equal((ExitCode.BadInput, ""), (exit, output));
        Assert.Contains("w.xlsx: there is no such file", error, StringComparison.Ordinal);
        Assert.Contains("error: o.csv: there is no such file", error, StringComparison.Ordinal);
        Assert.EndsWith("2 errors, 0 warnings, 0 notes\nnatosim: nothing was written\n", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Path("new")));
    }

    [Fact]
    public void A_place_that_is_taken_is_refused_before_anything_is_read()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.Path("full"));
        folder.Write("full/mine.txt", "x");
        folder.Write("file", "x");
        foreach ((string place, string message) in new[] { ("full", "is not empty"), ("file", "there is a file or a link of this name") })
        {
            (int exit, _, string error) = Import(folder, "nato-2027", place);
            Assert.Equal(ExitCode.CannotCreate, exit);
            Assert.Contains(message, error, StringComparison.Ordinal);
        }

        Assert.Equal("x", File.ReadAllText(folder.Path("full/mine.txt")));
        string[] from = ["--from", Path.Combine(AppContext.BaseDirectory, "data")];
        (int inside, _, string why) = Repository.Natosim(["data", "import", "--nato", "w", "--weo", "o", "--id", "a", "--out", Path.Combine(AppContext.BaseDirectory, "data", "new"), .. from]);
        Assert.Equal(ExitCode.CannotCreate, inside);
        Assert.Contains("inside the one that is copied", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nato-2026", "has this edition already")]
    [InlineData("Nato 2027", "an id starts with a letter")]
    public void An_id_has_to_be_new_and_sound(string id, string message)
    {
        using TemporaryFolder folder = new();
        (int exit, _, string error) = Import(folder, id, "new");
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_is_a_table_or_csv_with_the_remarks_beside_it()
    {
        (int exit, string table, string error) = Repository.Natosim("data", "diff", "nato-2024", "nato-2026", "--members", "ALB");
        Assert.Equal((ExitCode.Done, ""), (exit, error));
        Assert.Contains("Shares of GDP in 2024: 0 members higher, 1 lower", table, StringComparison.Ordinal);
        (exit, string csv, error) = Repository.NatosimUnder("de-DE", "data", "diff", "nato-2024", "nato-2026", "--members", "ALB", "--csv");
        Assert.Equal(ExitCode.Done, exit);
        Assert.StartsWith("iso3,indicator,unit_of_change,year,nato-2024,nato-2026,change\nALB,share_pct,points of GDP,2024,2.0295,1.35,", csv, StringComparison.Ordinal);
        Assert.Contains("Amounts at constant prices were not compared", error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, Repository.Natosim("data", "diff", "nato-2024", "nato-2062").Exit);
    }

    [Fact]
    public void A_scenario_of_an_older_edition_is_told_what_is_past()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("old.csv", "scenario,members,what,value,from,to\nold,,edition,nato-2024,,\nold,FRA,at_least_pct,3.5,2024,2035\nold,DEU,at_least_pct,3,2025,2030\n");
        Assert.Equal(ExitCode.Done, Repository.Natosim("check", file).Exit);
        (int exit, _, string error) = Repository.Natosim("check", file, "--edition", "nato-2026");
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("2025 lies in the past now", error, StringComparison.Ordinal);
        Assert.Contains("from 2024 was read as 2026", error, StringComparison.Ordinal);
    }

    private static (int Exit, string Out, string Error) Import(TemporaryFolder folder, string id, string output) =>
        Repository.Natosim("data", "import", "--nato", folder.Path("w.xlsx"), "--weo", folder.Path("o.csv"), "--id", id, "--out", folder.Path(output));
}
