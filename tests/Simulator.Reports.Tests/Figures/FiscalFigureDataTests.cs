using System.Collections.Immutable;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Engine;
using Simulator.Feasibility;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Figures;

namespace Simulator.Reports.Tests.Figures;

/// <summary>The data beside a figure are the model's numbers, and what is drawn.</summary>
public sealed class FiscalFigureDataTests
{
    // Figures hand on what the model says; only sums of the same numbers in another order may differ in their last digits.
    private const double Close = 1e-9;

    private const int Headline = 2035;

    [Fact]
    public void Debt_is_the_models_under_each_financing()
    {
        FigureRequest request = ShippedRun.Of("debt-member", "hague-core", "FRA");
        Figure figure = ShippedRun.Recipe("debt-member").Build(request);
        FiscalSummary fiscal = new(request.Scenario);
        Unit france = Unit.Member(ShippedRun.Member("FRA"));
        foreach (ImmutableArray<Cell> row in figure.Data.Rows.Where(r => r[1].Number > request.Edition.BaseYear))
        {
            int year = (int)row[1].Number;
            Assert.Equal("projection", row[2].ToString());
            Assert.Equal(fiscal.DebtPct(france, year, 100).Hold, row[4].Number, Close);
            Assert.Equal(fiscal.DebtPct(france, year, 67).Hold, row[5].Number, Close);
        }

        // In early years the effect on GDP can outweigh what is borrowed; in the end more borrowed is more debt.
        ImmutableArray<Cell> last = figure.Data.Rows[^1];
        Assert.True(last[3].Number < last[5].Number && last[5].Number < last[4].Number);

        Assert.Contains(FormattableString.Invariant($"{Rounding.HalfUp(fiscal.ExtraDebtPp(france, Headline, 100).Hold, 1):0.0} points"), figure.Title, StringComparison.Ordinal);
        LineMark[] lines = [.. figure.Panels[0].Marks.OfType<LineMark>()];
        Assert.Equal(figure.Data.Rows.Select(r => r[3].Number), lines[0].Points.Select(p => p.Y));
        Assert.Equal(figure.Data.Rows.Select(r => r[4].Number), lines[1].Points.Select(p => p.Y));
        Assert.Equal(figure.Data.Rows.Select(r => r[5].Number), figure.Panels[0].Marks.OfType<AreaMark>().Single().Low);
    }

    [Fact]
    public void The_largest_changes_of_debt_are_chosen_unless_members_are()
    {
        FigureRequest request = ShippedRun.Of("debt", "five-core");
        FiscalSummary fiscal = new(request.Scenario);
        string[] largest =
        [
            .. request.Edition.Roster.WithForces.OrderByDescending(m => fiscal.ExtraDebtPp(Unit.Member(m), Headline, 100).High)
                .Take(4).Select(m => request.Edition.Roster.Members[m].Name),
        ];
        Figure figure = ShippedRun.Recipe("debt").Build(request);
        Assert.Equal(largest, figure.Panels.Select(p => p.Title.Split(':')[0]));
        MemberSet chosen = MemberSet.Of(ShippedRun.Member("POL")).Union(MemberSet.Of(ShippedRun.Member("FRA")));
        figure = ShippedRun.Recipe("debt").Build(request with { Highlight = chosen });
        Assert.Equal(["France", "Poland"], figure.Panels.Select(p => p.Title.Split(':')[0]));
    }

    [Fact]
    public void Extra_debt_is_a_range_where_the_references_differ()
    {
        FigureRequest request = ShippedRun.Of("extra-debt", "hague-core");
        FiscalSummary fiscal = new(request.Scenario);
        Figure figure = ShippedRun.Recipe("extra-debt").Build(request);
        foreach (int member in request.Edition.Roster.WithForces)
        {
            ImmutableArray<Cell>[] rows = [.. figure.Data.Rows.Where(r => r[0].ToString() == request.NameOf(member))];
            FiscalRange range = fiscal.ExtraDebtPp(Unit.Member(member), Headline, 100);
            Assert.Equal(range.Hold, rows[1][4].Number, Close);
            Assert.Equal(fiscal.ReferencesDiffer(member), double.IsFinite(rows[0][4].Number));
            Assert.True(!fiscal.ReferencesDiffer(member) || rows[0][4].Number == range.ImfPath);
        }

        double[] drawn = [.. figure.Panels.SelectMany(p => p.Marks.OfType<DotMark>()).Select(d => d.At.X).Order()];
        Assert.Equal(figure.Data.Rows.Select(r => r[4].Number).Where(double.IsFinite).Order(), drawn);
    }

