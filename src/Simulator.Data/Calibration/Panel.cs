namespace Simulator.Data.Calibration;

/// <summary>One number for each member and year; what history does not hold is not finite.</summary>
internal sealed class Panel
{
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

    /// <summary>The panel less each member's mean over each decade (2000-09, 2010-19, …), so that slow change of level does not count as shock.</summary>
    public Panel LessDecadeMeans() => new(FirstYear, LastYear, Members, (m, year) =>
    {
        double sum = 0;
        int count = 0;
        int decade = year / 10 * 10;
        for (int y = Math.Max(decade, FirstYear); y <= Math.Min(decade + 9, LastYear); y++)
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
