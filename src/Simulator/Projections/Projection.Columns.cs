using System.Runtime.CompilerServices;
using Simulator.Alliance;

namespace Simulator.Projections;

/// <content>
/// Columns by member, published and projected years together, [(year − first year) × members + member]. A table asks for the same
/// member hundreds of times through its groups; what depends on the member and the year alone is worked out once.
/// A column is filled before it is put in its place and always with the same numbers, so threads need no lock.
/// </content>
public sealed partial class Projection
{
    private const int Bases = 9;

    private readonly MemberSet[] _joined;
    private readonly double[] _spendingConstUsdM;
    private readonly double[] _gdpConstUsdM;
    private readonly double[] _populationM;
    private readonly double[]?[] _spendingM = new double[]?[Bases];
    private readonly double[]?[] _holdM = new double[]?[Bases];
    private readonly double[]?[] _shortM = new double[]?[Bases * 2];
    private readonly double[]?[] _shortPp = new double[]?[2];
    private readonly double[]?[] _governmentNcuM = new double[]?[2];

    // Which of the two lines a shortfall is taken from.
    private enum Line
    {
        Straight,
        Level,
    }

    // What spending is compared with in the budget.
    private enum Government
    {
        Expenditure,
        Revenue,
    }

    private double[] SpendingColumnM(MoneyBasis basis) => _spendingM[Number(basis)] ??= Column((m, year) => SpendingM(m, year, basis));

    private double[] HoldColumnM(MoneyBasis basis) => _holdM[Number(basis)] ??= Column((m, year) => HoldM(m, year, basis));

    private double[] ShortColumnPp(Line line) => _shortPp[(int)line] ??= Column((m, year) => ShortPp(m, year, line));

    private double[] ShortColumnM(MoneyBasis basis, Line line) => _shortM[(Number(basis) * 2) + (int)line] ??= Column(
        (m, year) => HasForces(m) ? Told(m, ShortConstUsdM(m, year, line), year, basis, shocked: true) : 0);

    private double[] GovernmentColumnNcuM(Government what) => _governmentNcuM[(int)what] ??= Column((m, year) => GovernmentNcuM(m, year, what));

    private static int Number(MoneyBasis basis) => ((int)basis.Currency * 3) + (int)basis.Prices;

    private double[] Column(Func<int, int, double> cell)
    {
        double[] column = new double[(LastYear - FirstYear + 1) * _members];
        for (int year = FirstYear; year <= LastYear; year++)
        {
            for (int m = 0; m < _members; m++)
            {
                column[Place(m, year)] = cell(m, year);
            }
        }

        return column;
    }

    // Every figure of every group goes through here, tens of thousands of times in a run that is over before the runtime would
    // have compiled it a second time: so it is compiled well the first time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Sum(double[] column, Unit unit, int year)
    {
        int start = Place(0, Checked(year));
        if (!unit.IsGroup)
        {
            return column[start + unit.MemberIndex];
        }

        double sum = 0;
        foreach (int m in Counted(unit, year))
        {
            sum += column[start + m];
        }

        return sum;
    }

    private int Place(int member, int year) => ((year - FirstYear) * _members) + member;
}
