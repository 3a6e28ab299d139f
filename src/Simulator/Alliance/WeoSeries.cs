namespace Simulator.Alliance;

/// <summary>IMF World Economic Outlook series in use, named with their WEO code and unit.</summary>
public enum WeoIndicator
{
    /// <summary>NGDP_RPCH: real GDP growth, percent.</summary>
    RealGrowthPct,

    /// <summary>NGDP: nominal GDP, billion national currency units.</summary>
    NominalGdpNcuBn,

    /// <summary>NGDPD: nominal GDP, billion US dollars.</summary>
    NominalGdpUsdBn,

    /// <summary>NGDP_D: GDP deflator, index with a national base year (compare growth, never levels across editions).</summary>
    DeflatorIndex,

    /// <summary>PCPIPCH: consumer price inflation, percent.</summary>
    InflationPct,

    /// <summary>LP: population, million persons.</summary>
    PopulationM,

    /// <summary>GGXWDG_NGDP: general government gross debt, percent of GDP.</summary>
    GrossDebtPct,

    /// <summary>GGXCNL_NGDP: general government balance, percent of GDP.</summary>
    BalancePct,

    /// <summary>GGXONLB_NGDP: general government primary balance, percent of GDP.</summary>
    PrimaryBalancePct,

    /// <summary>GGR_NGDP: general government revenue, percent of GDP.</summary>
    RevenuePct,

    /// <summary>GGX_NGDP: general government expenditure, percent of GDP.</summary>
    ExpenditurePct,

    /// <summary>GGSB_NPGDP: structural balance, percent of potential GDP.</summary>
    StructuralBalancePct,
}

/// <summary>One WEO edition: a value for indicator, member and year; what the edition leaves blank is not there.</summary>
public sealed class WeoSeries
{
    private readonly double[] _values;
    private readonly int _members;
    private readonly int _years;

    /// <summary>Makes the series from a dense array.</summary>
    /// <param name="title">Name of the edition, such as "IMF WEO April 2026".</param>
    /// <param name="firstYear">First year held.</param>
    /// <param name="lastYear">Last year projected.</param>
    /// <param name="members">Number of roster members.</param>
    /// <param name="values">[(indicator × years + year) × members + member]; NaN where blank.</param>
    /// <exception cref="ArgumentException">The array has another length.</exception>
    public WeoSeries(string title, int firstYear, int lastYear, int members, double[] values)
    {
        Title = title;
        FirstYear = firstYear;
        LastYear = lastYear;
        _members = members;
        _years = lastYear - firstYear + 1;
        if (values.Length != IndicatorCount * _years * members)
        {
            throw new ArgumentException("The values do not fill indicators × years × members.", nameof(values));
        }

        _values = values;
    }

    /// <summary>Number of indicators.</summary>
    public static int IndicatorCount { get; } = Enum.GetValues<WeoIndicator>().Length;

    /// <summary>Name of the edition.</summary>
    public string Title { get; }

    /// <summary>First year held.</summary>
    public int FirstYear { get; }

    /// <summary>Last year projected.</summary>
    public int LastYear { get; }

    /// <summary>True when the edition has this cell.</summary>
    /// <param name="indicator">What.</param>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year.</param>
    public bool Has(WeoIndicator indicator, int member, int year) => !double.IsNaN(Value(indicator, member, year));

    /// <summary>The value in the unit of the indicator; NaN where <see cref="Has"/> is false.</summary>
    /// <param name="indicator">What.</param>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year.</param>
    public double Value(WeoIndicator indicator, int member, int year) =>
        year >= FirstYear && year <= LastYear
            ? _values[((((int)indicator * _years) + (year - FirstYear)) * _members) + member]
            : double.NaN;
}
