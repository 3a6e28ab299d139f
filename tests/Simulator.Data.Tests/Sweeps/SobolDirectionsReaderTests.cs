using Simulator.Data.Editions;
using Simulator.Data.Sweeps;
using Simulator.Sweeps.Designs;

namespace Simulator.Data.Tests.Sweeps;

public sealed class SobolDirectionsReaderTests : IDisposable
{
    private const string Header = "dimension,primitive_polynomial,m1,m2,m3\n0001,1,1,,\n";

    private readonly string _root = Directory.CreateTempSubdirectory("sobol").FullName;

    public void Dispose() => Directory.Delete(_root, true);

    [Fact]
    public void The_shipped_table_has_1200_dimensions()
    {
        DataFolder folder = DataFolder.Shipped().Value;
        Assert.Equal(1200, SobolDirectionsReader.Load(folder).Value.Dimensions);
        Assert.Equal([SobolDirectionsReader.FileName], folder.FilesRead.Keys);
    }

    [Fact]
    public void Every_shipped_polynomial_is_primitive_and_stands_once()
    {
        IReadOnlyList<SobolRow> rows = SobolDirectionsReader.Rows(DataFolder.Shipped().Value).Value;
        Assert.All(rows, row => Assert.Empty(row.Faults()));
        Assert.All(rows.Skip(1), row => Assert.True(IsPrimitive(row.Polynomial), $"dimension {row.Dimension}"));
        Assert.Equal(rows.Count, rows.Select(r => r.Polynomial).Distinct().Count());

        // x⁴ + x³ + x² + x + 1 divides x⁵ + 1 and x² + 1 is a square.
        Assert.False(IsPrimitive(0b11111));
        Assert.False(IsPrimitive(0b101));
    }

    [Fact]
    public void Every_dimension_of_the_shipped_table_has_each_of_the_first_1024_strata_once()
    {
        SobolDirections directions = SobolDirectionsReader.Load(DataFolder.Shipped().Value).Value;
        foreach (ulong? seed in new ulong?[] { null, 11 })
        {
            foreach (int m in new[] { 0, 1, 2, 3, 5, 10 })
            {
                var design = new SobolDesign(directions, directions.Dimensions, 1L << m, seed);
                Assert.Empty(Enumerable.Range(0, design.Dimensions).Except(Stratified(design)));
            }
        }
    }

    [Fact]
    public void Another_folder_may_have_fewer_dimensions()
    {
        DataResult<IReadOnlyList<SobolRow>> rows = Read("dimension,primitive_polynomial,m1,m2,m3\n1,1,1,,\n2,3,1,,\n3,7,1,3,\n4,11,1,3,1\n");
        Assert.Equal([1, 3, 7, 11], rows.Value.Select(r => (int)r.Polynomial));
        Assert.Equal([1u, 3u, 1u], rows.Value[3].Initial);
    }

    [Theory]
    [InlineData("0003,3,1,,", 1, "numbered from 1 without a gap")]
    [InlineData("0002,4,1,1,", 6, "has no constant term")]
    [InlineData("0002,7,1,,", 6, "needs 2 initial numbers, not 1")]
    [InlineData("0002,7,1,1,1", 6, "needs 2 initial numbers, not 3")]
    [InlineData("0002,7,1,2,", 6, "m2 is 2; an odd number below 2^2")]
    [InlineData("0002,7,1,5,", 6, "m2 is 5; an odd number below 2^2")]
    [InlineData("0002,7,1,,3", 11, "behind a blank")]
    [InlineData("0002,7,1,x,", 10, "a number with a decimal point is expected")]
    [InlineData("0002,7,1,1.5,", 10, "a whole number from 1 is expected")]
    [InlineData("0002,,1,1,", 6, "a whole number from 1 is expected")]
    [InlineData("0002,7,1,-1,", 10, "a whole number from 1 is expected")]
    [InlineData("0002,7,1,1", 0, "4 fields where the header has 5")]
    public void A_wrong_row_is_told(string row, int column, string message)
    {
        DataResult<IReadOnlyList<SobolRow>> result = Read(Header + row + "\n");
        DataProblem problem = Assert.Single(result.Problems);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal((3, column), (problem.Line, problem.Column));
        Assert.False(SobolDirectionsReader.Load(DataFolder.Open(_root).Value).Ok);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("dimension,primitive_polynomial,m1\n", "no dimension")]
    [InlineData("dimension,m1\n1,1\n", "no column primitive_polynomial")]
    [InlineData("dimension,primitive_polynomial,m2\n1,1,1\n", "no column m1")]
    public void A_file_that_is_no_table_is_told(string text, string message)
    {
        DataProblem problem = Assert.Single(Read(text).Problems);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_told()
    {
        File.WriteAllText(Path.Combine(_root, "editions.csv"), "id\n");
        Assert.Contains("missing", Assert.Single(SobolDirectionsReader.Load(DataFolder.Open(_root).Value).Problems).Message, StringComparison.Ordinal);
    }

    private DataResult<IReadOnlyList<SobolRow>> Read(string text)
    {
        File.WriteAllText(Path.Combine(_root, "editions.csv"), "id\n");
        File.WriteAllText(Path.Combine(_root, SobolDirectionsReader.FileName), text);
        return SobolDirectionsReader.Rows(DataFolder.Open(_root).Value);
    }

    /// <summary>Dimensions in which the points of a design fall into strata of their own.</summary>
    private static IEnumerable<int> Stratified(SobolDesign design)
    {
        double[] u = new double[design.Dimensions * 8];
        var seen = new bool[design.Dimensions, design.Points];
        for (long first = 0; first < design.Points; first += 8)
        {
            design.Fill(first, u);
            for (int i = 0; i < u.Length; i++)
            {
                seen[i / 8, (long)Math.Floor(u[i] * design.Points)] |= first + (i % 8) < design.Points;
            }
        }

        return Enumerable.Range(0, design.Dimensions).Where(d => Enumerable.Range(0, (int)design.Points).All(k => seen[d, k]));
    }

    /// <summary>Whether x has the order 2^degree − 1 among the remainders of a polynomial over the two-element field.</summary>
    private static bool IsPrimitive(uint polynomial)
    {
        int degree = 31 - System.Numerics.BitOperations.LeadingZeroCount(polynomial);
        uint power = 1;
        for (int order = 1; order < 1 << degree; order++)
        {
            power <<= 1;
            power ^= (power >> degree) * polynomial;
            if (power == 1)
            {
                return order == (1 << degree) - 1;
            }
        }

        return false;
    }
}
