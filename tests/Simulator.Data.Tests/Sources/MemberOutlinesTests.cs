using Simulator.Alliance;
using Simulator.Data.Editions;
using Simulator.Data.Sources;

namespace Simulator.Data.Tests.Sources;

public sealed class MemberOutlinesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("outlines").FullName;

    public void Dispose() => Directory.Delete(_root, true);

    [Fact]
    public void Every_member_has_an_outline_of_its_own_size()
    {
        DataFolder folder = DataFolder.Shipped().Value;
        Roster roster = EditionStore.LoadRoster(folder).Value;
        MemberOutlines outlines = MemberOutlines.Load(folder, roster).Value;
        double Area(string iso3) => roster.TryMember(iso3, out Member? m) ? outlines.Of(m.Index).Sum(ring => AreaOf(ring)) : double.NaN;

        Assert.All(roster.Members, m => Assert.NotEmpty(outlines.Of(m.Index)));
        Assert.All(roster.Members.SelectMany(m => outlines.Of(m.Index)), ring => Assert.True(ring.Length > 2));
        // The projection keeps areas; simplified coasts and small islands cost a few percent. Land areas are those of atlases, thousand km².
        Assert.Equal(357, Area("DEU") / 1000, 357 * 0.05);
        Assert.Equal(312, Area("POL") / 1000, 312 * 0.05);
        Assert.Equal(103, Area("ISL") / 1000, 103 * 0.08);
        Assert.Equal(783, Area("TUR") / 1000, 783 * 0.05);
        Assert.True(Area("CAN") > 8000_000 && Area("USA") > 8000_000);
    }

    [Theory]
    [InlineData("XYZ,01,001,1,1", "XYZ is not a member")]
    [InlineData("BEL,02,001,1,1", "numbered from 1 without a gap")]
    [InlineData("BEL,01,002,1,1", "numbered from 1 without a gap")]
    [InlineData("BEL,01,001,1,", "a corner needs both places")]
    [InlineData("BEL,01,001,one,1", "a number with a decimal point is expected")]
    public void A_wrong_row_is_told(string row, string message)
    {
        File.WriteAllText(Path.Combine(_root, "editions.csv"), "id\n");
        File.WriteAllText(Path.Combine(_root, MemberOutlines.FileName), "iso3,ring,corner,x_km,y_km\n" + row + "\n");
        DataResult<MemberOutlines> result = MemberOutlines.Load(DataFolder.Open(_root).Value, EditionStore.LoadRoster(DataFolder.Shipped().Value).Value);
        Assert.False(result.Ok);
        Assert.Contains(result.Problems, p => p.Message.Contains(message, StringComparison.Ordinal) && p.Line == 2);
    }

    [Fact]
    public void A_folder_without_outlines_has_none() => Assert.True(MemberOutlines.None.IsEmpty && MemberOutlines.None.Of(3).IsEmpty);

    private static double AreaOf(IReadOnlyList<Corner> ring) =>
        Math.Abs(Enumerable.Range(0, ring.Count).Sum(i =>
            (ring[i].EastKm * ring[(i + 1) % ring.Count].NorthKm) - (ring[(i + 1) % ring.Count].EastKm * ring[i].NorthKm))) / 2;
}
