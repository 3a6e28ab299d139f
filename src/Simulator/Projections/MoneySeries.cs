namespace Simulator.Projections;

/// <summary>
/// The amounts of one unit in one money, year by year: what <see cref="Projection"/> answers one at a time, with spending and hold
/// worked out once for each year instead of once for each question. Same sums in the same order, so the same bits.
/// </summary>
public sealed class MoneySeries
{
    private readonly int _firstYear;
    private readonly int _baseYear;
    private readonly double[] _spendingM;
    private readonly double[] _extraBn;
    private readonly double[] _cumulativeBn;

    /// <summary>Works out the amounts.</summary>
    /// <param name="projection">The projection.</param>
    /// <param name="unit">Member or group.</param>
    /// <param name="basis">Money and prices.</param>
    /// <param name="lastYear">Last calendar year, from the base year to the projection's last.</param>
    /// <exception cref="ArgumentException">A group was asked for national money.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The last year is outside the projection's.</exception>
    public MoneySeries(Projection projection, Unit unit, MoneyBasis basis, int lastYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lastYear, projection.BaseYear);
        _firstYear = projection.FirstYear;
        _baseYear = projection.BaseYear;
        _spendingM = new double[lastYear - _firstYear + 1];
        _extraBn = new double[lastYear - _baseYear + 1];
        _cumulativeBn = new double[_extraBn.Length];
        for (int year = _firstYear; year <= lastYear; year++)
        {
            _spendingM[year - _firstYear] = projection.SpendingM(unit, year, basis);
        }

        for (int t = 1; t < _extraBn.Length; t++)
        {
            _extraBn[t] = SpendingBn(_baseYear + t) - projection.HoldBn(unit, _baseYear + t, basis);
            _cumulativeBn[t] = _cumulativeBn[t - 1] + _extraBn[t];
        }
    }

    /// <summary>As <see cref="Projection.SpendingM(Unit, int, MoneyBasis)"/>, millions.</summary>
    /// <param name="year">Calendar year, from the first published year on.</param>
    public double SpendingM(int year) => _spendingM[year - _firstYear];

    /// <summary>As <see cref="Projection.SpendingBn"/>, billions.</summary>
    /// <param name="year">Calendar year, from the first published year on.</param>
    public double SpendingBn(int year) => SpendingM(year) / 1000;

    /// <summary>As <see cref="Projection.ChangeOnYearBn"/>, billions; NaN in the first published year.</summary>
    /// <param name="year">Calendar year, from the first published year on.</param>
    public double ChangeOnYearBn(int year) => year == _firstYear ? double.NaN : SpendingBn(year) - SpendingBn(year - 1);

    /// <summary>As <see cref="Projection.RiseSinceBaseBn"/>, billions; NaN before the base year.</summary>
    /// <param name="year">Calendar year.</param>
    public double RiseSinceBaseBn(int year) => year < _baseYear ? double.NaN : SpendingBn(year) - SpendingBn(_baseYear);

    /// <summary>As <see cref="Projection.ExtraOverHoldBn"/>, billions; NaN before the base year.</summary>
    /// <param name="year">Calendar year.</param>
    public double ExtraOverHoldBn(int year) => year < _baseYear ? double.NaN : _extraBn[year - _baseYear];

    /// <summary>As <see cref="Projection.CumulativeExtraBn"/>, billions; NaN before the base year.</summary>
    /// <param name="year">Calendar year.</param>
    public double CumulativeExtraBn(int year) => year < _baseYear ? double.NaN : _cumulativeBn[year - _baseYear];
}
