namespace Simulator.Data.Calibration;

/// <summary>One number for each member and year; what history does not hold is not finite.</summary>
internal sealed class Panel
{
    /// <summary>A last decade with fewer years than this has no level of its own.</summary>
    public const int FewestYearsOfDecade = 5;

    private readonly double[] _values;

    public Panel(int firstYear, int lastYear, int members, Func<int, int, double> value)
    {
        FirstYear = firstYear;
        LastYear = lastYear;
        Members = members;
        _values = new double[(lastYear - firstYear + 1) * members];
        for (int year = firstYear; year <= lastYear; year++)
        {
            for (int m = 0; m < members; m++)
            {
                _values[((year - firstYear) * members) + m] = value(m, year);
            }
        }
    }

    public int FirstYear { get; }

    public int LastYear { get; }

    public int Members { get; }

    public IEnumerable<int> Years => Enumerable.Range(FirstYear, LastYear - FirstYear + 1);

    /// <summary>A value, not finite outside the years held.</summary>
    public double this[int member, int year] =>
        year < FirstYear || year > LastYear ? double.NaN : _values[((year - FirstYear) * Members) + member];

    /// <summary>The fewest pairs of years in a row that any member has.</summary>
    public int FewestPairs() => Enumerable.Range(0, Members).Select(m => Years.Count(y => double.IsFinite(this[m, y]) && double.IsFinite(this[m, y - 1]))).DefaultIfEmpty(0).Min();

    /// <summary>
    /// The panel less each member's mean over each decade (2000-09, 2010-19, …), so that slow change of level does not count as shock. A
    /// last decade of fewer than <see cref="FewestYearsOfDecade"/> years is taken with the one before: a single year is its own mean, and
    /// a crisis in it would count as level.
    /// </summary>
    public Panel LessDecadeMeans() => new(FirstYear, LastYear, Members, (m, year) =>
    {
        double sum = 0;
        int count = 0;
        int lastDecade = LastYear % 10 + 1 < FewestYearsOfDecade ? (LastYear / 10 * 10) - 10 : LastYear / 10 * 10;
        int decade = Math.Min(year / 10 * 10, lastDecade);
        int end = decade == lastDecade ? LastYear : decade + 9;
        for (int y = Math.Max(decade, FirstYear); y <= end; y++)
        {
            if (double.IsFinite(this[m, y]))
            {
                sum += this[m, y];
                count++;
            }
        }

        return this[m, year] - (sum / count);
    });
}
