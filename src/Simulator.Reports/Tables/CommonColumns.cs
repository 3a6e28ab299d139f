using System.Globalization;
using Simulator.Alliance;

namespace Simulator.Reports.Tables;

/// <summary>Columns that several tables share, and the words that describe them.</summary>
internal static class CommonColumns
{
    public const string IcelandRemark = "Iceland has no armed forces and no row in NATO's tables: its spending is 0, and shares of its spending and its line are empty.";

    public const string LineConvention = "The line is this program's convention, not NATO's: straight from the base-year share to the target (3.5 percent unless the scenario says otherwise) in 2035 for members below it, then the target.";

    public static Column Scenario { get; } = new("scenario", FieldType.Text, "", $"Id of the scenario; \"{RunResults.HistoryId}\" for published years, which stand once.");

    public static Column ScenarioOnly { get; } = new("scenario", FieldType.Text, "", "Id of the scenario.");

    public static Column Unit { get; } = new("unit", FieldType.Text, "", "ISO 3166-1 alpha-3 code of a member, or id of a group.");

    public static Column Iso3 { get; } = new("iso3", FieldType.Text, "", "ISO 3166-1 alpha-3 code of the member.");

    public static Column Name { get; } = new("name", FieldType.Text, "", "English name.");

    public static Column Year { get; } = new("year", FieldType.Year, "", "Calendar year.");

    public static Column Status { get; } = new("status", FieldType.Text, "", "reported (NATO's final years), estimate (the years that NATO marks e) or projection.");

    public static Column Currency { get; } = new("currency", FieldType.Text, "", "ISO 4217 code of the money of the row's amounts.");

    public static Column Prices { get; } = new("prices", FieldType.Text, "", "Prices of the row's amounts: current, or the year whose prices they are.");

    public static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    public static string SharesOf(Edition edition) =>
        $"Share of real GDP: spending over GDP, both at {Text(edition.PriceYear)} prices, as in NATO's table 3.";
}
