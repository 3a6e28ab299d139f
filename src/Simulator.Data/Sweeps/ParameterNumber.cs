using Simulator.Data.Diagnostics;
using Simulator.Data.Scenarios;
using Simulator.Pathways;
using Simulator.Sweeps;

namespace Simulator.Data.Sweeps;

/// <summary>Reads numbers of one parameter: within the range that the same name has in a scenario file.</summary>
internal sealed class ParameterNumber(SweepParameter parameter, SweepRow row)
{
    // A revision of half the figure is beyond any that NATO has made (model section 8).
    private const double LargestRevisionPct = 50;

    /// <summary>True for years and delays.</summary>
    public bool IsWhole => parameter.IsWholeNumber;

    /// <summary>Reads an end of the range; an empty cell is an error.</summary>
    public bool TryEnd(SweepColumn column, out double number)
    {
        number = 0;
        return row.Has(column)
            ? TryRead(column, out number)
            : row.Fail(DiagnosticCodes.RangeEnd, column, $"{parameter.Name} needs a {(column == SweepColumn.Low ? "low" : "high")} end", help: "a factor moves from the number in low to the number in high");
    }

    /// <summary>Reads a number, a whole cell or a part of it, and checks it against the range.</summary>
    public bool TryRead(SweepColumn column, out double number, int start = 0, int length = -1)
    {
        if (parameter.Part is SweptPart.From or SweptPart.To)
        {
            // The last year of a path so far may be the base year; an arrival comes after it.
            bool isYear = row.TryYear(column, row.BaseYear + (parameter.Part == SweptPart.To ? 1 : 0), out int year, start, length);
            number = year;
            return isYear;
        }

        if (!row.TryNumber(column, TakesPercent(), out number, start, length))
        {
            return false;
        }

        if (Outside(number) is { } fault)
        {
            return row.Fail(column, fault with { Length = length }, start);
        }

        bool isShare = parameter is { Part: SweptPart.PathValue, What: PathWhat.AtLeastPct or PathWhat.SharePct };
        if (isShare && PathRowBinder.LooksLikeFraction(number))
        {
            row.Context.Diagnostics.Add(PathRowBinder.Fraction(row.SpotOf(column, start, length), number, row.Decimals));
        }

        return true;
    }

    private bool TakesPercent() => parameter.Part != SweptPart.Setting || SettingRowBinder.TakesPercent(SettingCatalogue.Of(parameter.Setting));

    private CellFault? Outside(double number) => parameter.Part switch
    {
        SweptPart.Setting => SettingRowBinder.Outside(SettingCatalogue.Of(parameter.Setting), number, row.Decimals),
        SweptPart.PathValue => PathRowBinder.Outside(parameter.What, number, row.Decimals) ?? PathRowBinder.NothingLeft(parameter.What, number),
        _ => Math.Abs(number) <= LargestRevisionPct
            ? null
            : new(DiagnosticCodes.OutOfRange, $"{parameter.Name} is outside -50 to 50", "", Label: "percent of the base-year figure"),
    };
}