    [Fact]
    public void Trade_offs_stand_for_the_same_rise()
    {
        FigureRequest request = ShippedRun.Of("trade-offs", "five-core");
        Projection projection = request.Scenario;
        FiscalSummary fiscal = new(projection);
        Assert.True(fiscal.TryWorld(0, FiscalReference.Hold, out FiscalWorld? paid));
        Figure figure = ShippedRun.Recipe("trade-offs").Build(request);
        foreach (int member in request.Edition.Roster.WithForces)
        {
            ImmutableArray<Cell> row = figure.Data.Rows.Single(r => r[0].ToString() == request.NameOf(member));
            Unit unit = Unit.Member(member);
            Assert.Equal(projection.SharePct(unit, Headline) - projection.SharePct(unit, projection.BaseYear), row[3].Number, Close);
            Assert.Equal(fiscal.InterestPct(unit, Headline, 100).Hold, row[4].Number, Close);
            Assert.Equal(new FiscalReading(projection, paid).EqualCutPct(member, Headline), row[5].Number, Close);
        }

        for (int measure = 0; measure < 3; measure++)
        {
            IEnumerable<double> bars = figure.Panels[measure].Marks.OfType<BarMark>().Select(b => b.To);
            Assert.Equal(figure.Data.Rows.Select(r => r[3 + measure].Number).Where(double.IsFinite), bars);
        }
    }

    [Fact]
    public void Layers_of_a_bar_add_up_to_the_share()
    {
        FigureRequest request = ShippedRun.Of("composition", "five-core");
        Figure figure = ShippedRun.Recipe("composition").Build(request);
        Unit italy = Unit.Member(ShippedRun.Member("ITA"));
        foreach (ImmutableArray<Cell> row in figure.Data.Rows.Where(r => r[0].ToString() == "Italy"))
        {
            int year = (int)row[1].Number;
            double share = request.Scenario.SharePct(italy, year);
            Assert.Equal(share, row[3].Number + row[4].Number + row[5].Number, Close);
            Assert.Equal(request.Scenario.EquipmentPct(italy, year), 100 * row[3].Number / share, Close);
            Assert.Equal(request.Scenario.PersonnelPct(italy, year), 100 * row[4].Number / share, Close);
        }

        // NATO leaves the division of 2026 blank for two members; a bar that is not there is an empty cell.
        Assert.All(figure.Data.Rows.Where(r => r[0].ToString() is "Netherlands" && r[1].Number == 2026), r => Assert.True(double.IsNaN(r[4].Number)));
        double drawn = figure.Panels.SelectMany(p => p.Marks.OfType<BarMark>()).Sum(b => b.To - b.From);
        Assert.Equal(figure.Data.Rows.Where(r => double.IsFinite(r[4].Number)).Sum(r => r[3].Number + r[4].Number + r[5].Number), drawn, 1e-6);
    }

