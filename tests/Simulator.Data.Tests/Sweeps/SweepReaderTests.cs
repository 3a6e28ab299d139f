using System.Text;
using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Data.Sweeps;
using Simulator.Data.Tests.Scenarios;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Sweeps;
using Simulator.Sweeps.Designs;

namespace Simulator.Data.Tests.Sweeps;

public sealed class SweepReaderTests
{
    private const string Good =
        "parameter,members,low,high,levels,distribution,note\n"
        + "# what nobody knows\n"
        + "at_least_pct,EUROPE except GBR,3,4.5,3|3.5|4.5,,\"from plans, to the pledge\"\n"
        + "to,,2030,2038,,,\n"
        + ",,,,,,\n"
        + "delay_years,FRA DEU,0,3,,uniform,\n"
        + "multiplier,,0.3,1.5,,log-uniform,\n"
        + "growth_pp,,-1,0.5,,normal,\n"
        + "delivery_pct,,20 %,100 %,80 %,triangular,\n"
        + "shape,EUROPE,,,linear|front 2.5|fastest,choice,\n"
        + "outcome,share_pct:EUROPE:2035,3.5,,,,\n"
        + "outcome,cumulative_extra_usd_bn:FRA:2027-2035,,250.5,,,\n";

    public static TheoryData<string, string> Dialects()
    {
        TheoryData<string, string> all = [];
        foreach (string culture in new[] { "", "de-DE", "tr-TR" })
        {
            foreach (string dialect in new[] { "comma", "semicolon", "tab", "mark", "crlf", "1252", "order" })
            {
                all.Add(culture, dialect);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public void AFileReadsTheSameInEveryDialectAndCulture(string culture, string dialect)
    {
        using CultureScope scope = new(culture);
        SweepFile file = SweepReader.Read("my.csv", Written(dialect), TestEdition.Latest);
        Assert.Empty(file.Diagnostics.Where(d => d.Severity != Severity.Notice).Select(DiagnosticText.Render));
        Assert.False(file.HasErrors);
        Assert.Equal(
            ["at_least_pct:EUROPE except GBR", "to", "delay_years:FRA DEU", "multiplier", "growth_pp", "delivery_pct", "shape:EUROPE"],
            file.Factors.Select(f => f.Name));
        Assert.Equal<FactorRange>(
            [
                new UniformRange(3, 4.5), new WholeNumberRange(2030, 2038), new WholeNumberRange(0, 3), new LogUniformRange(0.3, 1.5),
                new NormalRange(-1, 0.5), new TriangularRange(20, 100, 80), new ChoiceRange(3),
            ],
            file.Factors.Select(f => f.Range));
        Assert.All(file.Factors, f => Assert.Empty(f.Range.Faults()));
        Assert.Equal(["linear", "front 2.5", "fastest"], file.Factors[6].Words);
        Assert.Equal([(Shape.Linear, 0.0), (Shape.Front, 2.5), (Shape.Fastest, 0)], file.Factors[6].Shapes);
        Assert.Equal(["3|3.5|4.5", "", "", "", "", "", ""], file.Levels.Select(l => string.Join('|', l.Values.Select(v => v.ToString(System.Globalization.CultureInfo.InvariantCulture)))));
        Assert.Equal(["share_pct:EUROPE:2035", "cumulative_extra_usd_bn:FRA:2027-2035"], file.Outcomes.Select(o => o.Name));
        Assert.Equal((3.5, double.NaN), (file.Outcomes[0].GoalAtLeast, file.Outcomes[0].GoalAtMost));
        Assert.Equal((double.NaN, 250.5, 2027, 2035, CurrencyChoice.Usd), (file.Outcomes[1].GoalAtLeast, file.Outcomes[1].GoalAtMost, file.Outcomes[1].FirstYear, file.Outcomes[1].LastYear, file.Outcomes[1].Currency));
        Assert.Equal(new InputCount(1, 9), file.Count);
        Assert.Equal(64, file.Sha256.Length);
        if (dialect != "order")
        {
            Assert.Equal("from plans, to the pledge", file.Factors[0].Note);
            Assert.Equal([3, 4, 6, 7, 8, 9, 10], file.Factors.Select(f => f.Origin.Line));
        }
    }

    [Fact]
    public void MembersAreThoseOfTheExpressionWithoutIcelandWhereAPathIsMoved()
    {
        Roster roster = TestEdition.Latest.Roster;
        Assert.Equal(SweepReading.Members("DNK FIN NOR SWE"), SweepReading.One("to,NORDIC,2030,2038,,,\n").Members);
        Assert.Equal(roster.WithForces, SweepReading.One("start_revision_pct,,-14,6,,,\n").Members);
        Assert.Equal(roster.WithForces.Except(SweepReading.Members("USA")), SweepReading.One("shape,all Except usa,,,linear|back,,\n").Members);

        // A setting is nobody's core path: Iceland's growth can be moved.
        Assert.Equal(roster.All, SweepReading.One("growth_pp,,-1,1,,,\n").Members);
        Assert.Equal(SweepReading.Members("ISL"), SweepReading.One("growth_pp,ISL,-1,1,,,\n").Members);
    }

    [Theory]
    [InlineData("to,,2030,2038,,,", "to")]
    [InlineData("to,ALL,2030,2038,,,", "to")]
    [InlineData("to,\" fra ;deu\",2030,2038,,,", "to:FRA DEU")]
    [InlineData("TO,europe EXCEPT gbr,2030,2038,,,", "to:EUROPE except GBR")]
    public void NamesAreInTheUsualWriting(string row, string name) => Assert.Equal(name, SweepReading.One(row + "\n").Name);

    [Theory]
    [InlineData("definition,DEU,,,national|nato,,", "nato|national")]
    [InlineData("limits,,,,None|exceptional,choice,", "exceptional|none")]
    [InlineData("budgets_follow,,,,plan | gdp,,", "gdp|plan")]
    [InlineData("backfill_by,EUROPE,,,gap|gdp|room,,", "gdp|gap|room")]
    [InlineData("shape,,,,fastest|FRONT|step 0.25,,", "fastest|front 2|step 0.25")]
    public void WordsStandInTheOrderOfTheirSettingAndShapesAsWritten(string row, string words)
    {
        Factor factor = SweepReading.One(row + "\n");
        Assert.True(factor.IsCategorical);
        Assert.Equal(words, string.Join('|', factor.Words));
        Assert.Equal(new ChoiceRange(factor.Words.Count), factor.Range);
    }

    [Theory]
    [InlineData("delivery_pct,,20,100,5,,", new[] { 20.0, 40, 60, 80, 100 })]
    [InlineData("delivery_pct,,20,100,100|20|50,,", new[] { 100.0, 20, 50 })]
    [InlineData("to,,2030,2038,5,,", new[] { 2030.0, 2032, 2034, 2036, 2038 })]
    [InlineData("to,,2030,2038,2030|2035,,", new[] { 2030.0, 2035 })]
    [InlineData("growth_pp,,-1,0.5,2,normal,", new[] { -1, 0.5 })]
    [InlineData("growth_pp,,-1,0.5,,,", new double[0])]
    public void LevelsOfAGridAreValuesOrACount(string row, double[] values)
    {
        SweepLevels levels = Assert.Single(SweepReading.Sound(row + "\n").Levels);
        Assert.Equal(values, levels.Values);
        Assert.Equal(values.Length > 0, levels.AreGiven);
        if (levels.AreGiven)
        {
            Assert.Equal(values.Length, levels.Range.Kinds);
        }
    }

    [Theory]
    [InlineData("delivery_pct,,20,100,,triangular,", 60)]
    [InlineData("delivery_pct,,20,100,100,triangular,", 100)]
    public void TheModeIsTheLevelOrTheMiddle(string row, double mode) =>
        Assert.Equal(new TriangularRange(20, 100, mode), SweepReading.One(row + "\n").Range);

    [Fact]
    public void EveryParameterThatASweepKnowsCanBeRead()
    {
        foreach (string name in SweepParameter.Names)
        {
            Assert.True(SweepParameter.TryFind(name, out SweepParameter parameter));
            bool isYear = name is "from" or "to";
            string words = parameter.Part == SweptPart.Shape ? "linear|back" : parameter.IsCategorical ? string.Join('|', SettingCatalogue.Of(parameter.Setting).Choices) : "";
            Factor factor = SweepReading.One(parameter.IsCategorical ? $"{name},,,,{words},,\n" : $"{name},,{(isYear ? "2030,2031" : "0,1")},,,\n");
            Assert.Equal(name, factor.Name);
        }
    }

    [Fact]
    public void EverySettingThatASweepDoesNotKnowIsToldWhy()
    {
        string[] paths = ["hold", "budget_bn", "plan"];
        foreach (string name in SettingCatalogue.All.Where(s => !s.Sweepable).Select(s => s.Name).Concat(paths))
        {
            Diagnostic found = Assert.Single(SweepReading.Read(SweepReading.Head + name + ",,1,2,,,\n").Diagnostics);
            Assert.Equal(("NS050", 2, 1, name), (found.Code, found.Spot.Line, found.Spot.Column, Reading.Underlined(found)));
            Assert.NotEmpty(found.Help);
        }
    }

    [Fact]
    public void AllProblemsAreToldAtOnceInOrder()
    {
        SweepFile file = SweepReading.Read(
            "parameter,member,low,high,levels,distribution\n"
            + "at_least_pct,Germny,45,3,,unform\n"
            + "shap,EUROPE,,,linear|liner,\n"
            + "outcome,share:EUROP:2061,x,,,\n");
        Assert.Equal(
            ["1 NS008", "2 NS020", "2 NS012", "2 NS053", "3 NS049", "4 NS060", "4 NS020", "4 NS028", "4 NS013"],
            file.Diagnostics.Select(d => $"{d.Spot.Line} {d.Code}"));
        Assert.Empty(file.Factors);
        Assert.Empty(file.Outcomes);
    }

    [Fact]
    public void AFractionForAShareIsAWarning()
    {
        SweepFile file = SweepReading.Read(SweepReading.Head + "at_least_pct,,0.03,0.05,,,\n");
        Assert.Equal([("NS103", 15), ("NS103", 20)], file.Diagnostics.Select(d => (d.Code, d.Spot.Column)));
        Assert.False(file.HasErrors);
    }

    [Fact]
    public void WhatWasAcceptedIsToldOnceEach()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("Parameter;members;low;high\r\nat_least_pct;fra;2,5 %;3,5 %\r\nto;deu;2030;2031\r\n\r\n;;;\r\n# remark\r\noutcome;share_pct:europe:2035;3.25;\r\n")];
        SweepFile file = SweepReader.Read("x.csv", bytes, TestEdition.Latest);
        Assert.All(file.Diagnostics, d => Assert.Equal(Severity.Notice, d.Severity));
        Assert.Equal(["NS201", "NS203", "NS204", "NS205", "NS206", "NS207", "NS212", "NS212", "NS213"], file.Diagnostics.Select(d => d.Code).Order(StringComparer.Ordinal));
        Assert.Contains("(3 times", file.Diagnostics.Single(d => d.Code == "NS212" && d.Spot.Line > 1).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileOnDiskThatCannotBeReadIsTold()
    {
        string folder = Directory.CreateTempSubdirectory("natosim-tests").FullName;
        try
        {
            SweepFile none = SweepReader.Load(Path.Combine(folder, "none.csv"), TestEdition.Latest);
            Assert.Equal("NS001", Assert.Single(none.Diagnostics).Code);
            Assert.Contains("sweep file", Assert.Single(SweepReader.Load(folder, TestEdition.Latest).Diagnostics).Help, StringComparison.Ordinal);
            string path = Path.Combine(folder, "my.csv");
            File.WriteAllText(path, Good);
            SweepFile file = SweepReader.Load(path, TestEdition.Latest);
            Assert.False(file.HasErrors);
            Assert.Equal((path, new FileInfo(path).Length), (file.Name, file.Length));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static byte[] Written(string dialect)
    {
        string other = Good.Replace("\"from plans, to the pledge\"", "\"from plans# to the pledge\"", StringComparison.Ordinal);
        string Separated(char separator) => other.Replace(',', separator).Replace('#', ',').Replace(", what nobody", "# what nobody", StringComparison.Ordinal);
        return dialect switch
        {
            "semicolon" => Encoding.UTF8.GetBytes(Separated(';').Replace("4.5", "4,5", StringComparison.Ordinal).Replace("3.5", "3,5", StringComparison.Ordinal).Replace("0.3;1.5", "0,3;1,5", StringComparison.Ordinal)
                .Replace("0.5", "0,5", StringComparison.Ordinal).Replace("2.5", "2,5", StringComparison.Ordinal).Replace("250.5", "250,5", StringComparison.Ordinal)),
            "tab" => Encoding.UTF8.GetBytes(Separated('\t')),
            "mark" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)],
            "crlf" => Encoding.UTF8.GetBytes(Good.Replace("\n", "\r\n", StringComparison.Ordinal)),
            "1252" => Encoding.Latin1.GetBytes(Good.Replace("to,,2030,2038,,,", "to,,2030,2038,,,später", StringComparison.Ordinal)),
            "order" => Encoding.UTF8.GetBytes(string.Concat(Good.Split('\n')[..^1].Where(l => !l.StartsWith('#')).Select(l => l.Replace("\"from plans, to the pledge\"", "", StringComparison.Ordinal))
                .Select(l => string.Join(',', Enumerable.Range(0, 7).Select(i => l.Split(',')[6 - i])) + "\n"))),
            _ => Encoding.UTF8.GetBytes(Good),
        };
    }
}
