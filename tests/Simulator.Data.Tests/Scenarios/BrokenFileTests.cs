using System.Globalization;
using System.Text;
using Simulator.Data.Diagnostics;
using Simulator.Data.Scenarios;

namespace Simulator.Data.Tests.Scenarios;

/// <summary>
/// Broken scenario files: each with the code it must give and the place of it. The offending text stands between « and »,
/// which are taken out before the file is read; line and column are counted here on their own.
/// </summary>
public sealed partial class BrokenFileTests
{
    private const string Head = DiagnosticCatalogue.UsualHeader + "\n";

    public static TheoryData<string, string> Names()
    {
        TheoryData<string, string> names = [];
        foreach (BrokenCase broken in Cases)
        {
            foreach (string culture in new[] { "", "de-DE", "tr-TR" })
            {
                names.Add(broken.Name, culture);
            }
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GivesTheCodeAtThePlace(string name, string culture)
    {
        BrokenCase broken = Cases.Single(c => c.Name == name);
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            (string text, int line, int column, string marked) = Unmark(broken.Text);
            ScenarioSet set = Reading.Bind([ScenarioReader.Read("my.csv", broken.Encode(text))]);
            string all = string.Concat(set.Diagnostics.Select(DiagnosticText.Render));
            Diagnostic? found = set.Diagnostics.FirstOrDefault(d => d.Code == broken.Code && d.Spot.Line == line && d.Spot.Column == column);
            Assert.True(found is not null, $"no {broken.Code} at {line}:{column} among\n{all}");
            if (marked.Length > 0)
            {
                Assert.Equal(marked, Reading.Underlined(found));
            }

            Assert.True(broken.Errors == set.Diagnostics.Count(d => d.IsError), all);
            Assert.Equal("my.csv", found.Spot.File);
            if (broken.Help.Length > 0)
            {
                Assert.Contains(broken.Help, found.Help + found.Message + found.Label, StringComparison.Ordinal);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void ThereAreManyAndTheirNamesDiffer()
    {
        Assert.True(Cases.Count >= 70, $"{Cases.Count} cases");
        Assert.Equal(Cases.Count, Cases.Select(c => c.Name).Distinct().Count());
    }

    internal static (string Text, int Line, int Column, string Marked) Unmark(string marked)
    {
        int open = marked.IndexOf('«', StringComparison.Ordinal);
        int close = marked.IndexOf('»', StringComparison.Ordinal);
        string before = marked[..open].TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        string last = before[(before.LastIndexOf('\n') + 1)..];
        return (
            string.Concat(marked.AsSpan(0, open), marked.AsSpan(open + 1, close - open - 1), marked.AsSpan(close + 1)),
            before.Count(c => c == '\n') + 1,
            last.EnumerateRunes().Count() + 1,
            marked[(open + 1)..close]);
    }

    /// <summary>One broken file.</summary>
    public sealed record BrokenCase(string Name, string Text, string Code, int Errors, string Help)
    {
        public bool IsWindows1252 { get; init; }

        public byte[] Encode(string text) =>
            IsWindows1252 ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text);
    }
}
