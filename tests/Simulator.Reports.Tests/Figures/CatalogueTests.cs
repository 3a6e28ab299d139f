using System.Reflection;
using Simulator.Charts;
using Simulator.Charts.Svg;
using Simulator.Charts.Tests;
using Simulator.Data.Sources;
using Simulator.Reports.Figures;

namespace Simulator.Reports.Tests.Figures;

/// <summary>What holds for every figure of the catalogue, whoever drew it.</summary>
public sealed class CatalogueTests
{
    // Outlines are handed in by the command; AllianceMapTests look at the map.
    private static readonly string[] Elsewhere = ["map"];

    public static TheoryData<string, string> Pages()
    {
        TheoryData<string, string> data = [];
        foreach (FigureRecipe recipe in FigureCatalogue.All.Where(r => !Elsewhere.Contains(r.Id)))
        {
            foreach (FigureFormat format in Formats.Where(f => f.Width >= recipe.MinimumWidth))
            {
                data.Add(recipe.Id, format.Name);
            }
        }

        return data;
    }

    public static TheoryData<string> Ids() => [.. FigureCatalogue.All.Where(r => !Elsewhere.Contains(r.Id)).Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void On_the_shipped_data_every_page_is_legible(string id, string page)
    {
        FigureFormat format = Formats.Single(f => f.Name == page);
        foreach (ChartLanguage language in new[] { ChartLanguage.English, ChartLanguage.Polish })
        {
            Figure figure = Build(id, format, language);
            Drawn drawn = new(figure);
            drawn.AssertTextsAreClear();
            Assert.InRange(figure.Title.Split(' ').Length, 3, 10);
            Assert.NotEmpty(figure.Data.Rows);
            // Coordinates and sizes are rounded to hundredths of a pixel.
            double smallest = format.InMillimetres ? 7 * 96 / 72.0 : format == FigureFormat.Slide ? 18 : format.Name.EndsWith('x') ? 9 : 0;
            Assert.True(drawn.Texts.Min(t => t.Size) >= smallest - 0.005, $"{drawn.Texts.Min(t => t.Size)} is below {smallest}");
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_figure_is_the_same_bytes_in_every_culture(string id)
    {
        string invariant = SvgRenderer.Render(Build(id, FigureFormat.Web, ChartLanguage.French), Theme.Dark);
        foreach (string culture in new[] { "de-DE", "tr-TR", "fa-IR" })
        {
            TinyRun.Under(culture, () => Assert.Equal(invariant, SvgRenderer.Render(Build(id, FigureFormat.Web, ChartLanguage.French), Theme.Dark)));
        }
    }

    /// <summary>To renew after a change that was meant, run the tests with UPDATE_GOLDEN=1 and look at the pictures.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void The_figure_of_a_small_alliance_is_as_it_was(string id)
    {
        RunResults results = ShippedRun.Recipe(id).NeedsDraws
            ? TinyDraws.Results(TinyDraws.ToHorizon, TinyDraws.Uncertainty, [.. TinyRun.All])
            : TinyRun.Results(new RunOptions(), [.. TinyRun.All]);
        FigureSession session = new(results, "0123456789ab", UnitNames.English, new(() => []));
        FigureRecipe recipe = ShippedRun.Recipe(id);
        FigureRequest request = session.Of(recipe, results.Projections[^1]) with
        {
            Format = FigureFormat.Print2Column.Width < recipe.MinimumWidth ? FigureFormat.Free : FigureFormat.Print2Column,
        };
        string why = recipe.Lacks(request);
        string now = why.Length > 0 ? why + "\n" : SvgRenderer.Render(recipe.Build(request), Theme.Light);
        string root = typeof(CatalogueTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;
        string path = Path.Combine(root, "tests", "Simulator.Reports.Tests", "golden", "figures", id + (why.Length > 0 ? ".txt" : ".svg"));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, now);
        }

        Assert.True(File.Exists(path), $"{path} is missing");
        Assert.Equal(File.ReadAllText(path), now);
    }

    private static IEnumerable<FigureFormat> Formats => FigureFormat.Named.Append(FigureFormat.Free).Append(FigureFormat.Pixels(600, 700)).Append(FigureFormat.Screen(360)).Append(FigureFormat.Screen(860));

    private static Figure Build(string id, FigureFormat format, ChartLanguage language)
    {
        FigureRecipe recipe = ShippedRun.Recipe(id);
        string scenario = id switch { "backfill" => "us-third-out", "shortfall" => "hold-share", _ => "hague-core" };
        FigureRequest request = ShippedRun.Of(id, scenario) with { Format = format, Language = language };
        Assert.Equal("", recipe.Lacks(request));
        return recipe.Build(request);
    }
}
