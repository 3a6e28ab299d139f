using System.Net;
using System.Text.Json;
using Simulator.Cli.Tests;
using Simulator.Data.Editions;

namespace Simulator.Web.Tests.Api;

/// <summary>A data folder that lacks something is told by the file that is missing, where it is missed, and nowhere else.</summary>
public class DataFolderTests
{
    [Theory]
    [InlineData("uncertainty.csv", "/api/ensemble?base=hague-core&draws=100")]
    [InlineData("uncertainty.csv", "/api/chart.svg?base=hague-core&figure=range&draws=100")]
    [InlineData("uncertainty.csv", "/download/results.zip?base=hague-core&draws=100")]
    [InlineData("weo/latest-actual.csv", "/api/record")]
    [InlineData("weo/latest-actual.csv", "/record.html")]
    public async Task What_is_missing_is_named_and_everything_else_goes_on(string missing, string path)
    {
        using TemporaryFolder folder = new();
        await using Serving serving = await Serving.StartAsync(o => o with { Folder = Without(folder, missing) });
        (HttpStatusCode status, JsonElement answer) = await serving.AskAsync(path);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(Path.GetFileName(missing), answer.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await serving.JsonAsync("/api/project?base=hague-core");
    }

    [Fact]
    public async Task Without_its_default_edition_the_explorer_does_not_start()
    {
        using TemporaryFolder folder = new();
        DataResult<RunningExplorer> started = await Explorer.StartAsync(new ExplorerOptions { Folder = Without(folder, "plans.csv") }, CancellationToken.None);
        Assert.Contains(started.Problems, p => p.File.EndsWith("plans.csv", StringComparison.Ordinal));
    }

    private static DataFolder Without(TemporaryFolder folder, string missing)
    {
        string shipped = DataFolder.Shipped().Value.Root;
        foreach (string file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            string to = folder.Path(Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        Assert.True(File.Exists(folder.Path(missing)), missing);
        File.Delete(folder.Path(missing));
        return DataFolder.Open(folder.Root).Value;
    }
}
