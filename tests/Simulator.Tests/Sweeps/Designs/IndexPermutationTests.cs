using Simulator.Sweeps.Designs;

namespace Simulator.Tests.Sweeps.Designs;

public class IndexPermutationTests
{
    public static TheoryData<long> Small => [1, 2, 3, 4, 5, 7, 8, 9, 10, 16, 31, 64, 97, 100, 1000, 1021, 4096, 9973];

    public static TheoryData<long> Large => [10_000_019, 100_000_000, 1L << 31, (1L << 32) + 15, 1_000_000_000_000, (1L << 61) - 1, IndexPermutation.MostCount];

    [Theory]
    [MemberData(nameof(Small))]
    public void Every_number_comes_once(long count)
    {
        for (uint stream = 0; stream < 3; stream++)
        {
            var permutation = new IndexPermutation(count, 42, stream);
            long[] numbers = [.. Enumerable.Range(0, (int)count).Select(i => permutation.Forward(i))];
            Assert.Equal(Enumerable.Range(0, (int)count).Select(i => (long)i), numbers.Order());
            Assert.All(numbers.Select((number, i) => (number, i)), pair => Assert.Equal(pair.i, permutation.Backward(pair.number)));
        }
    }

    [Theory]
    [MemberData(nameof(Large))]
    public void The_way_back_leads_home(long count)
    {
        var permutation = new IndexPermutation(count, 7, 3);
        var random = new Random(1);
        IEnumerable<long> places = [0, 1, count - 2, count - 1, .. Enumerable.Range(0, 2000).Select(_ => random.NextInt64(count))];
        foreach (long i in places)
        {
            long number = permutation.Forward(i);
            Assert.InRange(number, 0, count - 1);
            Assert.Equal(i, permutation.Backward(number));
            Assert.Equal(i, permutation.Forward(permutation.Backward(i)));
        }
    }

    [Theory]
    [InlineData(2, 200)]
    [InlineData(3, 200)]
    [InlineData(4, 100)]
    [InlineData(5, 100)]
    [InlineData(6, 40)]
    [InlineData(7, 10)]
    public void Every_order_of_few_numbers_is_equally_likely(int count, int expected)
    {
        int orders = Enumerable.Range(1, count).Aggregate(1, (product, i) => product * i);
        Dictionary<string, int> found = [];
        int tries = expected * orders;
        for (int seed = 0; seed < tries; seed++)
        {
            var permutation = new IndexPermutation(count, (ulong)seed, 0);
            string order = string.Concat(Enumerable.Range(0, count).Select(i => (char)('0' + permutation.Forward(i))));
            found[order] = found.GetValueOrDefault(order) + 1;
        }

        double chiSquare = found.Values.Sum(f => (double)(f - expected) * (f - expected) / expected) + ((orders - found.Count) * expected);
        AssertChance(chiSquare, orders - 1);
    }

    [Theory]
    [InlineData(4096)]
    [InlineData(10007)]
    public void Neighbours_and_streams_know_nothing_of_each_other(int count)
    {
        const int Side = 16;
        double places = 0;
        double neighbours = 0;
        double streams = 0;
        double seeds = 0;
        for (uint stream = 0; stream < 20; stream++)
        {
            int[] one = Order(5, stream);
            places += Points.ChiSquare(one.Select((number, i) => (Cell(i), Cell(number))), Side);
            neighbours += Points.ChiSquare(one.Zip(one.Skip(1)).Select(pair => (Cell(pair.First), Cell(pair.Second))), Side);
            streams += Points.ChiSquare(one.Zip(Order(5, stream + 1)).Select(pair => (Cell(pair.First), Cell(pair.Second))), Side);
            seeds += Points.ChiSquare(one.Zip(Order(6, stream)).Select(pair => (Cell(pair.First), Cell(pair.Second))), Side);
        }

        // The sums of rows and columns are fixed, so a table of pairs has (16 − 1)² degrees of freedom.
        Assert.All(new[] { places, neighbours, streams, seeds }, chiSquare => AssertChance(chiSquare, 20 * (Side - 1) * (Side - 1)));

        int Cell(int number) => (int)((long)number * Side / count);
        int[] Order(ulong seed, uint stream)
        {
            var permutation = new IndexPermutation(count, seed, stream);
            return [.. Enumerable.Range(0, count).Select(i => (int)permutation.Forward(i))];
        }
    }

    [Fact]
    public void The_last_digits_of_a_large_order_are_even()
    {
        var permutation = new IndexPermutation(1_000_000_000_000, 9, 0);
        AssertChance(Points.ChiSquare(Enumerable.Range(0, 64_000).Select(i => (i % 16, (int)(permutation.Forward(i) % 16))), 16), 255 - 15);
        AssertChance(Points.ChiSquare(Enumerable.Range(0, 64_000).Select(i => (i % 16, (int)(permutation.Forward(i) / 62_500_000_000))), 16), 255 - 15);
    }

    [Fact]
    public void What_is_not_there_is_refused()
    {
        var permutation = new IndexPermutation(10, 0, 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => permutation.Forward(10));
        Assert.Throws<ArgumentOutOfRangeException>(() => permutation.Forward(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => permutation.Backward(10));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IndexPermutation(0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IndexPermutation(IndexPermutation.MostCount + 1, 0, 0));
    }

    /// <summary>Within five standard deviations of what chance gives; a sum that is far too small is not chance either.</summary>
    private static void AssertChance(double chiSquare, double freedom) =>
        Assert.InRange(chiSquare, freedom - (5 * Math.Sqrt(2 * freedom)), freedom + (5 * Math.Sqrt(2 * freedom)) + 12);
}
