using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Tests.Lanes;

/// <summary>Box and Muller's pairs number by number. How many of them together are distributed is in <see cref="NormalLawTests"/>.</summary>
public class NormalsTests
{
    [Fact]
    public void A_pair_is_what_its_words_say()
    {
        var random = new Random(9);
        for (int i = 0; i < 3_000; i++)
        {
            ulong[] words = [(ulong)random.NextInt64(long.MinValue, long.MaxValue), (ulong)random.NextInt64(long.MinValue, long.MaxValue)];
            var normals = new Vector512<double>[2];
            Normals.Fill([Vector512.Create(words[0]), Vector512.Create(words[1])], normals);
            double u1 = ((words[0] >> 12) + 0.5) * Math.ScaleB(1, -52);
            double u2 = ((words[1] >> 12) + 0.5) * Math.ScaleB(1, -52);
            double radius = Math.Sqrt(-2 * Math.Log(u1));

            // Math's own functions are good to a unit or two; half of the unit of the logarithm survives the root.
            Assert.Equal(radius * Math.Cos(2 * Math.PI * u2), normals[0][3], 1e-14);
            Assert.Equal(radius * Math.Sin(2 * Math.PI * u2), normals[1][3], 1e-14);
        }
    }

    [Fact]
    public void Uniform_numbers_lie_at_the_middle_of_their_steps()
    {
        Assert.Equal(Math.ScaleB(1, -53), Normals.Uniform(Vector512<ulong>.Zero).ToScalar());
        Assert.Equal(1 - Math.ScaleB(1, -53), Normals.Uniform(Vector512<ulong>.AllBitsSet).ToScalar());
        Assert.Equal(0.5 + Math.ScaleB(1, -53), Normals.Uniform(Vector512.Create(1UL << 63)).ToScalar());
        Assert.Equal(Math.ScaleB(1.5, -52), Normals.Uniform(Vector512.Create(1UL << 12)).ToScalar());
    }

    [Fact]
    public void The_ends_of_the_words_are_the_ends_of_the_tails()
    {
        var normals = new Vector512<double>[2];
        Normals.Fill([Vector512<ulong>.Zero, Vector512<ulong>.Zero], normals);
        Assert.Equal(Math.Sqrt(2 * 53 * Math.Log(2)), normals[0].ToScalar(), 1e-14);
        Assert.True(normals[1].ToScalar() is > 0 and < 1e-13);
        Normals.Fill([Vector512<ulong>.AllBitsSet, Vector512<ulong>.Zero], normals);
        Assert.Equal(Math.ScaleB(1, -26), normals[0].ToScalar(), 1e-22);
    }

    [Fact]
    public void Words_and_normals_must_be_as_many() =>
        Assert.Throws<ArgumentException>(() => Normals.Fill(new Vector512<ulong>[4], new Vector512<double>[2]));
}
