using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Data.Sweeps;
using Simulator.Data.Tests.Scenarios;
using Simulator.Sweeps;

namespace Simulator.Data.Tests.Sweeps;

/// <summary>Short ways from a text to what a sweep file says.</summary>
internal static class SweepReading
{
    public const string Head = DiagnosticCatalogue.SweepHeader + "\n";

    public static SweepFile Read(string text, Edition? edition = null) => SweepReader.Read("my.csv", Reading.Utf8(text), edition ?? TestEdition.Latest);

    /// <summary>A text under the usual header, read without any error.</summary>
    public static SweepFile Sound(string rows)
    {
        SweepFile file = Read(Head + rows);
        Assert.Empty(file.Diagnostics.Where(d => d.IsError).Select(DiagnosticText.Render));
        return file;
    }

    /// <summary>The only factor of a text.</summary>
    public static Factor One(string row) => Assert.Single(Sound(row).Factors);

    /// <summary>Members by their codes, apart from the reader's own way.</summary>
    public static MemberSet Members(string codes) =>
        codes.Split(' ').Aggregate(MemberSet.Empty, (set, code) => set.Union(MemberSet.Of(TestEdition.Latest.Roster.Member(code).Index)));
}