    [Fact]
    public void Who_pays_is_ranked_by_money_a_head()
    {
        FigureRequest request = ShippedRun.Of("backfill", "us-third-out");
        BackfillReading backfill = new(request.Scenario);
        Figure figure = ShippedRun.Recipe("backfill").Build(request);
        MoneyBasis eur = new(CurrencyChoice.Eur, PriceBasis.BaseYear);
        Assert.Equal(29, figure.Data.Rows.Length);
        foreach (ImmutableArray<Cell> row in figure.Data.Rows)
        {
            int member = request.Edition.Roster.Members.Single(m => m.Name == row[0].ToString()).Index;
            Assert.Equal(backfill.PerHead(Unit.Member(member), Headline, eur), row[4].Number, Close);
        }

        Assert.StartsWith(figure.Data.Rows[0][0].ToString() + " pays most", figure.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Efforts_stand_in_the_stretch_of_their_class()
    {
        FigureRequest request = ShippedRun.Of("effort", "five-core");
        Figure figure = ShippedRun.Recipe("effort").Build(request);
        IReadOnlyList<double> ends = Effort.EndsPct(request.Results.Episodes);
        foreach (int member in request.Edition.Roster.WithForces)
        {
            Assert.True(Effort.TryOf(request.Scenario, member, request.Results.Episodes, Headline, out Effort? effort));
            ImmutableArray<Cell> row = figure.Data.Rows.Single(r => r[0].ToString() == request.NameOf(member));
            Assert.Equal(effort.Steepest.RealGrowthPct, row[2].Number, Close);
            Assert.True(effort.Class == EffortClass.BeyondRecord || row[2].Number <= ends[(int)effort.Class]);
        }

        int beyond = figure.Data.Rows.Count(r => r[1].ToString() == "beyond any record");
        Assert.StartsWith(beyond == 0 ? "No ally" : $"{beyond} of 31", figure.Title, StringComparison.Ordinal);
        Assert.Equal(
            figure.Data.Rows.Select(r => r[2].Number).Order(),
            figure.Panels[0].Marks.OfType<DotMark>().Select(d => d.At.X).Order());
    }

    [Fact]
    public void What_could_be_is_of_the_plans_own_year()
    {
        FigureRequest request = ShippedRun.Of("could-says", "hague-core");
        Figure figure = ShippedRun.Recipe("could-says").Build(request);
        int belgium = ShippedRun.Member("BEL");
        PlanPoint says = request.Edition.Plans.Single(p => p.Member == belgium).Points[^1];
        ImmutableArray<Cell>[] rows = [.. figure.Data.Rows.Where(r => r[0].ToString() == "Belgium")];
        Assert.Equal(says.SharePct, rows[0][4].Number, Close);
        Assert.Equal(says.Year, rows[1][2].Number);
        double could = request.Pathways.Value.Atlas.Of(belgium, 5, FastestLimits.Precedented).ShareIn(says.Year);
        Assert.Equal(Rounding.HalfUp(could, 2), rows[1][4].Number, Close);
        Assert.StartsWith("1 of 17 plans asks more", figure.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void What_came_is_read_from_the_later_edition()
    {
        FigureRequest request = ShippedRun.Of("promised-came", "hague-core");
        Figure figure = ShippedRun.Recipe("promised-came").Build(request);
        Edition earlier = request.EarlierEditions.Value[^1];
        foreach (int member in request.Edition.Roster.WithForces)
        {
            ImmutableArray<Cell>[] rows = [.. figure.Data.Rows.Where(r => r[0].ToString() == request.NameOf(member))];
            int then = earlier.Roster.Members.Single(m => m.Iso3 == request.Edition.Roster.Members[member].Iso3).Index;
            // The releases print shares of their own, rounded to two decimals from amounts that are rounded to millions.
            Assert.Equal(earlier.Nato.Value(NatoIndicator.SharePct, then, 2024), rows[0][4].Number, 0.0101);
            Assert.Equal(request.Edition.Nato.Value(NatoIndicator.SharePct, member, 2024), rows[1][4].Number, 0.0101);
            Assert.Equal(["estimate", "reported"], rows.Select(r => r[3].ToString()));
        }

        Assert.Contains("measure changed", figure.Credit.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_members_fastest_paths_name_what_holds_them()
    {
        FigureRequest request = ShippedRun.Of("pathway-member", "hague-core", "POL");
        Figure figure = ShippedRun.Recipe("pathway-member").Build(request);
        Assert.Equal("Poland at 5% by 2032 at the earliest, precedented limits", figure.Title);
        Assert.Equal(6, figure.Panels.Length);
        Pathway path = request.Pathways.Value.Atlas.Of(request.Member, 5, FastestLimits.Precedented);
        foreach (ImmutableArray<Cell> row in figure.Data.Rows.Where(r => r[1].Number == 5 && r[2].ToString() == "precedented" && r[3].Number > 2026))
        {
            int year = (int)row[3].Number;
            Assert.Equal(path.ShareIn(year), row[5].Number, Close);
            Assert.Equal(year < 2032 && path.Years.Single(y => y.Year == year).Bound == FastestBound.Fiscal, row[6].ToString() == "fiscal");
        }
    }

    [Fact]
    public void Nothing_more_is_said_as_nothing()
    {
        Assert.Equal("No ally's debt is above the IMF path in 2035", Title("debt"));
        Assert.Equal("No ally owes more in 2035", Title("extra-debt"));
        Assert.Equal("No ally has to cut elsewhere in 2035", Title("trade-offs"));
        Assert.Equal("No ally is asked for more than the record", Title("effort"));

        static string Title(string id) => ShippedRun.Recipe(id).Build(ShippedRun.Of(id, "hold-share")).Title;
    }
}
