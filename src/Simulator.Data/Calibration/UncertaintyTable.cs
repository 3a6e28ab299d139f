using System.Globalization;
using Simulator.Data.Sources;

namespace Simulator.Data.Calibration;

/// <summary>One fitted or stated number of the uncertainty.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Iso3">Member; empty for all.</param>
/// <param name="Year">Year of a factor's value; 0 for none.</param>
/// <param name="Value">The number.</param>
/// <param name="StandardError">How sure it is; not finite where it is stated, not fitted.</param>
/// <param name="Observations">Observations behind it; 0 where it is stated.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Basis">fitted or judgement.</param>
/// <param name="Note">How, or why.</param>
public sealed record UncertaintyRow(
    string Parameter, string Iso3, int Year, double Value, double StandardError, int Observations, string Unit, string Basis, string Note);

/// <summary>The parameters of the uncertainty as a table.</summary>
public static class UncertaintyTable
{
    /// <summary>The file in the data folder.</summary>
    public const string FileName = "uncertainty.csv";

    /// <summary>The columns.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["parameter", "iso3", "year", "value", "standard_error", "observations", "unit", "basis", "note"];

    /// <summary>The word of the column "basis" for a number that is stated, not fitted.</summary>
    public const string Judgement = "judgement";

    /// <summary>The parameter that says by how much past outlooks missed government debt, root mean square in points of GDP.</summary>
    /// <param name="years">Years after the last actual year.</param>
    public static string DebtErrorIn(int years) => string.Create(CultureInfo.InvariantCulture, $"debt_forecast_error_{years}");

    /// <summary>Digits that are written: the fit runs on a library whose last digits may differ from machine to machine.</summary>
    private const string SixDigits = "G6";

    /// <summary>The table as CSV: comma, LF, numbers of six digits.</summary>
    /// <param name="rows">The rows; the file sorts them by parameter, member and year.</param>
    public static string ToCsv(IEnumerable<UncertaintyRow> rows) => string.Join('\n', rows
        .OrderBy(r => r.Parameter, StringComparer.Ordinal).ThenBy(r => r.Iso3, StringComparer.Ordinal).ThenBy(r => r.Year)
        .Select(r => string.Join(',', r.Parameter, r.Iso3, r.Year == 0 ? "" : Text(r.Year), Number(r.Value), Number(r.StandardError), r.Observations == 0 ? "" : Text(r.Observations), CsvCell.Of(r.Unit), r.Basis, CsvCell.Of(r.Note)))
        .Prepend(string.Join(',', Columns))) + "\n";

    /// <summary>A fitted number with the six digits that are written, which are all that a draw may hang on.</summary>
    /// <param name="value">The number as the fit has it.</param>
    internal static double Rounded(double value) => double.Parse(value.ToString(SixDigits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Number(double value)
    {
        if (!double.IsFinite(value))
        {
            return "";
        }

        // Through decimal, so that small numbers are written out and read back alike.
        double rounded = Rounded(value);
        return rounded == 0 ? "0" : ((decimal)rounded).ToString("0.############", CultureInfo.InvariantCulture);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
