using Simulator.Data.Diagnostics;
using Simulator.Data.Scenarios;

namespace Simulator.Data.Tests.Scenarios;

public sealed class StarterFileTests
{
    public static TheoryData<ExcelVariant, string> Variants()
    {
        TheoryData<ExcelVariant, string> variants = [];
        foreach (ExcelVariant variant in Enum.GetValues<ExcelVariant>())
        {
            foreach (string culture in new[] { "", "de-DE", "tr-TR" })
            {
                variants.Add(variant, culture);
            }
        }

        return variants;
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void PassesCheckAndMeansTheSameInEveryVariant(ExcelVariant variant, string culture)
    {
        using CultureScope scope = new(culture);
        ScenarioSet set = Reading.Bind([ScenarioReader.Read("starter.csv", StarterFile.Bytes(variant))]);
        Assert.Equal("", string.Concat(set.Diagnostics.Where(d => d.Severity != Severity.Notice).Select(DiagnosticText.Render)));
        ScenarioSet plain = Reading.Bind([ScenarioReader.Read("starter.csv", StarterFile.Bytes(ExcelVariant.None))]);
        Assert.Equal(["my-first", "my-second"], set.Scenarios.Select(s => s.Id));
        for (int i = 0; i < set.Scenarios.Count; i++)
        {
            Assert.Equal(plain.Scenarios[i].Title, set.Scenarios[i].Title);
            Assert.Equal(plain.Scenarios[i].Settings.Select(s => (s.Setting, s.Members, s.Number)), set.Scenarios[i].Settings.Select(s => (s.Setting, s.Members, s.Number)));
            Assert.Equal(plain.Scenarios[i].Paths.Select(p => (p.What, p.Members, p.Value, p.To, p.Shape, p.ShapeValue)), set.Scenarios[i].Paths.Select(p => (p.What, p.Members, p.Value, p.To, p.Shape, p.ShapeValue)));
        }
    }

    [Theory]
    [InlineData(ExcelVariant.None)]
    [InlineData(ExcelVariant.De)]
    public void FitsTheOlderEditionToo(ExcelVariant variant) =>
        Assert.DoesNotContain(Reading.Bind([ScenarioReader.Read("s.csv", StarterFile.Bytes(variant))], TestEdition.Older).Diagnostics, d => d.Severity != Severity.Notice);

    [Fact]
    public void ExcelVariantsStartWithAByteOrderMark()
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];
        Assert.Equal(mark, StarterFile.Bytes(ExcelVariant.De)[..3]);
        Assert.Equal(mark, StarterFile.Bytes(ExcelVariant.Us)[..3]);
        Assert.NotEqual(mark, StarterFile.Bytes(ExcelVariant.None)[..3]);
        Assert.Contains("my-first;POL;share_pct;4,5;;2030", StarterFile.Text(ExcelVariant.Fr), StringComparison.Ordinal);
    }
}
