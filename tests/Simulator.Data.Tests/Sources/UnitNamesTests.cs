using Simulator.Alliance;
using Simulator.Data.Editions;
using Simulator.Data.Sources;
using Simulator.Data.Tests.Editions;
using Simulator.Data.Tests.Projections;

namespace Simulator.Data.Tests.Sources;

public sealed class UnitNamesTests : IDisposable
{
    private static readonly Roster Roster = ShippedWorld.Hold("nato-2026", 2035).Edition.Roster;

    private readonly string _root = Directory.CreateTempSubdirectory("natosim-names-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Every_member_and_every_group_has_a_name_of_its_own_in_every_language()
    {
        UnitNames names = UnitNames.Load(Shipped.Folder, Roster).Value;
        Assert.Equal(6, UnitNames.Languages.Count);
        foreach (string language in UnitNames.Languages)
        {
            string[] all = [.. Roster.Members.Select(m => names.Of(m, language)), .. Roster.Groups.Select(g => names.Of(g, language))];
            Assert.Equal(Roster.Members.Count + Roster.Groups.Count, all.Distinct(StringComparer.Ordinal).Count());
            Assert.All(all, n => Assert.Equal(n.Trim(), n));
        }

        Assert.All(Roster.Members, m => Assert.Equal(m.Name, names.Of(m, "en")));
        Assert.All(Roster.Groups, g => Assert.Equal(g.Title, names.Of(g, "en")));
    }

    [Theory]
    [InlineData("DEU", "Germany", "Allemagne", "Deutschland", "Germania", "Alemania", "Niemcy")]
    [InlineData("TUR", "Türkiye", "Türkiye", "Türkei", "Turchia", "Turquía", "Turcja")]
    [InlineData("NLD", "Netherlands", "Pays-Bas", "Niederlande", "Paesi Bassi", "Países Bajos", "Niderlandy")]
    [InlineData("LVA", "Latvia", "Lettonie", "Lettland", "Lettonia", "Letonia", "Łotwa")]
    [InlineData("LTU", "Lithuania", "Lituanie", "Litauen", "Lituania", "Lituania", "Litwa")]
    [InlineData("SVK", "Slovakia", "Slovaquie", "Slowakei", "Slovacchia", "Eslovaquia", "Słowacja")]
    [InlineData("SVN", "Slovenia", "Slovénie", "Slowenien", "Slovenia", "Eslovenia", "Słowenia")]
    public void Names_stand_with_the_right_member(string iso3, params string[] expected)
    {
        UnitNames names = UnitNames.Load(Shipped.Folder, Roster).Value;
        Assert.Equal(expected, new[] { "en", "fr", "de", "it", "es", "pl" }.Select(l => names.Of(Roster.Member(iso3), l)));
    }

    [Fact]
    public void Without_a_table_the_roster_names_its_members()
    {
        Assert.Equal("Germany", UnitNames.English.Of(Roster.Member("DEU"), "de"));
    }

    [Theory]
    [InlineData("POL,pl,Polska", "POL,pl,", "name is blank", true)]
    [InlineData("POL,pl,Polska", "POX,pl,Polska", "\"POX\" is neither a member nor a group", true)]
    [InlineData("POL,pl,Polska", "POL,cs,Polsko", "language is \"cs\"; one of de, en, es, fr, it, pl is expected", true)]
    [InlineData("POL,pl,Polska", "POL,it,Polonia", "POL is named twice in it", true)]
    [InlineData("POL,pl,Polska\n", "", "POL has no name in pl", false)]
    [InlineData("BALTIC,de,Baltische Staaten\n", "", "BALTIC has no name in de", false)]
    [InlineData("id,language,name", "id,lang,name", "no column language", true)]
    public void A_fault_in_the_file_is_named(string text, string replacement, string message, bool hasLine)
    {
        foreach (string file in Directory.EnumerateFiles(Shipped.Folder.Root, "*.csv"))
        {
            File.Copy(file, Path.Combine(_root, Path.GetFileName(file)));
        }

        string path = Path.Combine(_root, UnitNames.FileName);
        string content = File.ReadAllText(path);
        Assert.Contains(text, content, StringComparison.Ordinal);
        File.WriteAllText(path, content.Replace(text, replacement, StringComparison.Ordinal));
        DataResult<UnitNames> result = UnitNames.Load(DataFolder.Open(_root).Value, Roster);
        Assert.False(result.Ok);
        DataProblem problem = Assert.Single(result.Problems, p => p.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal(path, problem.File);
        Assert.Equal(hasLine, problem.Line > 0);
    }
}
