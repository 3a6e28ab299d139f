using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Simulator.Engine;

namespace Simulator.Tests.Structure;

public class ForbiddenCallsTests
{
    [Fact]
    public void The_model_uses_nothing_whose_bits_differ_between_machines_and_nothing_from_outside() =>
        Assert.Empty(ForbiddenCalls.In(typeof(Projector).Assembly.Location));

    [Fact]
    public void The_guard_sees_what_it_forbids()
    {
        // This assembly does what the model may not.
        Assert.NotEqual(0, Math.Pow(1.5, 2.5) + double.Exp(1.5) + MathF.Cbrt(3));
        Vector512<double> two = Vector512.Create(2.0);
        Assert.NotEqual(0, Vector512.FusedMultiplyAdd(two, two, two).ToScalar() + Vector512.Sum(two) + Vector512.MaxNative(two, two).ToScalar());
        Assert.NotEqual(0, Vector.Dot(new Vector<double>(2), new Vector<double>(3)));
        if (Avx2.IsSupported && Fma.IsSupported)
        {
            Vector256<double> three = Vector256.Create(3.0);
            Assert.Equal(12.0, Fma.MultiplyAdd(three, three, three).ToScalar());
            Assert.Equal(-1, Avx2.CompareEqual(three.AsInt64(), three.AsInt64()).ToScalar());
        }

        IReadOnlyList<string> found = ForbiddenCalls.In(typeof(ForbiddenCallsTests).Assembly.Location);
        string[] expected =
        [
            "System.Math.Pow", "System.Double.Exp", "System.MathF.Cbrt", "System.Runtime.Intrinsics.Vector512.FusedMultiplyAdd",
            "System.Runtime.Intrinsics.Vector512.Sum", "System.Runtime.Intrinsics.Vector512.MaxNative", "System.Numerics.Vector.Dot",
            "System.Runtime.Intrinsics.X86.Fma", "System.Runtime.Intrinsics.X86.Avx2.CompareEqual", "System.Random", "System.Diagnostics.Process", "System.IO.File",
        ];
        Assert.Empty(expected.Except(found));
    }
}
