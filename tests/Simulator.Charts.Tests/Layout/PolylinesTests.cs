using Simulator.Charts.Layout;

namespace Simulator.Charts.Tests.Layout;

public class PolylinesTests
{
    [Fact]
    public void Gaps_break_a_line()
    {
        var runs = Polylines.Runs([new(1, 1), new(2, 2), new(3, double.NaN), new(4, 4), new(5, double.PositiveInfinity)]).ToArray();
        Assert.Equal(2, runs.Length);
        Assert.Equal([new(1, 1), new(2, 2)], runs[0]);
        Assert.Equal([new(4, 4)], runs[1]);
        Assert.Empty(Polylines.Runs([new(1, double.NaN)]));
    }

    [Fact]
    public void Dashes_start_where_the_solid_part_ends()
    {
        var (solid, dashed) = Polylines.SplitAt([new(1, 1), new(2, 2), new(3, 3)], 2);
        Assert.Equal([new(1, 1), new(2, 2)], solid);
        Assert.Equal([new(2, 2), new(3, 3)], dashed);
    }

    [Fact]
    public void A_line_of_the_past_has_no_dashes_and_one_of_the_future_nothing_else()
    {
        Assert.Empty(Polylines.SplitAt([new(1, 1), new(2, 2)], 9).Dashed);
        var (solid, dashed) = Polylines.SplitAt([new(1, 1), new(2, 2)], 0);
        Assert.Empty(solid);
        Assert.Equal([new(1, 1), new(2, 2)], dashed);
    }

    [Fact]
    public void Lines_are_cut_where_they_pass_the_axis()
    {
        var parts = Polylines.Clip([new(0, 0), new(1, 10), new(2, 0)], 0, 5).ToArray();
        Assert.Equal(2, parts.Length);
        Assert.Equal([new(0, 0), new(0.5, 5)], parts[0]);
        Assert.Equal([new(1.5, 5), new(2, 0)], parts[1]);
        Assert.Empty(Polylines.Clip([new(0, 7), new(1, 9)], 0, 5));
        Assert.Equal([new(0, 1), new(1, 2), new(2, 3)], Assert.Single(Polylines.Clip([new(0, 1), new(1, 2), new(2, 3)], 0, 5)));
    }
}
