using System.Text;
using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Data.Scenarios;
using Simulator.Pathways;

namespace Simulator.Data.Tests.Scenarios;

/// <summary>Short ways from a text to what was read or bound.</summary>
internal static class Reading
{
    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static ScenarioFile Read(string text, string name = "my.csv") => ScenarioReader.Read(name, Utf8(text));

    public static ScenarioSet Bind(string text, Edition? edition = null, BindOptions? options = null) => Bind([Read(text)], edition, options);

    public static ScenarioSet Bind(IReadOnlyList<ScenarioFile> files, Edition? edition = null, BindOptions? options = null) =>
        ScenarioBinder.Bind(files, [TestEdition.Shipped], edition ?? TestEdition.Latest, options ?? BindOptions.Default);

    /// <summary>The only scenario of a text under the usual header, without any error.</summary>
    public static Scenario One(string rows)
    {
        ScenarioSet set = Bind(DiagnosticCatalogue.UsualHeader + "\n" + rows);
        Assert.Empty(Errors(set));
        return Assert.Single(set.Scenarios);
    }

    public static IEnumerable<string> Errors(ScenarioSet set) => set.Diagnostics.Where(d => d.IsError).Select(DiagnosticText.Render);

    /// <summary>The user's text that the carets of a diagnostic stand under.</summary>
    public static string Underlined(Diagnostic diagnostic)
    {
        Rune[] runes = [.. diagnostic.Spot.SourceLine.EnumerateRunes()];
        return string.Concat(runes.Skip(diagnostic.Spot.Column - 1).Take(diagnostic.Spot.Length));
    }
}
