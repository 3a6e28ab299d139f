using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Tests.Lanes;

public class NormalQuantileTests
{
    /// <summary>Quantiles of the very doubles that the decimals stand for, by Newton's method on Taylor's series with 150 to 800 digits.</summary>
    public static TheoryData<double, double> Reference => new()
    {
        { 1e-300, -37.0470962993611992365 },
        { 1e-100, -21.2734535609653242942 },
        { 1e-30, -11.4640246884436157198 },
        { 1e-15, -7.94134532617099677133 },
        { 1e-12, -7.03448382530113193261 },
        { 1e-11, -6.70602315549513629610 },
        { 2e-11, -6.60407759040563427762 },
        { 1e-9, -5.99780701500768686145 },
        { 1e-6, -4.75342430882289895734 },
        { 0.0001, -3.71901648545568055229 },
        { 0.001, -3.09023230616781353536 },
        { 0.01, -2.32634787404084109308 },
        { 0.022750131948179207, -1.99999999999999997435 },
        { 0.05, -1.64485362695147268795 },
        { 0.074, -1.44663206715897850986 },
        { 0.075, -1.43953147093845593495 },
        { 0.076, -1.43250272082581161883 },
        { 0.1, -1.28155156554460043533 },
        { 0.15, -1.03643338949378960352 },
        { 0.2, -0.841621233572914165522 },
        { 0.25, -0.674489750196081743202 },
        { 0.3, -0.524400512708040815969 },
        { 0.35, -0.385320466407567683758 },
        { 0.4, -0.253347103135799741325 },
        { 0.45, -0.125661346855074006160 },
        { 0.49, -0.0250689082587110580327 },
        { 0.499, -0.00250663089957176623170 },
        { 0.51, 0.0250689082587110580327 },
        { 0.6, 0.253347103135799741325 },
        { 0.75, 0.674489750196081743202 },
        { 0.9, 1.28155156554460059349 },
        { 0.925, 1.43953147093845622906 },
        { 0.95, 1.64485362695147228428 },
        { 0.975, 1.95996398454005385560 },
        { 0.99, 2.32634787404084076764 },
        { 0.999, 3.09023230616781327776 },
        { 0.9999999, 5.19933758229066109366 },
        { 0.9999999999999999, 8.20953615160138685563 },
    };

    [Theory]
    [MemberData(nameof(Reference))]
    public void Quantiles_are_those_of_the_law(double p, double z) => Assert.InRange(NormalQuantile.Of(p), z - (6e-16 * Math.Abs(z)), z + (6e-16 * Math.Abs(z)));

    [Fact]
    public void The_law_takes_a_quantile_back_to_its_probability()
    {
        double last = double.NegativeInfinity;
        for (int i = 1; i < 4000; i++)
        {
            double p = i / 4000.0;
            double z = NormalQuantile.Of(p);
            Assert.InRange(NormalLaw.Above(-z), p - 3e-15, p + 3e-15);
            Assert.True(z > last);
            last = z;
        }

        // Far out, where the density is small and the probability a fine measure.
        for (double p = 1e-3; p > 1e-290; p *= 0.37)
        {
            Assert.InRange(NormalLaw.Above(-NormalQuantile.Of(p)) / p, 1 - 3e-12, 1 + 3e-12);
        }
    }

    [Fact]
    public void The_ends_are_infinite_and_beyond_them_is_nothing()
    {
        Assert.Equal(double.NegativeInfinity, NormalQuantile.Of(0));
        Assert.Equal(double.PositiveInfinity, NormalQuantile.Of(1));
        Assert.Equal(0, NormalQuantile.Of(0.5));
        Assert.Equal(-38.4674056171, NormalQuantile.Of(double.Epsilon), 1e-9);
        Assert.All(new[] { -double.Epsilon, 1 + 2e-16 * 2, double.NaN, double.NegativeInfinity, double.PositiveInfinity }, p => Assert.Equal(double.NaN, NormalQuantile.Of(p)));
    }

    [Fact]
    public void A_lane_does_not_know_its_neighbours()
    {
        Vector512<double> p = Vector512.Create(0.5, 1e-200, 0.3, 0.99, double.NaN, 0, 1e-5, 0.075);
        Vector512<double> z = NormalQuantile.Of(p);
        Assert.All(Enumerable.Range(0, Lane.Count), lane => Assert.Equal(NormalQuantile.Of(p[lane]), z[lane]));
    }
}
