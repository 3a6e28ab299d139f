using System.Runtime.Intrinsics;
using Simulator.Fiscal;

namespace Simulator.Tests.Fiscal;

public class DebtTests
{
    // Half a dozen operations on numbers up to 100.
    private const double Close = 1e-12;

    [Theory]
    [InlineData(3, 50, 40, 3)] // both under 60
    [InlineData(3, 70, 40, 3.3)] // 0.03 × (70 − 60)
    [InlineData(3, 110, 100, 3.3)] // 0.03 × (110 − 100)
    [InlineData(3, 95, 100, 2.85)] // less debt than the IMF sees is cheaper
    [InlineData(3, double.NaN, double.NaN, 3)]
    public void The_premium_counts_points_above_sixty(double basicPct, double debtPct, double imfDebtPct, double expected) =>
        Assert.Equal(expected, One(Debt.RatePct(All(basicPct), All(debtPct), All(imfDebtPct))), Close);

    [Fact]
    public void Debt_grows_by_interest_and_borrowing_less_what_comes_back()
    {
        // 4 % of 50 = 2; 0.4 × 1.5/100 × 200 = 1.2; 50 + 2 + 6 − 1.2 = 56.8.
        Vector512<double> interest = Debt.Interest(All(50), All(4));
        Vector512<double> feedback = Debt.Feedback(All(1.5), All(0.4), All(200));
        Assert.Equal(2, One(interest), Close);
        Assert.Equal(1.2, One(feedback), Close);
        Assert.Equal(56.8, One(Debt.Extra(All(50), interest, All(6), feedback)), Close);
    }

    [Fact]
    public void The_balance_bears_borrowing_interest_and_the_shock()
    {
        // −5 − 6 + 1.2 − 2 − 0.5 = −12.3; over GDP of 200: −6.15 percent.
        Vector512<double> balance = Debt.Balance(All(-5), All(6), All(1.2), All(2), All(0.5));
        Assert.Equal(-12.3, One(balance), Close);
        Assert.Equal(-6.15, One(Debt.RatioPct(balance, All(200))), Close);
    }

    [Theory]
    [InlineData("USA", 5)]
    [InlineData("FRA", 10)]
    [InlineData("DEU", 30)]
    public void Imports_differ_by_the_size_of_the_industry(string iso3, double expected) =>
        Assert.Equal(expected, FiscalDefaults.ImportPct(iso3));

    private static Vector512<double> All(double value) => Vector512.Create(value);

    private static double One(Vector512<double> lanes) => lanes[6];
}
