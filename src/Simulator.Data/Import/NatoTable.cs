using System.Text.RegularExpressions;
using Simulator.Alliance;

namespace Simulator.Data.Import;

/// <summary>A block of rows under a heading: one indicator.</summary>
/// <param name="Heading">What the heading says, in small letters; a group "price" holds the price year.</param>
/// <param name="Indicator">What the rows hold.</param>
internal sealed record NatoBlock(Regex Heading, NatoIndicator Indicator);

/// <summary>One of the tables of NATO's workbook: how its sheet is known, and what its blocks hold.</summary>
/// <param name="Id">Number of the table, such as "8a".</param>
/// <param name="Title">What stands after the colon of its title, in small letters.</param>
/// <param name="Unit">The line that names the unit, in small letters; a group "price" holds the price year.</param>
/// <param name="UnitWords">The unit as it is expected, for messages.</param>
/// <param name="Blocks">Its blocks; a single block without a heading has an empty pattern.</param>
internal sealed partial record NatoTable(string Id, Regex Title, Regex Unit, string UnitWords, IReadOnlyList<NatoBlock> Blocks)
{
    /// <summary>The table of changes over ten years, which holds nothing that the others do not.</summary>
    public const string Summary = "4";

    /// <summary>The tables that an edition is made from. "Core" is what the releases from 2026 on add.</summary>
    public static IReadOnlyList<NatoTable> All { get; } =
    [
        new("1", DefenceTitle(), NcuUnit(), "Million national currency units", [new(CurrentHeading(), NatoIndicator.NcuCurrentM), new(ConstantHeading(), NatoIndicator.NcuConstantM)]),
        new("2", DefenceTitle(), UsdUnit(), "Million US dollars", [new(CurrentRatesHeading(), NatoIndicator.UsdCurrentM), new(ConstantRatesHeading(), NatoIndicator.UsdConstantM)]),
        new("3", ShareTitle(), BasedOnUnit(), "Based on (year) prices", [new(ShareHeading(), NatoIndicator.SharePct), new(ChangeHeading(), NatoIndicator.RealChangePct)]),
        new("5", GdpTitle(), UsdUnit(), "Million US dollars", [new(CurrentRatesHeading(), NatoIndicator.GdpUsdCurrentM), new(ConstantRatesHeading(), NatoIndicator.GdpUsdConstantM)]),
        new("6", PerHeadTitle(), PerHeadUnit(), "(year) prices and exchange rates", [new(GdpPerHeadHeading(), NatoIndicator.GdpPerHeadConstUsdK), new(PerHeadHeading(), NatoIndicator.PerHeadConstUsd)]),
        new("7", PersonnelTitle(), ThousandsUnit(), "Thousands", [new(NoHeading(), NatoIndicator.PersonnelThousand)]),
        new("8a", PartsTitle(), PartsUnit(), "Percentage of total defence expenditure", [new(EquipmentHeading(), NatoIndicator.EquipmentPct), new(PersonnelHeading(), NatoIndicator.PersonnelPct)]),
        new("8b", PartsTitle(), PartsUnit(), "Percentage of total defence expenditure", [new(InfrastructureHeading(), NatoIndicator.InfrastructurePct), new(OtherHeading(), NatoIndicator.OtherPct)]),
    ];

    /// <summary>True when the rows have no heading above them.</summary>
    public bool HasNoHeadings => Blocks.Count == 1;

    /// <summary>Number and rest of a title such as "Table 8a : Distribution"; false for other text.</summary>
    public static bool TryTitle(string text, out string id, out string rest)
    {
        Match match = TitleLine().Match(text);
        id = match.Groups["id"].Value.ToLowerInvariant();
        rest = match.Groups["rest"].Value.ToLowerInvariant();
        return match.Success;
    }

    [GeneratedRegex(@"^table\s*(?<id>[0-9]+[a-z]?)\s*[:.\-–]\s*(?<rest>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TitleLine();

    [GeneratedRegex("^(core )?defence (expenditure|investment)$", RegexOptions.CultureInvariant)]
    private static partial Regex DefenceTitle();

    [GeneratedRegex("^(core )?defence (expenditure|investment) as a share of gdp and annual real change$", RegexOptions.CultureInvariant)]
    private static partial Regex ShareTitle();

    [GeneratedRegex("^(gdp|gross domestic product)$", RegexOptions.CultureInvariant)]
    private static partial Regex GdpTitle();

    [GeneratedRegex("^gdp per capita and (core )?defence (expenditure|investment) per capita$", RegexOptions.CultureInvariant)]
    private static partial Regex PerHeadTitle();

    [GeneratedRegex("^military personnel$", RegexOptions.CultureInvariant)]
    private static partial Regex PersonnelTitle();

    [GeneratedRegex("^distribution of (core )?defence (expenditure|investment) by main category$", RegexOptions.CultureInvariant)]
    private static partial Regex PartsTitle();

    [GeneratedRegex("^millions? (of )?national currency units$", RegexOptions.CultureInvariant)]
    private static partial Regex NcuUnit();

    [GeneratedRegex("^millions? (of )?us dollars$", RegexOptions.CultureInvariant)]
    private static partial Regex UsdUnit();

    [GeneratedRegex("^based on (?<price>[0-9]{4}) prices( and exchange rates)?$", RegexOptions.CultureInvariant)]
    private static partial Regex BasedOnUnit();

    [GeneratedRegex("^(constant )?(?<price>[0-9]{4}) prices and exchange rates$", RegexOptions.CultureInvariant)]
    private static partial Regex PerHeadUnit();

    [GeneratedRegex("^thousands?( of persons)?$", RegexOptions.CultureInvariant)]
    private static partial Regex ThousandsUnit();

    [GeneratedRegex("^percentage of total (core )?defence (expenditure|investment)$", RegexOptions.CultureInvariant)]
    private static partial Regex PartsUnit();

    [GeneratedRegex("^current prices$", RegexOptions.CultureInvariant)]
    private static partial Regex CurrentHeading();

    [GeneratedRegex("^constant (?<price>[0-9]{4}) prices$", RegexOptions.CultureInvariant)]
    private static partial Regex ConstantHeading();

    [GeneratedRegex("^current prices and exchange rates$", RegexOptions.CultureInvariant)]
    private static partial Regex CurrentRatesHeading();

    [GeneratedRegex("^constant (?<price>[0-9]{4}) prices and exchange rates$", RegexOptions.CultureInvariant)]
    private static partial Regex ConstantRatesHeading();

    [GeneratedRegex(@"^share of real gdp \(%\)$", RegexOptions.CultureInvariant)]
    private static partial Regex ShareHeading();

    [GeneratedRegex(@"^annual real change \(%\)$", RegexOptions.CultureInvariant)]
    private static partial Regex ChangeHeading();

    [GeneratedRegex(@"^gdp per capita \(thousand us dollars\)$", RegexOptions.CultureInvariant)]
    private static partial Regex GdpPerHeadHeading();

    [GeneratedRegex(@"^(core )?defence (expenditure|investment) per capita \(us dollars\)$", RegexOptions.CultureInvariant)]
    private static partial Regex PerHeadHeading();

    [GeneratedRegex("^$", RegexOptions.CultureInvariant)]
    private static partial Regex NoHeading();

    [GeneratedRegex(@"^equipment( \([a-z]\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex EquipmentHeading();

    [GeneratedRegex(@"^personnel( \([a-z]\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex PersonnelHeading();

    [GeneratedRegex(@"^infrastructure( \([a-z]\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex InfrastructureHeading();

    [GeneratedRegex(@"^other( \([a-z]\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex OtherHeading();
}
