using System.Reflection;
using Simulator.Data.Diagnostics;
using Simulator.Data.Sweeps;
using Simulator.Data.Tests.Scenarios;
using Simulator.Data.Tests.Sweeps;

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
            Assert.Contains(code, Found(entry.Wrong, entry.Kind).Select(d => d.Code));
        }

        if (entry.Right.Length > 0)
        {
            IReadOnlyList<Diagnostic> right = Found(entry.Right, entry.Kind);
            Assert.Empty(right.Where(d => d.IsError).Select(DiagnosticText.Render));
            Assert.DoesNotContain(code, right.Select(d => d.Code));
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryCodeIsBroughtAboutByItsExampleOrByACase(string code)
    {
        IEnumerable<string> inCases = BrokenFileTests.Cases.Select(c => c.Code);
        Assert.True(DiagnosticCatalogue.Entry(code).Wrong.Length > 0 || inCases.Contains(code) || BrokenInputTests.Codes.Contains(code) || SweepFaultTests.Codes.Contains(code), $"{code} is never brought about in a test");
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

    [Fact]
    public void ExamplesOfSweepFilesAreShownUnderTheirOwnHeader()
    {
        Assert.True(DiagnosticCatalogue.TryExplain("NS053", out string? text));
        Assert.Contains("    " + DiagnosticCatalogue.SweepHeader + "\n    multiplier,,0.3,1.5,,unform,\n", text, StringComparison.Ordinal);
        SweepFile file = SweepReading.Read("x\n");
        Assert.Contains(DiagnosticCatalogue.SweepHeader, Assert.Single(file.Diagnostics).Help, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Diagnostic> Found(string rows, ExampleKind kind)
    {
        string file = DiagnosticCatalogue.AsFile(rows, kind);
        return kind == ExampleKind.Sweep ? SweepReading.Read(file).Diagnostics : Reading.Bind(file).Diagnostics;
    }
}
