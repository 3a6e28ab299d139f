using Simulator.Sweeps.Analysis;

namespace Simulator.Tests.Sweeps.Analysis;

/// <summary>Sums of blocks: their arithmetic, their round trip and what they refuse.</summary>
public class JansenSumsTests
{
    [Fact]
    public void Sums_are_those_of_the_description()
    {
        JansenSums sums = new(2, 10);
        sums.Add(11, 13, [12, 11]);
        sums.Add(10, 8, [10, 9]);
        Assert.Equal(2, sums.Points);
        Assert.Equal(2, sums.Factors);
        Assert.Equal(10, sums.Pilot);
        Assert.Equal([2, 10, 2, 14, 1 + 4, 4 + 1, 1 + 0, 0 + 1], sums.Numbers);
    }

    [Fact]
    public void Shards_that_pass_through_numbers_give_the_bytes_of_one_run()
    {
        IReadOnlyList<JansenSums> run = KnownFunction.G8.Blocks(11, 24, 17);
        IEnumerable<JansenSums> Shard(int from, int to) =>
            run.Skip(from).Take(to - from).Select(b => JansenSums.FromNumbers([.. b.Numbers]));
        JansenSums[] merged = [.. Shard(0, 5), .. Shard(5, 6), .. Shard(6, 24)];
        Assert.Equal(run.SelectMany(b => b.Numbers).Select(BitConverter.DoubleToInt64Bits), merged.SelectMany(b => b.Numbers).Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(SobolIndices.Of(run, 3), SobolIndices.Of(merged, 3));
    }

    [Fact]
    public void A_restored_block_goes_on_where_it_was()
    {
        JansenSums whole = new(1, 0.1);
        JansenSums half = new(1, 0.1);
        Uniforms uniforms = new(1);
        for (int i = 0; i < 20; i++)
        {
            double[] u = uniforms.Next(3);
            whole.Add(u[0], u[1], [u[2]]);
            half = i == 10 ? JansenSums.FromNumbers(half.Numbers) : half;
            half.Add(u[0], u[1], [u[2]]);
        }

        Assert.Equal(whole.Numbers, half.Numbers);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_no_number_is_refused_and_leaves_no_trace(double bad)
    {
        JansenSums sums = new(2, 1);
        sums.Add(1, 2, [3, 4]);
        double[] before = [.. sums.Numbers];
        Assert.Contains("NaN or infinite", Assert.Throws<ArgumentException>(() => sums.Add(bad, 2, [3, 4])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => sums.Add(1, bad, [3, 4]));
        Assert.Throws<ArgumentException>(() => sums.Add(1, 2, [3, bad]));
        Assert.Throws<ArgumentException>(() => sums.Add(1, 2, [3]));
        Assert.Equal(before, sums.Numbers);
        Assert.Throws<ArgumentOutOfRangeException>(() => new JansenSums(2, bad));
        Assert.Throws<ArgumentOutOfRangeException>(() => new JansenSums(0, 1));
    }

    [Fact]
    public void Numbers_that_make_no_block_are_named()
    {
        JansenSums sums = new(1, 1);
        sums.Add(1, 2, [3]);
        Assert.Empty(JansenSums.Faults(sums.Numbers));
        double[] With(int at, double value)
        {
            double[] numbers = [.. sums.Numbers];
            numbers[at] = value;
            return numbers;
        }

        foreach (double[] wrong in new[] { [], [1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6, 7], With(0, 1.5), With(0, -1), With(0, double.NaN), With(2, double.NaN), With(3, -1), With(5, -1) })
        {
            Assert.NotEmpty(JansenSums.Faults(wrong));
            Assert.Throws<ArgumentException>(() => JansenSums.FromNumbers(wrong));
        }
    }

    [Fact]
    public void Adding_allocates_nothing()
    {
        JansenSums sums = new(20, 1);
        double[] outcomes = new Uniforms(3).Next(20);
        sums.Add(0.5, 0.6, outcomes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            sums.Add(0.5, 0.6, outcomes);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
