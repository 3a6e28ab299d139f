namespace Simulator.Alliance;

/// <summary>One quantity by member and year, with gaps: potential growth, population growth, shares of another source.</summary>
public sealed class YearSeries
{
    private readonly double[] _values;
    private readonly int _members;

    /// <summary>Makes the series from a dense array.</summary>
    /// <param name="firstYear">First year held.</param>
    /// <param name="lastYear">Last year held; before <paramref name="firstYear"/> for an empty series.</param>
    /// <param name="members">Number of roster members.</param>
    /// <param name="values">[year × members + member]; NaN where blank.</param>
    /// <exception cref="ArgumentException">The array has another length.</exception>
    public YearSeries(int firstYear, int lastYear, int members, double[] values)
    {
        if (values.Length != (lastYear - firstYear + 1) * members)
        {
            throw new ArgumentException("The values do not fill years × members.", nameof(values));
        }

        FirstYear = firstYear;
        LastYear = lastYear;
        _members = members;
        _values = values;
    }

    /// <summary>First year held.</summary>
    public int FirstYear { get; }

    /// <summary>Last year held.</summary>
    public int LastYear { get; }

    /// <summary>A series without any value.</summary>
    /// <param name="members">Number of roster members.</param>
    public static YearSeries Empty(int members) => new(0, -1, members, []);

    /// <summary>True when there is a value.</summary>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year.</param>
    public bool Has(int member, int year) => !double.IsNaN(Value(member, year));

    /// <summary>The value; NaN where <see cref="Has"/> is false.</summary>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year.</param>
    public double Value(int member, int year) =>
        year >= FirstYear && year <= LastYear ? _values[((year - FirstYear) * _members) + member] : double.NaN;
}
