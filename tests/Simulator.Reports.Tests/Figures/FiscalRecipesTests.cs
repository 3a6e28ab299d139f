using Simulator.Charts;
using Simulator.Charts.Svg;
using Simulator.Charts.Tests;
using Simulator.Reports.Figures;

namespace Simulator.Reports.Tests.Figures;

/// <summary>What holds for every figure about debt, limits and efforts.</summary>
public sealed class FiscalRecipesTests
{
    private static readonly (string Id, string Scenario)[] Drawings =
    [
        ("debt", "hague-core"),
        ("debt", "hold-share"),
        ("extra-debt", "hague-core"),
        ("debt-member", "five-core"),
        ("trade-offs", "five-core"),
        ("composition", "hague-core"),
        ("effort", "five-core"),
        ("backfill", "us-third-out"),
        ("earliest", "hague-core"),
        ("pathway-3-5", "hague-core"),
        ("pathway-5", "hague-core"),
        ("pathway-member", "hague-core"),
        ("could-says", "hague-core"),
        ("promised-came", "hague-core"),
    ];

    public static TheoryData<string, string, string> Pages()
    {
        TheoryData<string, string, string> data = [];
        foreach ((string id, string scenario) in Drawings)
        {
            foreach (string format in new[] { "print-1col", "print-2col", "slide", "web", "free", "600x700" })
            {
                if (FormatOf(format).Width >= ShippedRun.Recipe(id).MinimumWidth)
                {
                    data.Add(id, scenario, format);
                }
            }
        }

        return data;
    }

    public static TheoryData<string, string> Figures()
    {
        TheoryData<string, string> data = [];
        foreach ((string id, string scenario) in Drawings)
        {
            data.Add(id, scenario);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Words_stand_apart_on_every_page_in_every_language(string id, string scenario, string format)
    {
        foreach (ChartLanguage language in ChartLanguage.All)
        {
            FigureRequest request = ShippedRun.Of(id, scenario) with { Format = FormatOf(format), Language = language };
            Figure figure = ShippedRun.Recipe(id).Build(request);
            foreach (Theme theme in language == ChartLanguage.English ? new[] { Theme.Light, Theme.Dark } : [Theme.Light])
            {
                new Drawn(figure, theme).AssertTextsAreClear();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_figure_states_its_finding_and_where_it_comes_from(string id, string scenario)
    {
        FigureRequest request = ShippedRun.Of(id, scenario);
        FigureRecipe recipe = ShippedRun.Recipe(id);
        Assert.Equal("", recipe.Lacks(request));
        Figure figure = recipe.Build(request);
        string name = recipe.Scope switch
        {
            FigureScope.Scenario => $"{scenario}-{id}",
            FigureScope.Member => $"ita-{id}",
            _ => id,
        };
        Assert.Equal(name, figure.Id);
        Assert.InRange(figure.Title.Split(' ').Length, 4, 10);
        Assert.StartsWith(request.Edition.SourceLine, figure.Credit.Source, StringComparison.Ordinal);
        Assert.Contains("GDP", figure.Subtitle + figure.Title + (id is "effort" or "backfill" ? "GDP" : ""), StringComparison.Ordinal);
        Assert.NotEqual("", figure.Description);
        Assert.NotEmpty(figure.Data.Rows);
        Assert.DoesNotContain("NaN", figure.Data.ToCsv() + figure.Description + figure.Title, StringComparison.Ordinal);
        Assert.All(figure.Data.Columns, c => Assert.Matches("^[a-z][a-z0-9_]*$", c));
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_figure_is_the_same_bytes_in_every_culture(string id, string scenario)
    {
        string here = Bytes();
        TinyRun.Under("de-DE", () => Assert.Equal(here, Bytes()));

        string Bytes()
        {
            Figure figure = ShippedRun.Recipe(id).Build(ShippedRun.Of(id, scenario));
            return SvgRenderer.Render(figure, Theme.Light) + figure.Data.ToCsv();
        }
    }

    [Fact]
    public void What_cannot_be_drawn_says_why()
    {
        Assert.NotEqual("", Lacks("backfill", ShippedRun.Of("backfill", "hague-core")));
        Assert.NotEqual("", Lacks("backfill", ShippedRun.Of("backfill", "us-third-out") with { Year = 2026 }));
        Assert.NotEqual("", Lacks("debt", ShippedRun.Of("debt", "hague-core") with { Year = 2026 }));
        Assert.NotEqual("", Lacks("debt-member", ShippedRun.Of("debt-member", "hague-core", "ISL")));
        Assert.NotEqual("", Lacks("pathway-member", ShippedRun.Of("pathway-member", "hague-core", "ISL")));
        Assert.NotEqual("", Lacks("effort", ShippedRun.Of("effort", "hague-core") with { Year = 2030 }));
        Assert.NotEqual("", Lacks("composition", ShippedRun.Of("composition", "hague-core") with { Year = 2026 }));
        Assert.NotEqual("", Lacks("promised-came", ShippedRun.Of("promised-came", "hague-core") with { EarlierEditions = new(() => []) }));

        static string Lacks(string id, FigureRequest request) => ShippedRun.Recipe(id).Lacks(request);
    }

    private static FigureFormat FormatOf(string name) => name switch
    {
        "free" => FigureFormat.Free,
        "600x700" => FigureFormat.Pixels(600, 700),
        _ => FigureFormat.Named.Single(f => f.Name == name),
    };
}
