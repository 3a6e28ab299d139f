using System.Diagnostics;
using System.Globalization;

namespace Simulator.Cli.Tests;

/// <summary>The workbook as LibreOffice opens it.</summary>
public class WorkbookTests
{
    [SkippableFact]
    public void LibreOffice_opens_every_sheet_and_prints_the_workbook()
    {
        string? office = Program("soffice") ?? Program("libreoffice");
        Skip.If(office is null, "LibreOffice is not installed, so natosim.xlsx is not opened with it");

        using TemporaryFolder folder = new();
        (int exit, _, string error) = Repository.Natosim("run", "hague-core", "--members", "ITA", "--out", folder.Path("out"), "--charts", "none", "--tables", "xlsx");
        Assert.Equal(ExitCode.Done, exit);
        Assert.Contains("natosim.xlsx", error, StringComparison.Ordinal);

        // -1 writes a file for each sheet; its numbers are told in full by the second last token.
        Convert(office, folder, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1");
        string[] sheets = [.. Directory.GetFiles(folder.Root, "natosim-*.csv").Select(f => System.IO.Path.GetFileNameWithoutExtension(f)["natosim-".Length..])];
        foreach (string sheet in new[] { "Summary", "Charts", "Answers", "Projections", "Money", "Groups", "History", "IAMC", "Fiscal", "Chart data", "Columns" })
        {
            Assert.Contains(sheet, sheets);
        }

        string[] ours = File.ReadAllLines(folder.Path("out/groups.csv"));
        string[] theirs = File.ReadAllLines(folder.Path("natosim-Groups.csv"));
        Assert.Equal(ours.Length, theirs.Length);
        for (int row = 1; row < ours.Length; row += 17)
        {
            Assert.Equal(ours[row].Split(',').Select(Rounded), theirs[row].Split(',').Select(Rounded));
        }

        Convert(office, folder, "pdf");
        Assert.True(new FileInfo(folder.Path("natosim.pdf")).Length > 20_000);
    }

    // LibreOffice writes 15 digits and quotes as it likes.
    private static string Rounded(string cell)
    {
        string plain = cell.Trim('"');
        return double.TryParse(plain, CultureInfo.InvariantCulture, out double number) ? number.ToString("G12", CultureInfo.InvariantCulture) : plain;
    }

    private static void Convert(string office, TemporaryFolder folder, string format)
    {
        ProcessStartInfo start = new(office)
        {
            WorkingDirectory = folder.Root,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        // A profile of its own: a LibreOffice that is open on the desk would take the call otherwise.
        foreach (string argument in new[] { "-env:UserInstallation=" + new Uri(folder.Path("profile")).AbsoluteUri, "--headless", "--convert-to", format, folder.Path("out/natosim.xlsx") })
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> said = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(3)), "LibreOffice did not end");
        Assert.True(process.ExitCode == 0, output + said.Result);
        Assert.DoesNotContain("Error:", output + said.Result, StringComparison.Ordinal);
    }

    private static string? Program(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => System.IO.Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
