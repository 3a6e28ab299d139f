using System.Text;
using Simulator.Data.Diagnostics;
using Simulator.Data.Scenarios;

namespace Simulator.Data.Tests.Scenarios;

/// <summary>Inputs that are broken as a whole, or only together with something else.</summary>
public sealed class BrokenInputTests
{
    /// <summary>Codes that the tests of this class bring about; the catalogue's test asks for them.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        DiagnosticOf.CannotRead, DiagnosticOf.TooLarge, DiagnosticOf.Workbook, DiagnosticOf.Utf16, DiagnosticOf.NotText, DiagnosticOf.NoPlans,
        DiagnosticOf.DoubleScenario, DiagnosticOf.UnknownScenario, DiagnosticOf.EditionOverridden, DiagnosticOf.ByteOrderMark,
        DiagnosticOf.Windows1252, DiagnosticOf.LineEnds, LaterEditionTests.OldBaseYear,
    ];

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x14, 0x00 }, DiagnosticOf.Workbook)]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1 }, DiagnosticOf.Workbook)]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x73, 0x00 }, DiagnosticOf.Utf16)]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, 0x73 }, DiagnosticOf.Utf16)]
    [InlineData(new byte[] { 0x73, 0x00, 0x63, 0x00, 0x65, 0x00, 0x6E, 0x00, 0x61, 0x00 }, DiagnosticOf.Utf16)]
    [InlineData(new byte[] { 0x73, 0x63, 0x0A, 0x62, 0x00 }, DiagnosticOf.NotText)]
    [InlineData(new byte[] { 0x7F, 0x45, 0x4C, 0x46, 0x02 }, DiagnosticOf.NotText)]
    [InlineData(new byte[0], "NS006")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF }, "NS006")]
    [InlineData(new byte[] { 0x0A, 0x0A, 0x23, 0x0A }, "NS006")]
    public void BytesThatAreNoTableAreRefused(byte[] bytes, string code)
    {
        ScenarioFile file = ScenarioReader.Read("x.csv", bytes);
        Assert.Equal(code, Assert.Single(file.Diagnostics, d => d.IsError).Code);
        Assert.Empty(file.Rows);
        Assert.False(file.IsReadable);
        Assert.True(Reading.Bind([file]).HasErrors);
    }

    [Fact]
    public void AFileWithAHeaderAloneIsAnError()
    {
        Diagnostic found = Assert.Single(Reading.Read("scenario,members,what,value\n# nothing yet\n").Diagnostics, d => d.IsError);
        Assert.Equal(("NS006", 0, "my.csv"), (found.Code, found.Spot.Line, found.Spot.File));
    }

    [Fact]
    public void AZeroByteIsReportedWhereItStands()
    {
        Diagnostic found = Assert.Single(Reading.Read("scenario,members\nx,F\0A\n").Diagnostics);
        Assert.Equal((DiagnosticOf.NotText, 2, 4), (found.Code, found.Spot.Line, found.Spot.Column));
    }

    [Fact]
    public void MissingFileFolderAndLargeFileAreTold()
    {
        string folder = Directory.CreateTempSubdirectory("natosim-tests").FullName;
        try
        {
            Assert.Equal(DiagnosticOf.CannotRead, Assert.Single(ScenarioSource.Load(Path.Combine(folder, "none.csv")).Diagnostics).Code);
            Assert.Equal(DiagnosticOf.CannotRead, Assert.Single(ScenarioSource.Load(Path.Combine(folder, "none", "none.csv")).Diagnostics).Code);
            Assert.Contains("folder", Assert.Single(ScenarioSource.Load(folder).Diagnostics).Message, StringComparison.Ordinal);
            Assert.Equal(DiagnosticOf.CannotRead, Assert.Single(ScenarioSource.Load("").Diagnostics).Code);
            Assert.Equal(DiagnosticOf.CannotRead, Assert.Single(ScenarioSource.Load("a\0b").Diagnostics).Code);

            string large = Path.Combine(folder, "large.csv");
            using (FileStream stream = File.Create(large))
            {
                // Sparse: 200 MB by length, nothing on the disk; it must not be read at all.
                stream.SetLength(200L * 1024 * 1024);
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(DiagnosticOf.TooLarge, Assert.Single(ScenarioSource.Load(large).Diagnostics).Code);
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1024 * 1024);

            string good = Path.Combine(folder, "good.csv");
            File.WriteAllBytes(good, StarterFile.Bytes(ExcelVariant.None));
            ScenarioFile file = ScenarioSource.Load(good);
            Assert.Equal(good, file.Name);
            Assert.DoesNotContain(file.Diagnostics, d => d.IsError);
            Assert.Equal(64, file.Sha256.Length);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [SkippableFact]
    public void AFileThatMayNotBeReadIsTold()
    {
        Skip.If(OperatingSystem.IsWindows() || Environment.UserName == "root", "needs a user whom file modes bind");
        string path = Path.GetTempFileName();
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.None);
            }

            Assert.Equal("the file may not be read", Assert.Single(ScenarioSource.Load(path).Diagnostics).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [SkippableFact]
    public void AFileThatBreaksOffWhileReadingIsTold()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs a file whose reading fails");
        Diagnostic found = Assert.Single(ScenarioSource.Load("/proc/self/mem").Diagnostics);
        Assert.Equal(DiagnosticOf.CannotRead, found.Code);
        Assert.StartsWith("the file cannot be read", found.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void AFileWithoutAnEndIsLeftAfterTheLimit()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs a file without an end");
        Assert.Equal(DiagnosticOf.TooLarge, Assert.Single(ScenarioSource.Load("/dev/zero").Diagnostics).Code);
    }

    [Fact]
    public void HugeRowsAreToldQuickly()
    {
        string words = string.Concat(Enumerable.Repeat("QQ ", 300_000));
        ScenarioSet set = Reading.Bind($"scenario,members,what,value,to\nx,{words},at_least_pct,3,2035\nx,FRA,hold{new string(',', 500_000)}\n");
        Assert.Equal(11, set.Diagnostics.Count(d => d.IsError));
        Assert.All(set.Diagnostics, d => Assert.True(DiagnosticText.Render(d).Length < 1000));
    }

    [Fact]
    public void OneScenarioInTwoFilesIsAnError()
    {
        ScenarioFile one = Reading.Read("scenario,members,what,value,to\nx,FRA,at_least_pct,3,2035\n", "one.csv");
        ScenarioFile two = Reading.Read("scenario,members,what,value,to\ny,FRA,at_least_pct,3,2035\nx,FRA,at_least_pct,4,2035\n", "two.csv");
        ScenarioSet set = Reading.Bind([one, two]);
        Diagnostic found = Assert.Single(set.Diagnostics, d => d.IsError);
        Assert.Equal((DiagnosticOf.DoubleScenario, "two.csv", 3, 1), (found.Code, found.Spot.File, found.Spot.Line, found.Spot.Column));
        Assert.Contains("one.csv", found.Message, StringComparison.Ordinal);
        Assert.Equal(["x", "y"], set.Scenarios.Select(s => s.Id));
    }

    [Fact]
    public void AnEditionWithoutPlansRefusesPlanRows()
    {
        ScenarioSet set = Reading.Bind(DiagnosticCatalogue.UsualHeader + "\nx,FRA,plan,then-hold,,,,,\n", TestEdition.Older);
        Diagnostic found = Assert.Single(set.Diagnostics, d => d.IsError);
        Assert.Equal((DiagnosticOf.NoPlans, 2, 7), (found.Code, found.Spot.Line, found.Spot.Column));
    }

    [Fact]
    public void AnEditionThatTheUserChoseIsUsedAndTold()
    {
        const string Text = DiagnosticCatalogue.UsualHeader + "\nx,,edition,nato-2024,,,,,\nx,FRA,at_least_pct,3,,2035,,,\n";
        ScenarioSet set = Reading.Bind(Text, options: new BindOptions { EditionOverride = true });
        Assert.False(set.HasErrors);
        Assert.Equal(DiagnosticOf.EditionOverridden, Assert.Single(set.Diagnostics).Code);
        Assert.False(Reading.Bind(Text, TestEdition.Older).HasErrors);
    }

    [Fact]
    public void AnUnknownShippedScenarioSuggestsTheNearest()
    {
        ScenarioSet set = Reading.Bind([], options: new BindOptions { ShippedIds = ["anounced", "hague-core"] });
        Diagnostic found = Assert.Single(set.Diagnostics);
        Assert.Equal((DiagnosticOf.UnknownScenario, "did you mean announced?"), (found.Code, found.Help));
        Assert.Equal(["hague-core"], set.Scenarios.Select(s => s.Id));
    }

    [Fact]
    public void AcceptedFormsAreToldOnceEach()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("scenario;members;what;value;to\r\nx;FRA;at_least_pct;3,5 %;2035\r\n\r\n;;;;\r\n# remark\r\nx;DEU;at_least_pct;3,5 %;2035\r\n")];
        ScenarioSet set = Reading.Bind([ScenarioReader.Read("x.csv", bytes)]);
        Assert.Equal(["NS201", "NS203", "NS204", "NS205", "NS206", "NS207"], set.Diagnostics.Select(d => d.Code).Order(StringComparer.Ordinal));
        Assert.All(set.Diagnostics, d => Assert.Equal(Severity.Notice, d.Severity));
        Assert.Contains("2 blank rows", Assert.Single(set.Diagnostics, d => d.Code == "NS205").Message, StringComparison.Ordinal);
        Assert.Contains("(2 times", Assert.Single(set.Diagnostics, d => d.Code == "NS207").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Windows1252IsReadWithItsOwnSigns()
    {
        // 0x80 is the euro sign, 0x9C the ligature oe; both are control codes in Latin-1.
        byte[] bytes = [.. Encoding.ASCII.GetBytes("scenario,members,what,value\nx,,title,"), 0x80, 0x20, 0x9C, 0xE9, 0x0A];
        ScenarioFile file = ScenarioReader.Read("x.csv", bytes);
        Assert.Equal("\u20AC \u0153\u00E9", ScenarioFileInfo.Of(file)[0].Title);
        Assert.Equal([DiagnosticOf.Windows1252], file.Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void AllProblemsOfAllFilesAreToldAtOnce()
    {
        ScenarioFile one = Reading.Read(DiagnosticCatalogue.UsualHeader + "\nx,FRA,at_least_pct,45,,2024,linr,cor,\nx,Germny,hold,1,,,,,\n", "one.csv");
        ScenarioFile two = Reading.Read(DiagnosticCatalogue.UsualHeader + ",colour\ny,FRA,plan,then,,,,,,\ny,,title,,,,,,,\n", "two.csv");
        ScenarioSet set = Reading.Bind([one, two]);
        Assert.Equal(
            ["one.csv:2 NS012", "one.csv:2 NS028", "one.csv:2 NS031", "one.csv:2 NS034", "one.csv:3 NS020", "one.csv:3 NS026", "two.csv:1 NS008", "two.csv:2 NS038", "two.csv:3 NS024"],
            set.Diagnostics.Where(d => d.IsError).Select(d => $"{d.Spot.File}:{d.Spot.Line} {d.Code}").Order(StringComparer.Ordinal));
        Assert.Empty(set.Scenarios);
        Assert.Equal(new InputCount(2, 4), set.Count);
    }

    /// <summary>Codes by name, as constants for attributes.</summary>
    internal static class DiagnosticOf
    {
        public const string CannotRead = "NS001";
        public const string TooLarge = "NS002";
        public const string Workbook = "NS003";
        public const string Utf16 = "NS004";
        public const string NotText = "NS005";
        public const string NoPlans = "NS037";
        public const string DoubleScenario = "NS044";
        public const string UnknownScenario = "NS047";
        public const string ByteOrderMark = "NS201";
        public const string Windows1252 = "NS202";
        public const string LineEnds = "NS203";
        public const string EditionOverridden = "NS211";
    }
}
