using System.Xml.Linq;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Svg;
using Simulator.Charts.Tests;
using Simulator.Data.Editions;
using Simulator.Data.Sources;
using Simulator.Engine;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Figures;

namespace Simulator.Reports.Tests.Figures;

public sealed class NatoFiguresTests
{
    private static readonly string[] Ids =
        ["nato-share", "nato-total", "nato-volume", "nato-equipment", "nato-quadrant", "nato-per-head", "nato-distribution", "long-history"];

    private static readonly RunResults Tiny = TinyRun.Results(new RunOptions(), TinyRun.Core, TinyRun.Hold);

    private static readonly Lazy<RunResults> Shipped = new(ReadShipped);

    public static TheoryData<string, int> Years()
    {
        TheoryData<string, int> data = [];
        foreach (string id in Ids)
        {
            foreach (int year in new[] { 2024, 2025, 2026, 2030 })
            {
                data.Add(id, year);
            }
        }

        return data;
    }

    public static TheoryData<string, string> Pages()
    {
        TheoryData<string, string> data = [];
        foreach (string id in Ids)
        {
            foreach (FigureFormat format in FigureFormat.Named.Append(FigureFormat.Free).Append(FigureFormat.Pixels(600, 800)))
            {
                data.Add(id, format.Name);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void A_figure_states_a_finding_and_where_it_comes_from(string id, int year)
    {
        FigureRequest request = Request(Tiny, id, year);
        if (id == "nato-distribution" && year == 2030)
        {
            Assert.Contains("end in 2026", Recipe(id).Lacks(request), StringComparison.Ordinal);
            return;
        }

        Assert.Equal("", Recipe(id).Lacks(request));
        Figure figure = Recipe(id).Build(request);
        Assert.Equal(id, figure.Id);
        Assert.InRange(figure.Title.Split(' ').Length, 4, 10);
        Assert.Equal("3 July 2026", figure.Credit.CutOff);
        Assert.Contains(year == 2030 ? "3.5 % core by 2035" : "ore defence", figure.Subtitle + figure.Credit.Note, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", figure.Data.ToCsv() + figure.Title + figure.Description, StringComparison.Ordinal);
        XDocument.Parse(SvgRenderer.Render(figure, Theme.Light));
    }

    [Fact]
    public void Shares_are_those_that_members_are_counted_by()
    {
        foreach (int year in new[] { 2025, 2026, 2030 })
        {
            Figure figure = Build(Tiny, "nato-share", year);
            Projection p = Tiny.Projections[0];
            foreach (ReportUnit member in Tiny.Members.Where(m => m.Id != "ISL"))
            {
                Assert.Equal(p.CountedSharePct(member.Unit.MemberIndex, year), Value(figure, member.Name, year, 4));
                Assert.Equal(p.CountedSharePct(member.Unit.MemberIndex, 2024), Value(figure, member.Name, 2024, 4));
            }

            Assert.Equal(Rounding.HalfUp(p.SharePct(Unit.Group(TinyAlliance.Roster.Group("ALL")), year), 2), Value(figure, "All members", year, 4));
            Assert.Equal(year <= 2025 ? 2 : 3.5, figure.Data.Rows.First(r => r[0].ToString() == "Italy")[5].Number);
        }
    }

    [Fact]
    public void Titles_have_the_right_words_for_none_one_some_and_all()
    {
        Assert.Equal("2 of 4 allies spend at least 2% in 2024", Build(Tiny, "nato-share", 2024).Title);
        Assert.Equal("1 of 4 allies spends at least 3.5% in 2026e", Build(Tiny, "nato-share", 2026).Title);
        Assert.Equal("All 4 allies spend at least 3.5% in 2035", Build(Tiny, "nato-share", 2035).Title);
        Scenario nine = WithLine(TinyAlliance.Roster.All, 9);
        Scenario own = WithLine(MemberSet.Of(TinyAlliance.Italy), 2);
        Assert.Equal("No ally spends 9% in 2026e", Build(TinyRun.Results(new RunOptions(), nine), "nato-share", 2026).Title);
        Assert.Equal("No ally meets both guidelines in 2026e", Build(TinyRun.Results(new RunOptions(), nine), "nato-quadrant", 2026).Title);
        RunResults apart = TinyRun.Results(new RunOptions(), own);
        Assert.Equal("2 of 4 allies are at their guidelines in 2026e", Build(apart, "nato-share", 2026).Title);
        Assert.Contains("different levels", Recipe("nato-quadrant").Lacks(Request(apart, "nato-quadrant", 2026)), StringComparison.Ordinal);
        Assert.Equal("All 4 allies reach 20% for equipment in 2025e", Build(Tiny, "nato-equipment", 2025).Title);
        Assert.Equal("United States leads per head with USD 2,772 in 2026e", Build(Tiny, "nato-per-head", 2026).Title);
        Assert.Equal("Equipment takes 25.0% of allied spending in 2026e", Build(Tiny, "nato-distribution", 2026).Title);
    }

    [Fact]
    public void A_year_outside_the_results_is_refused_with_the_years_that_there_are()
    {
        foreach (string id in Ids)
        {
            foreach (int year in new[] { 0, 2023, 2036 })
            {
                Assert.Contains("outside the years of the results, 2024 to 2035", Recipe(id).Lacks(Request(Tiny, id, year)), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData(2026, 3)]
    [InlineData(2030, 12)]
    public void The_total_and_the_volumes_are_those_of_the_projection(int year, int rows)
    {
        Projection p = Tiny.Projections[0];
        Unit unit = Unit.Group(TinyAlliance.Roster.Group("NATO_EUR_CAN"));
        MoneyBasis money = new(CurrencyChoice.Eur, PriceBasis.BaseYear);
        Figure total = Build(Tiny, "nato-total", year);
        Assert.Equal("year,status,spending_eur_bn,real_change_pct,real_change_same_members_pct", string.Join(',', total.Data.Columns));
        Assert.Equal(rows, total.Data.Rows.Length);
        Figure volume = Build(Tiny, "nato-volume", year);
        Assert.Equal(4 * rows, volume.Data.Rows.Length);
        for (int i = 0; i < rows; i++)
        {
            int y = 2024 + i;
            Assert.Equal(p.SpendingBn(unit, y, money), total.Data.Rows[i][2].Number);
            Assert.Equal(p.RealGrowthPct(unit, y), total.Data.Rows[i][3].Number);
            Assert.Equal(Tiny.Status(y), total.Data.Rows[i][1].ToString());
            Assert.Equal(p.SpendingIndex(unit, y), volume.Data.Rows[i][3].Number);
            Assert.Equal(p.GdpIndex(Unit.Member(TinyAlliance.Usa), y), volume.Data.Rows[(3 * rows) + i][3].Number);
        }
    }

    [Fact]
    public void Equipment_heads_and_categories_are_those_of_the_model()
    {
        Projection p = Tiny.Projections[0];
        MoneyBasis money = new(CurrencyChoice.Usd, PriceBasis.BaseYear);
        foreach (ReportUnit member in Tiny.Members.Where(m => m.Id != "ISL"))
        {
            Assert.Equal(Rounding.HalfUp(p.EquipmentPct(member.Unit, 2030), 2), Value(Build(Tiny, "nato-equipment", 2030), member.Name, 2030, 4));
            Assert.Equal(Rounding.HalfUp(p.PerHead(member.Unit, 2030, money), 0), Value(Build(Tiny, "nato-per-head", 2030), member.Name, 2030, 4));
            Assert.Equal([25, 45, 5, 25], Build(Tiny, "nato-distribution", 2026).Data.Rows.Where(r => r[0].ToString() == member.Name).Select(r => r[4].Number));
        }

        Assert.Contains("No armed forces", Build(Tiny, "nato-per-head", 2030).Data.ToCsv(), StringComparison.Ordinal);
    }

    [Fact]
    public void SIPRI_and_NATO_never_share_a_line()
    {
        Figure figure = Build(Shipped.Value, "long-history", 2026);
        string[] series = [.. figure.Data.Rows.Select(r => $"{r[0]}|{r[1]}").Distinct()];
        Assert.Equal(
            ["United States (SIPRI)|sipri", "European allies (SIPRI)|sipri", "United States (NATO)|nato", "European allies (NATO)|nato"], series);
        Assert.Equal(1949, figure.Data.Rows[0][2].Number);
        Assert.Equal(2014, figure.Data.Rows.First(r => r[1].ToString() == "nato")[2].Number);
        Assert.Equal("US share fell from 13.9% (1952) to 3.1% (2025)", figure.Title);
        RunResults none = new(TinyAlliance.Edition, Tiny.Projections, new SipriHistory(YearSeries.Empty(5), YearSeries.Empty(5)), new RunOptions());
        Assert.Contains("no figure", Recipe("long-history").Lacks(Request(none, "long-history", 2026)), StringComparison.Ordinal);
    }

    [Fact]
    public void Members_of_later_years_are_not_counted_in_2014()
    {
        Assert.Equal("3 of 27 allies spend at least 2% in 2014", Build(Shipped.Value, "nato-share", 2014).Title);
        Figure quadrant = Build(Shipped.Value, "nato-quadrant", 2014);
        Assert.Equal("Not yet a member", quadrant.Data.Rows.Single(r => r[0].ToString() == "Finland")[6].ToString());
        Assert.Equal("28 of 31 allies spend at least 2% in 2025e", Build(Shipped.Value, "nato-share", 2025).Title);
        Assert.Equal("5 of 31 allies spend at least 3.5% in 2026e", Build(Shipped.Value, "nato-share", 2026).Title);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Words_are_clear_on_every_page_in_every_language(string id, string page)
    {
        FigureFormat format = FigureFormat.Named.Append(FigureFormat.Free).Append(FigureFormat.Pixels(600, 800)).Single(f => f.Name == page);
        if (format.Width < Recipe(id).MinimumWidth)
        {
            return;
        }

        foreach (ChartLanguage language in ChartLanguage.All)
        {
            foreach (int year in new[] { 2014, 2026, 2035 })
            {
                FigureRequest request = Request(Shipped.Value, id, year) with { Format = format, Language = language };
                if (Recipe(id).Lacks(request).Length == 0)
                {
                    new Drawn(Recipe(id).Build(request), year == 2026 ? Theme.Dark : Theme.Light).AssertTextsAreClear();
                }
            }
        }
    }

    [Fact]
    public void The_bytes_are_the_same_in_every_culture()
    {
        foreach (string id in Ids)
        {
            string here = SvgRenderer.Render(Build(Tiny, id, 2026), Theme.Light);
            TinyRun.Under("de-DE", () => Assert.Equal(here, SvgRenderer.Render(Build(Tiny, id, 2026), Theme.Light)));
        }
    }

    private static Scenario WithLine(MemberSet members, double linePct) => new()
    {
        Id = "line",
        Title = "Another line",
        Paths = [],
        Settings = [new SettingRow { Origin = new RowOrigin("x.csv", 2), Setting = Setting.LinePct, Members = members, Number = linePct }],
        Notes = [],
        NotComputed = [],
    };

    private static FigureRecipe Recipe(string id) => FigureCatalogue.TryFind(id, out FigureRecipe? recipe) ? recipe : throw new ArgumentException(id);

    private static Figure Build(RunResults results, string id, int year) => Recipe(id).Build(Request(results, id, year));

    private static FigureRequest Request(RunResults results, string id, int year) =>
        new FigureSession(results, "0123456789ab", UnitNames.English, new Lazy<IReadOnlyList<Edition>>(() => []))
            .Of(Recipe(id), results.Projections[0]) with
        { Year = year };

    private static double Value(Figure figure, string unit, int year, int column) =>
        Assert.Single(figure.Data.Rows, r => r[0].ToString() == unit && r[2].Number == year)[column].Number;

    private static RunResults ReadShipped()
    {
        DataFolder folder = DataFolder.Open(Path.Combine(AppContext.BaseDirectory, "data")).Value;
        Edition edition = EditionStore.LoadDefault(folder).Value;
        Scenario core = TinyRun.Scenario("core", "3.5 % core by 2035", TinyRun.AtLeast(3.5, 2035) with { Members = edition.Roster.WithForces });
        MacroPath macro = MacroPathBuilder.Build(edition, 2035);
        return new RunResults(edition, [new Projection(Projector.Run(core, edition, macro))], SipriHistory.Load(folder, edition.Roster).Value, new RunOptions());
    }
}
