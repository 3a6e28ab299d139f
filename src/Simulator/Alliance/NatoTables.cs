namespace Simulator.Alliance;

/// <summary>What NATO's release tabulates, named with its table and unit.</summary>
public enum NatoIndicator
{
    /// <summary>Table 3: defence expenditure as a share of real GDP, percent.</summary>
    SharePct,

    /// <summary>Table 3: annual real change of defence expenditure, percent.</summary>
    RealChangePct,

    /// <summary>Table 1: current prices, million national currency units.</summary>
    NcuCurrentM,

    /// <summary>Table 1: constant prices of the edition's price year, million national currency units.</summary>
    NcuConstantM,

    /// <summary>Table 2: current prices and exchange rates, million US dollars.</summary>
    UsdCurrentM,

    /// <summary>Table 2: constant prices and exchange rates of the edition's price year, million US dollars.</summary>
    UsdConstantM,

    /// <summary>Table 5: gross domestic product, current prices and exchange rates, million US dollars.</summary>
    GdpUsdCurrentM,

    /// <summary>Table 5: gross domestic product, constant prices and exchange rates, million US dollars.</summary>
    GdpUsdConstantM,

    /// <summary>Table 6: GDP per head, constant prices, thousand US dollars.</summary>
    GdpPerHeadConstUsdK,

    /// <summary>Table 6: defence expenditure per head, constant prices, US dollars.</summary>
    PerHeadConstUsd,

    /// <summary>Table 7: military personnel, thousand.</summary>
    PersonnelThousand,

    /// <summary>Table 8a: equipment, percent of defence expenditure.</summary>
    EquipmentPct,

    /// <summary>Table 8a: personnel, percent of defence expenditure.</summary>
    PersonnelPct,

    /// <summary>Table 8b: infrastructure, percent of defence expenditure.</summary>
    InfrastructurePct,

    /// <summary>Table 8b: other, percent of defence expenditure.</summary>
    OtherPct,
}

/// <summary>
/// One NATO release as published: a value for indicator, unit and year, where a unit is a member
/// or one of the two published totals. What NATO leaves blank is not there (<see cref="Has"/> is false).
/// </summary>
public sealed class NatoTables
{
    private readonly double[] _values;
    private readonly int _units;
    private readonly int _years;

    /// <summary>Makes the tables from a dense array.</summary>
    /// <param name="firstYear">First year published.</param>
    /// <param name="lastYear">Last year published: the edition's base year.</param>
    /// <param name="members">Number of roster members.</param>
    /// <param name="values">[(indicator × years + year) × (members + 2) + unit]; NaN where the source is blank.</param>
    /// <exception cref="ArgumentException">The array has another length.</exception>
    public NatoTables(int firstYear, int lastYear, int members, double[] values)
    {
        FirstYear = firstYear;
        LastYear = lastYear;
        _years = lastYear - firstYear + 1;
        _units = members + 2;
        if (values.Length != IndicatorCount * _years * _units)
        {
            throw new ArgumentException("The values do not fill indicators × years × units.", nameof(values));
        }

        _values = values;
    }

    /// <summary>Number of indicators.</summary>
    public static int IndicatorCount { get; } = Enum.GetValues<NatoIndicator>().Length;

    /// <summary>First year published.</summary>
    public int FirstYear { get; }

    /// <summary>Last year published, an estimate.</summary>
    public int LastYear { get; }

    /// <summary>The unit index of NATO's own total, NATO_TOTAL.</summary>
    public int NatoTotal => _units - 2;

    /// <summary>The unit index of NATO Europe and Canada, NATO_EUR_CAN.</summary>
    public int NatoEurCan => _units - 1;

    /// <summary>True when the release has this cell.</summary>
    /// <param name="indicator">What.</param>
    /// <param name="unit">Roster index of a member, or <see cref="NatoTotal"/> or <see cref="NatoEurCan"/>.</param>
    /// <param name="year">Calendar year; outside the published years nothing is there.</param>
    public bool Has(NatoIndicator indicator, int unit, int year) =>
        year >= FirstYear && year <= LastYear && !double.IsNaN(_values[Index(indicator, unit, year)]);

    /// <summary>The published value, in the unit of the indicator; NaN where <see cref="Has"/> is false.</summary>
    /// <param name="indicator">What.</param>
    /// <param name="unit">Roster index of a member, or <see cref="NatoTotal"/> or <see cref="NatoEurCan"/>.</param>
    /// <param name="year">Calendar year.</param>
    public double Value(NatoIndicator indicator, int unit, int year) =>
        year >= FirstYear && year <= LastYear ? _values[Index(indicator, unit, year)] : double.NaN;

    /// <summary>The same tables as they would end in an earlier year: nothing of a later year is in them.</summary>
    /// <param name="lastYear">Last year kept, one of the published years.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is not published.</exception>
    public NatoTables Through(int lastYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lastYear, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lastYear, LastYear);
        int years = lastYear - FirstYear + 1;
        double[] kept = new double[IndicatorCount * years * _units];
        for (int indicator = 0; indicator < IndicatorCount; indicator++)
        {
            Array.Copy(_values, indicator * _years * _units, kept, indicator * years * _units, years * _units);
        }

        return new NatoTables(FirstYear, lastYear, _units - 2, kept);
    }

    private int Index(NatoIndicator indicator, int unit, int year) =>
        ((((int)indicator * _years) + (year - FirstYear)) * _units) + unit;
}
