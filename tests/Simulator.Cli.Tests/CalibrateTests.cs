namespace Simulator.Cli.Tests;

/// <summary>natosim calibrate.</summary>
public class CalibrateTests
{
    [Fact]
    public void The_fit_is_printed_and_written_alike_in_every_culture()
    {
        using TemporaryFolder folder = new();
        List<string> said = [];
        foreach (string culture in new[] { "", "de-DE" })
        {
            string file = folder.Path($"u{culture}.csv");
            (int exit, string output, string error) = Repository.NatosimUnder(culture, "calibrate", "--out", file);
            Assert.Equal(ExitCode.Done, exit);
            Assert.Equal("", error);
            said.Add(output + File.ReadAllText(file));
        }

        Assert.Equal(said[0], said[1]);
        Assert.Contains("implied over error", said[0], StringComparison.Ordinal);
        Assert.Contains("growth_scale", said[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_holds_something_else_is_kept()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("u.csv", "mine");
        Assert.Equal(ExitCode.CannotCreate, Repository.Natosim("calibrate", "--out", path).Exit);
        Assert.Equal("mine", File.ReadAllText(path));
    }

    [Fact]
    public void A_folder_without_history_is_told()
    {
        using TemporaryFolder folder = new();
        (int exit, _, string error) = Repository.Natosim("calibrate", "--data", folder.Root);
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("natosim: ", error, StringComparison.Ordinal);
    }
}
