namespace Simulator.Data.Editions;

/// <summary>The rows of a file that is keyed by member (or published total) and year, with some columns of numbers.</summary>
internal sealed class MemberYearRows
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2200;
    private readonly List<int> _units = [];
    private readonly List<int> _years = [];
    private readonly List<double> _values = [];
    private readonly int _columns;

    private MemberYearRows(int columns) => _columns = columns;

    /// <summary>First year that has a row.</summary>
    public int FirstYear { get; private set; } = LatestYear;

    /// <summary>Last year that has a row.</summary>
    public int LastYear { get; private set; } = EarliestYear;

    /// <summary>Reads the rows; the columns iso3 and year and those named must be selected already, in this order.</summary>
    /// <param name="table">An open table; blank cells become NaN.</param>
    /// <param name="numberFrom">Place of the first column of numbers among those selected; the rest are numbers.</param>
    /// <param name="numbers">How many columns of numbers there are.</param>
    /// <param name="units">How many units there are.</param>
    /// <param name="unitOf">The unit of a code, below <paramref name="units"/>; negative where there is none.</param>
    /// <param name="what">What a code has to be, for the message: "a member".</param>
    /// <param name="row">Called for every good key, with the table and the unit.</param>
    public static MemberYearRows Read(DataTable table, int numberFrom, int numbers, int units, Func<string, int> unitOf, string what, Action<DataTable, int> row)
    {
        MemberYearRows rows = new(numbers);
        bool[] seen = new bool[units * (LatestYear - EarliestYear + 1)];
        while (table.Next())
        {
            string code = table.String(0);
            int unit = unitOf(code);
            int year = table.Year(1);
            if (unit < 0)
            {
                table.Problem(0, $"\"{code}\" is not {what}");
                continue;
            }

            if (year == 0)
            {
                continue;
            }

            ref bool before = ref seen[(unit * (LatestYear - EarliestYear + 1)) + year - EarliestYear];
            if (before)
            {
                table.Problem(0, $"{code} {year} stands twice");
            }

            before = true;
            row(table, unit);
            rows._units.Add(unit);
            rows._years.Add(year);
            rows.FirstYear = Math.Min(rows.FirstYear, year);
            rows.LastYear = Math.Max(rows.LastYear, year);
            for (int i = 0; i < numbers; i++)
            {
                rows._values.Add(table.Number(numberFrom + i));
            }
        }

        if (rows._units.Count == 0)
        {
            table.Problem("this file has no usable rows");
        }

        return rows;
    }

    /// <summary>Writes one column into a dense block [year × units + unit]; cells without a row stay as they are.</summary>
    /// <param name="column">Place among the columns of numbers.</param>
    /// <param name="target">The block.</param>
    /// <param name="firstYear">First year of the block; no row is earlier.</param>
    /// <param name="units">Units of the block.</param>
    public void Fill(int column, Span<double> target, int firstYear, int units)
    {
        for (int r = 0; r < _units.Count; r++)
        {
            target[((_years[r] - firstYear) * units) + _units[r]] = _values[(r * _columns) + column];
        }
    }
}
