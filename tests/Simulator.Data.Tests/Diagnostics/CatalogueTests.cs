using System.Reflection;
using Simulator.Data.Diagnostics;
using Simulator.Data.Scenarios;
using Simulator.Data.Tests.Scenarios;

namespace Simulator.Data.Tests.Diagnostics;

public sealed class CatalogueTests
{
    public static TheoryData<string> Codes() => [.. DiagnosticCatalogue.All.Select(e => e.Code)];

    [Fact]
    public void EveryCodeInTheSourceIsInTheCatalogueAndTheOtherWayRound()
    {
        Type codes = typeof(Diagnostic).Assembly.GetType("Simulator.Data.Diagnostics.DiagnosticCodes", true)!;
        string[] inSource = [.. codes.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal)];
        Assert.Equal(inSource, DiagnosticCatalogue.All.Select(e => e.Code));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void TheNumberOfACodeShowsItsSeverity(string code)
    {
        Severity severity = code[2] switch { '0' => Severity.Error, '1' => Severity.Warning, _ => Severity.Notice };
        Assert.Equal(severity, DiagnosticCatalogue.Entry(code).Severity);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void WrongRowsBringTheCodeAboutAndRightRowsDoNot(string code)
    {
        CatalogueEntry entry = DiagnosticCatalogue.Entry(code);
        if (entry.Wrong.Length > 0)
        {
            Assert.Contains(code, Bound(entry.Wrong).Diagnostics.Select(d => d.Code));
        }

        if (entry.Right.Length > 0)
        {
            Assert.Empty(Reading.Errors(Bound(entry.Right)));
            Assert.DoesNotContain(code, Bound(entry.Right).Diagnostics.Select(d => d.Code));
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryCodeIsBroughtAboutByItsExampleOrByACase(string code)
    {
        IEnumerable<string> inCases = BrokenFileTests.Cases.Select(c => c.Code);
        Assert.True(DiagnosticCatalogue.Entry(code).Wrong.Length > 0 || inCases.Contains(code) || BrokenInputTests.Codes.Contains(code), $"{code} is never brought about in a test");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void ExplainTellsTitleMeaningRowsAndMending(string code)
    {
        CatalogueEntry entry = DiagnosticCatalogue.Entry(code);
        Assert.True(DiagnosticCatalogue.TryExplain(code.ToLowerInvariant(), out string? text));
        Assert.Contains($"[{code}]: {entry.Title}", text, StringComparison.Ordinal);
        Assert.Contains(entry.Meaning, text, StringComparison.Ordinal);
        Assert.Contains(entry.Mend, text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void AnUnknownCodeHasNoExplanation() => Assert.False(DiagnosticCatalogue.TryExplain("NS999", out _));

    private static ScenarioSet Bound(string rows) =>
        Reading.Bind(DiagnosticCatalogue.AsFile(rows));
}
