using Simulator.Sweeps.Designs;

namespace Simulator.Tests.Sweeps.Designs;

/// <summary>What every design promises, whatever its points are.</summary>
public class DesignContractTests
{
    private static readonly Dictionary<string, Func<IDesign>> Makers = new()
    {
        ["sobol"] = () => new SobolDesign(JoeKuo.Directions, 10, 256),
        ["sobol of 4"] = () => new SobolDesign(JoeKuo.Directions, 3, 4),
        ["scrambled"] = () => new SobolDesign(JoeKuo.Directions, 9, 256, 3),
        ["scrambled, 1"] = () => new SobolDesign(JoeKuo.Directions, 9, 1, 3),
        ["latin"] = () => new LatinHypercubeDesign(251, 33, 3),
        ["latin of 1"] = () => new LatinHypercubeDesign(1, 2, 3),
        ["grid"] = () => new GridDesign([5, 3, 17]),
        ["grid of 1"] = () => new GridDesign([1]),
    };

    public static TheoryData<string> Names => [.. Makers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Points_do_not_depend_on_the_order_in_which_they_are_asked_for(string name)
    {
        double[][] inOrder = Points.Of(Makers[name]());
        IDesign design = Makers[name]();
        int groups = (int)((design.Points + 7) / 8);
        int[] shuffled = [.. Enumerable.Range(0, groups).Reverse().OrderBy(b => b * 37 % 11)];
        var asked = new double[groups][][];
        Parallel.ForEach(shuffled, b => asked[b] = Points.Eight(design, 8L * b));
        Assert.Equal(inOrder, asked.SelectMany(eight => eight));
        Assert.Equal(design.Points, inOrder.Length);
        Assert.All(inOrder.SelectMany(x => x), u => Assert.True(u is >= 0 and < 1));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Lanes_beyond_the_last_point_repeat_it(string name)
    {
        IDesign design = Makers[name]();
        double[] u = [.. Enumerable.Repeat(double.NaN, 8 * design.Dimensions)];
        design.Fill((design.Points - 1) & ~7L, u);
        int last = (int)((design.Points - 1) & 7);
        Assert.All(Enumerable.Range(0, u.Length), i => Assert.Equal(u[i - (i % 8) + Math.Min(i % 8, last)], u[i]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Points_allocate_nothing(string name)
    {
        IDesign design = Makers[name]();
        double[] u = new double[8 * design.Dimensions];
        design.Fill(0, u);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (long first = 0; first < design.Points; first += 8)
        {
            design.Fill(first, u);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_no_group_of_points_is_refused(string name)
    {
        IDesign design = Makers[name]();
        double[] u = new double[8 * design.Dimensions];
        Assert.Throws<ArgumentOutOfRangeException>(() => design.Fill(-8, u));
        Assert.Throws<ArgumentOutOfRangeException>(() => design.Fill((design.Points + 7) & ~7L, u));
        Assert.Throws<ArgumentOutOfRangeException>(() => design.Fill(1, u));
        Assert.Throws<ArgumentException>(() => design.Fill(0, u.AsSpan(1)));
        Assert.Throws<ArgumentException>(() => design.Fill(0, new double[u.Length + 8]));
    }

    [Fact]
    public void Memory_does_not_grow_with_the_points()
    {
        long Bytes(Func<IDesign> make)
        {
            make();
            long before = GC.GetAllocatedBytesForCurrentThread();
            GC.KeepAlive(make());
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(Bytes(() => new LatinHypercubeDesign(5000, 20, 1)), Bytes(() => new LatinHypercubeDesign(LatinHypercubeDesign.MostPoints, 20, 1)));
        Assert.InRange(Bytes(() => new SobolDesign(JoeKuo.Directions, 10, 1L << 31, 1)), 0, 8_000);
        Assert.InRange(Bytes(() => new GridDesign([100_000, 100_000, 100_000])), 0, 1_000);
    }
}
