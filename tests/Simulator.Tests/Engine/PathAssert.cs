namespace Simulator.Tests.Engine;

/// <summary>Compares paths year by year.</summary>
internal static class PathAssert
{
    // Shares of a few percent after some tens of operations, each rounded to 2^-53 of its size: 1e-12 is far above that
    // and far below anything that a wrong rule would give.
    public static void Follows(double[] expected, double[] actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= 1e-12,
                $"{SmallAlliance.BaseYear + i}: expected {expected[i]:R}, is {actual[i]:R}");
        }
    }
}
