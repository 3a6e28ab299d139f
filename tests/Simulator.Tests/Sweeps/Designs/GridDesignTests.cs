using Simulator.Sweeps.Designs;

namespace Simulator.Tests.Sweeps.Designs;

public class GridDesignTests
{
    [Fact]
    public void Every_combination_comes_once_and_the_last_factor_changes_fastest()
    {
        var grid = new GridDesign([3, 1, 4, 2]);
        Assert.Equal(24, grid.Points);
        IEnumerable<double[]> expected =
            from a in Enumerable.Range(0, 3)
            from c in Enumerable.Range(0, 4)
            from d in Enumerable.Range(0, 2)
            select new[] { (a + 0.5) / 3, 0.5, (c + 0.5) / 4, (d + 0.5) / 2 };
        Assert.Equal(expected, Points.Of(grid));
    }

    [Fact]
    public void Levels_of_any_number_give_each_value_its_turn()
    {
        for (int count = 1; count <= 1000; count++)
        {
            var levels = new LevelsRange([.. Enumerable.Range(0, count).Select(i => 2.5 * i)]);
            var choice = new ChoiceRange(count);
            double[][] points = Points.Of(new GridDesign([count]));
            Assert.Equal(Enumerable.Range(0, count).Select(i => 2.5 * i), points.Select(x => levels.Value(x[0])));
            Assert.Equal(Enumerable.Range(0, count).Select(i => (double)i), points.Select(x => choice.Value(x[0])));
        }
    }

    [Fact]
    public void A_grid_may_be_larger_than_anything_that_runs()
    {
        var grid = new GridDesign([int.MaxValue, int.MaxValue, 2]);
        Assert.Equal(2L * int.MaxValue * int.MaxValue, grid.Points);
        long first = (grid.Points - 1) & ~7L;
        double[] last = Points.Eight(grid, first)[^1];
        Assert.Equal([(int.MaxValue - 0.5) / int.MaxValue, (int.MaxValue - 0.5) / int.MaxValue, 0.75], last);
    }

    [Fact]
    public void What_is_not_possible_is_refused()
    {
        Assert.Contains("at least one factor", Assert.Throws<ArgumentException>(() => new GridDesign([])).Message, StringComparison.Ordinal);
        Assert.Contains("Factor 2 of a grid has 0 levels", Assert.Throws<ArgumentException>(() => new GridDesign([2, 0])).Message, StringComparison.Ordinal);
        Assert.Contains(
            "more than 2^63 − 1 points", Assert.Throws<ArgumentException>(() => new GridDesign([int.MaxValue, int.MaxValue, 3])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new GridDesign([.. Enumerable.Repeat(int.MaxValue, 40)]));
    }
}
