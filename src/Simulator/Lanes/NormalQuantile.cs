using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Lanes;

/// <summary>
/// The number below which a standard normal number lies with a given probability: Wichura's algorithm AS 241, PPND16 (Applied
/// Statistics 37, 1988), with the project's own logarithm. Within a few units of the last place of the exact value.
/// </summary>
public static class NormalQuantile
{
    // Within 0.425 of the middle one ratio of polynomials does; beyond it others in √(−ln p), up to 5 and above.
    private const double MiddleWidth = 0.425;
    private const double MiddleSquare = 0.180625;
    private const double NearCentre = 1.6;
    private const double FarFrom = 5;

    /// <summary>Quantile of one probability.</summary>
    /// <param name="p">Probability; 0 gives −infinity, 1 infinity, anything outside and NaN give NaN.</param>
    public static double Of(double p) => Of(Vector512.Create(p)).ToScalar();

    /// <summary>Quantiles, lane by lane.</summary>
    /// <param name="p">Probabilities; 0 gives −infinity, 1 infinity, anything outside and NaN give NaN.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector512<double> Of(Vector512<double> p)
    {
        Vector512<double> q = p - Vector512.Create(0.5);
        Vector512<double> middle = q * Middle(Vector512.Create(MiddleSquare) - (q * q));
        Vector512<double> isMiddle = Vector512.LessThanOrEqual(Vector512.Abs(q), Vector512.Create(MiddleWidth));

        // Skips work, never changes a value.
        if (Vector512.EqualsAll(isMiddle.AsInt64(), Vector512<long>.AllBitsSet))
        {
            return middle;
        }

        Vector512<double> tail = Lane.Smaller(p, Vector512<double>.One - p);
        Vector512<double> r = Vector512.Sqrt(-Elementary.Log(tail));
        Vector512<double> isNear = Vector512.LessThanOrEqual(r, Vector512.Create(FarFrom));
        Vector512<double> size = Vector512.ConditionalSelect(isNear, Near(r - Vector512.Create(NearCentre)), Far(r - Vector512.Create(FarFrom)));
        size = Vector512.ConditionalSelect(Vector512.Equals(tail, Vector512<double>.Zero), Vector512.Create(double.PositiveInfinity), size);
        Vector512<double> signed = Vector512.ConditionalSelect(Vector512.LessThan(q, Vector512<double>.Zero), -size, size);
        return Vector512.ConditionalSelect(isMiddle, middle, signed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Middle(Vector512<double> r)
    {
        Vector512<double> above = Vector512.Create(2.5090809287301226727e3);
        above = (above * r) + Vector512.Create(3.3430575583588128105e4);
        above = (above * r) + Vector512.Create(6.7265770927008700853e4);
        above = (above * r) + Vector512.Create(4.5921953931549871457e4);
        above = (above * r) + Vector512.Create(1.3731693765509461125e4);
        above = (above * r) + Vector512.Create(1.9715909503065514427e3);
        above = (above * r) + Vector512.Create(1.3314166789178437745e2);
        above = (above * r) + Vector512.Create(3.3871328727963666080);
        Vector512<double> below = Vector512.Create(5.2264952788528545610e3);
        below = (below * r) + Vector512.Create(2.8729085735721942674e4);
        below = (below * r) + Vector512.Create(3.9307895800092710610e4);
        below = (below * r) + Vector512.Create(2.1213794301586595867e4);
        below = (below * r) + Vector512.Create(5.3941960214247511077e3);
        below = (below * r) + Vector512.Create(6.8718700749205790830e2);
        below = (below * r) + Vector512.Create(4.2313330701600911252e1);
        below = (below * r) + Vector512<double>.One;
        return above / below;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Near(Vector512<double> r)
    {
        Vector512<double> above = Vector512.Create(7.74545014278341407640e-4);
        above = (above * r) + Vector512.Create(2.27238449892691845833e-2);
        above = (above * r) + Vector512.Create(2.41780725177450611770e-1);
        above = (above * r) + Vector512.Create(1.27045825245236838258);
        above = (above * r) + Vector512.Create(3.64784832476320460504);
        above = (above * r) + Vector512.Create(5.76949722146069140550);
        above = (above * r) + Vector512.Create(4.63033784615654529590);
        above = (above * r) + Vector512.Create(1.42343711074968357734);
        Vector512<double> below = Vector512.Create(1.05075007164441684324e-9);
        below = (below * r) + Vector512.Create(5.47593808499534494600e-4);
        below = (below * r) + Vector512.Create(1.51986665636164571966e-2);
        below = (below * r) + Vector512.Create(1.48103976427480074590e-1);
        below = (below * r) + Vector512.Create(6.89767334985100004550e-1);
        below = (below * r) + Vector512.Create(1.67638483018380384940);
        below = (below * r) + Vector512.Create(2.05319162663775882187);
        below = (below * r) + Vector512<double>.One;
        return above / below;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Far(Vector512<double> r)
    {
        Vector512<double> above = Vector512.Create(2.01033439929228813265e-7);
        above = (above * r) + Vector512.Create(2.71155556874348757815e-5);
        above = (above * r) + Vector512.Create(1.24266094738807843860e-3);
        above = (above * r) + Vector512.Create(2.65321895265761230930e-2);
        above = (above * r) + Vector512.Create(2.96560571828504891230e-1);
        above = (above * r) + Vector512.Create(1.78482653991729133580);
        above = (above * r) + Vector512.Create(5.46378491116411436990);
        above = (above * r) + Vector512.Create(6.65790464350110377720);
        Vector512<double> below = Vector512.Create(2.04426310338993978564e-15);
        below = (below * r) + Vector512.Create(1.42151175831644588870e-7);
        below = (below * r) + Vector512.Create(1.84631831751005468180e-5);
        below = (below * r) + Vector512.Create(7.86869131145613259100e-4);
        below = (below * r) + Vector512.Create(1.48753612908506148525e-2);
        below = (below * r) + Vector512.Create(1.36929880922735805310e-1);
        below = (below * r) + Vector512.Create(5.99832206555887937690e-1);
        below = (below * r) + Vector512<double>.One;
        return above / below;
    }
}
