using System.Reflection;
using System.Xml.Linq;

namespace Simulator.Charts.Tests;

/// <summary>The second renderer stays out of a build that did not ask for it: its packages are not in every registry.</summary>
public class ScottPlotTests
{
    private static string Root { get; } = typeof(ScottPlotTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;

    [Fact]
    public void A_default_build_has_neither_the_renderer_nor_its_packages()
    {
        Assembly charts = typeof(Figure).Assembly;
        Assert.DoesNotContain(charts.GetReferencedAssemblies(), a => a.Name!.Contains("ScottPlot", StringComparison.OrdinalIgnoreCase) || a.Name.Contains("Skia", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(charts.GetTypes(), t => t.Name.StartsWith("ScottPlot", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(Root, "src", "Simulator.Charts", "ScottPlotRenderer.cs")));
    }

    [Fact]
    public void The_project_takes_the_renderer_and_the_package_together_and_only_when_asked()
    {
        XElement project = XElement.Load(Path.Combine(Root, "src", "Simulator.Charts", "Simulator.Charts.csproj"));
        const string asked = "'$(ScottPlot)' == 'true'";
        const string notAsked = "'$(ScottPlot)' != 'true'";
        Assert.Equal(asked, Condition(project.Descendants("PackageReference").Single(p => (string?)p.Attribute("Include") == "ScottPlot")));
        Assert.Equal(asked, Condition(project.Descendants("DefineConstants").Single(c => c.Value.Contains("SCOTTPLOT", StringComparison.Ordinal))));
        Assert.Equal(notAsked, Condition(project.Descendants("Compile").Single(c => (string?)c.Attribute("Remove") == "ScottPlotRenderer.cs")));
        XElement versions = XElement.Load(Path.Combine(Root, "Directory.Packages.props"));
        Assert.Equal(asked, Condition(versions.Descendants("PackageVersion").Single(p => (string?)p.Attribute("Include") == "ScottPlot")));
    }

    private static string? Condition(XElement item) => (string?)item.Parent!.Attribute("Condition");

    /// <summary>The renderer is not compiled here, so that what it must not forget is looked for in its text.</summary>
    [Fact]
    public void Every_mark_sample_and_dot_is_thought_of()
    {
        string source = File.ReadAllText(Path.Combine(Root, "src", "Simulator.Charts", "ScottPlotRenderer.cs"));
        string[] marks = [.. typeof(Mark).Assembly.GetTypes().Where(t => t.BaseType == typeof(Mark)).Select(t => t.Name)];
        Assert.True(marks.Length > 10);
        Assert.All(marks, name => Assert.Contains(name, source, StringComparison.Ordinal));
        Assert.All(Enum.GetNames<KeySample>(), name => Assert.Contains($"KeySample.{name}", source, StringComparison.Ordinal));
        Assert.All(Enum.GetNames<DotShape>(), name => Assert.Contains($"DotShape.{name}", source, StringComparison.Ordinal));
    }
}
