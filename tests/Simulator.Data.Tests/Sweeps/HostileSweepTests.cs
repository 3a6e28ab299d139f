using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Simulator.Data.Diagnostics;
using Simulator.Data.Sweeps;
using Simulator.Data.Tests.Editions;
using Simulator.Data.Tests.Scenarios;

namespace Simulator.Data.Tests.Sweeps;

/// <summary>Whatever bytes come: diagnostics, no exception.</summary>
public sealed class HostileSweepTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20261127, 11);

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x14, 0x00 }, "NS003")]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1 }, "NS003")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x70, 0x00 }, "NS004")]
    [InlineData(new byte[] { 0x70, 0x00, 0x61, 0x00, 0x72, 0x00, 0x61, 0x00, 0x6D, 0x00 }, "NS004")]
    [InlineData(new byte[] { 0x70, 0x61, 0x0A, 0x72, 0x00 }, "NS005")]
    [InlineData(new byte[0], "NS048")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF }, "NS048")]
    [InlineData(new byte[] { 0x0A, 0x23, 0x0A }, "NS048")]
    public void BytesThatAreNoTableAreRefused(byte[] bytes, string code)
    {
        SweepFile file = SweepReader.Read("x.csv", bytes, TestEdition.Latest);
        Assert.Equal(code, Assert.Single(file.Diagnostics, d => d.IsError).Code);
        Assert.Empty(file.Factors);
        Assert.True(file.HasErrors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n,,,,,,\n")]
    [InlineData("outcome,share_pct:EUROPE:2035,,,,,\n")]
    public void AFileThatMovesNothingIsAnError(string rows)
    {
        Diagnostic found = Assert.Single(SweepReading.Read(SweepReading.Head + rows).Diagnostics, d => d.IsError);
        Assert.Equal(("NS048", 0, "my.csv"), (found.Code, found.Spot.Line, found.Spot.File));
    }

    [Fact]
    public void AFileWithoutOutcomesIsFine() => Assert.Empty(SweepReading.Sound("at_least_pct,,3,5,,,\n").Outcomes);

    [Fact]
    public void AHundredThousandRowsAreReadAndEachOverriddenOneIsTold()
    {
        StringBuilder text = new(SweepReading.Head);
        for (int i = 0; i < 100_000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"at_least_pct,FRA,{i % 10},{11 + (i % 4)},,,row {i}\n");
        }

        SweepFile file = SweepReading.Read(text.ToString());
        Assert.Equal(100_000, file.Factors.Count);
        Assert.Equal(99_999, file.Diagnostics.Count(d => d.Code == "NS058"));
    }

    [Fact]
    public void AHundredThousandOutcomesAreReadAndEachDoubleIsTold()
    {
        StringBuilder text = new(SweepReading.Head + "at_least_pct,,3,5,,,\n");
        for (int i = 0; i < 100_000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"outcome,members_at_{1 + (i % 14)}_{i / 14 % 100:00}:EUROPE:{2027 + (i / 1400 % 30)},,,,,\n");
        }

        SweepFile file = SweepReading.Read(text.ToString());
        Assert.Equal(14 * 100 * 30, file.Outcomes.Count);
        Assert.Equal(100_000 - file.Outcomes.Count, file.Diagnostics.Count(d => d.Code == "NS063"));
    }

    [Fact]
    public void HugeCellsAreToldShortly()
    {
        string words = string.Join('|', Enumerable.Repeat("linear", 100_000));
        SweepFile file = SweepReading.Read(SweepReading.Head + $"shape,,,,{words},,\n{new string('x', 1_000_000)},,1,2,,,\nto,,2030,2038,{string.Join('|', Enumerable.Repeat("2030", 5000))},,\noutcome,{new string(':', 100_000)},,,,,\n");
        Assert.InRange(file.Diagnostics.Count, 4, 40);
        Assert.All(file.Diagnostics, d => Assert.True(DiagnosticText.Render(d).Length < 1500));
    }

    [Fact]
    public void NoBytesMakeTheReaderThrow() => Prop.ForAll<byte[]>(bytes => Survives(bytes)).Check(Fixed);

    [Fact]
    public void NoTextMakesTheReaderThrow()
    {
        Gen<string> pieces = Gen.Elements(
            "parameter", "members", "low", "high", "levels", "distribution", "note", "outcome", "shape", "to", "delay_years", "definition", "at_least_pct", "start_revision_pct",
            "share_pct:EUROPE:2035", "members_at_3_5:", "cumulative_extra_eur_bn:FRA:2027-", "FRA", "EUROPE except", "ISL", "linear|front", "|", "nato|national", "triangular", "log-uniform", "normal", "choice",
            "3.5", "3,5", "-1e308", "1e308", "NaN", "2030", "2061", "5", ",", ",", ",", ";", "\t", "\n", "\n", "\r\n", "\r", "\"", "\"\"", "#", " ", "\u00A0", "é", "\U0001F6E1", ":", "-", "%", "\u2212");
        Arbitrary<string> texts = pieces.ListOf().Select(list => string.Concat(list)).ToArbitrary();
        Prop.ForAll(texts, text => Survives(Encoding.UTF8.GetBytes(text)) && Survives(Encoding.UTF8.GetBytes(SweepReading.Head + text))).Check(Fixed);
        Prop.ForAll(texts, text => !OutcomeName.TryParse(text, TestEdition.Latest, "--outcome", out _, out IReadOnlyList<Diagnostic> found) == found.Any(d => d.IsError)).Check(Fixed);
    }

    [Fact]
    public void GoodFilesThatWereDamagedDoNotMakeTheReaderThrow()
    {
        // Every change has a fixed seed: what fails once fails again.
        Random random = new(4712);
        byte[][] good = [Shipped.Folder.Read("sweeps/main.csv").Value, .. BrokenSweepTests.Cases.Select(c => Encoding.UTF8.GetBytes(BrokenFileTests.Unmark(c.Text).Text))];
        for (int round = 0; round < 4000; round++)
        {
            List<byte> bytes = [.. good[random.Next(good.Length)]];
            for (int change = random.Next(1, 6); change > 0 && bytes.Count > 0; change--)
            {
                int at = random.Next(bytes.Count);
                switch (random.Next(4))
                {
                    case 0:
                        bytes[at] = (byte)random.Next(256);
                        break;
                    case 1:
                        bytes.RemoveRange(at, Math.Min(random.Next(1, 12), bytes.Count - at));
                        break;
                    case 2:
                        bytes.Insert(at, (byte)",;\t\"\n\r#%. -|:_\u0000"[random.Next(15)]);
                        break;
                    default:
                        bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                        break;
                }
            }

            Assert.True(Survives([.. bytes]), Encoding.UTF8.GetString([.. bytes]));
        }
    }

    /// <summary>True when every diagnostic can be printed, and what was read without errors can be run.</summary>
    private static bool Survives(byte[] bytes)
    {
        SweepFile file = SweepReader.Read("x.csv", bytes, TestEdition.Latest);
        foreach (Diagnostic diagnostic in file.Diagnostics)
        {
            if (DiagnosticText.Render(diagnostic).Length == 0 || diagnostic.Spot.Line < 0 || diagnostic.Spot.Column > diagnostic.Spot.SourceLine.Length + 1)
            {
                return false;
            }
        }

        StringWriter json = new();
        DiagnosticJson.Write(json, file.Diagnostics, file.Count);
        return file.Factors.All(f => f.Range.Faults().Count == 0 && !f.Members.IsEmpty)
            && file.Factors.Count == file.Levels.Count
            && file.Levels.All(l => !l.AreGiven || l.Range.Faults().Count == 0)
            && (file.HasErrors || file.Factors.Count > 0);
    }
}
