using System.Globalization;
using Simulator.Alliance;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Ranges;
using Simulator.Reports.Runs;

namespace Simulator.Reports;

/// <summary>In which money the answers are told.</summary>
public enum AnswerCurrency
{
    /// <summary>Euro; US dollar for groups that the USA belongs to.</summary>
    ByUnit,

    /// <summary>The member's own currency; groups as <see cref="ByUnit"/>.</summary>
    National,

    /// <summary>Euro for every unit.</summary>
    Eur,

    /// <summary>US dollar for every unit.</summary>
    Usd,
}

/// <summary>What the user of run can choose, with the defaults that hold without a choice.</summary>
public sealed record RunOptions
{
    /// <summary>Last year that any projection may reach.</summary>
    public const int LastPossibleYear = 2060;

    /// <summary>Years of the answer sheet, ascending; the last is the headline year. 2030 and 2035 unless chosen.</summary>
    public IReadOnlyList<int> Years { get; init; } = [2030, 2035];

    /// <summary>Last year projected; 2035 unless chosen, and never before the headline year.</summary>
    public int To { get; init; } = 2035;

    /// <summary>Money of the answers.</summary>
    public AnswerCurrency Currency { get; init; } = AnswerCurrency.ByUnit;

    /// <summary>Prices of the answers.</summary>
    public PriceBasis Prices { get; init; } = PriceBasis.BaseYear;

    /// <summary>Members whose rows are written and listed; totals of groups are always those of all their members. Empty: every member.</summary>
    public MemberSet Members { get; init; } = MemberSet.Empty;

    /// <summary>True when the user chose the end of the line; it then holds in every scenario.</summary>
    public bool HasLine { get; init; }

    /// <summary>The end of the line when <see cref="HasLine"/>, percent of GDP.</summary>
    public double LinePct { get; init; }

    /// <summary>True to draw charts.</summary>
    public bool Charts { get; init; } = true;

    /// <summary>True to make a PNG of every chart as well.</summary>
    public bool Png { get; init; }

    /// <summary>True to make a PDF of every chart as well.</summary>
    public bool Pdf { get; init; }

    /// <summary>The charts as --charts and the manifest name them: none, or svg with what else is made of it.</summary>
    public string ChartsWord => Charts ? "svg" + (Png ? ",png" : "") + (Pdf ? ",pdf" : "") : "none";

    /// <summary>True to write the tables as a workbook as well; the CSV files are always written.</summary>
    public bool Workbook { get; init; }

    /// <summary>How the scenarios are drawn; null for a run without draws.</summary>
    public DrawOptions? Draws { get; init; }

    /// <summary>The headline year.</summary>
    public int HeadlineYear => Years[^1];

    /// <summary>Last year projected, the headline year included.</summary>
    public int Horizon => Math.Max(To, HeadlineYear);

    /// <summary>The last year that paths of scenarios name: a scenario that speaks of 2038 is shown to 2038. 0 where none names a year.</summary>
    /// <param name="scenarios">The scenarios.</param>
    public static int LastYearNamed(IEnumerable<Scenario> scenarios) =>
        scenarios.SelectMany(s => s.Paths).Select(p => Math.Max(p.To, p.ByYear.Count > 0 ? p.ByYear[^1].Year : 0)).DefaultIfEmpty(0).Max();

    /// <summary>The money in which a unit's answers are told.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="unit">Member or group.</param>
    public MoneyBasis Money(Edition edition, Unit unit) => Currency switch
    {
        AnswerCurrency.Eur => new MoneyBasis(CurrencyChoice.Eur, Prices),
        AnswerCurrency.Usd => new MoneyBasis(CurrencyChoice.Usd, Prices),
        AnswerCurrency.National when !unit.IsGroup => new MoneyBasis(CurrencyChoice.National, Prices),
        _ => new MoneyBasis(
            unit.IsGroup && edition.Roster.TryMember("USA", out Member? usa) && unit.Members.Contains(usa.Index) ? CurrencyChoice.Usd : CurrencyChoice.Eur,
            Prices),
    };

    /// <summary>What is wrong with the choices for an edition, one sentence each; empty when nothing is.</summary>
    /// <param name="edition">The edition.</param>
    public IReadOnlyList<string> Problems(Edition edition)
    {
        List<string> problems = [];
        if (Years.Count == 0)
        {
            problems.Add("No year is named.");
            return problems;
        }

        for (int i = 0; i < Years.Count; i++)
        {
            if (Years[i] <= edition.BaseYear || Years[i] > LastPossibleYear)
            {
                problems.Add($"The year {Text(Years[i])} is outside the projected years, {Text(edition.BaseYear + 1)} to {Text(LastPossibleYear)}.");
            }
            else if (i > 0 && Years[i] <= Years[i - 1])
            {
                problems.Add($"The years must ascend: {Text(Years[i])} comes after {Text(Years[i - 1])}.");
            }
        }

        if (To <= edition.BaseYear || To > LastPossibleYear)
        {
            problems.Add($"The last year {Text(To)} is outside the projected years, {Text(edition.BaseYear + 1)} to {Text(LastPossibleYear)}.");
        }

        if (HasLine && !(LinePct >= 0 && LinePct <= 15))
        {
            problems.Add($"The line of {LinePct.ToString(CultureInfo.InvariantCulture)} percent is outside 0 to 15.");
        }

        problems.AddRange(Draws?.Problems() ?? []);
        return problems;
    }

    /// <summary>The options as the manifest keeps them, in a fixed order.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="scenarios">Ids of the scenarios in the order of the output.</param>
    public IReadOnlyList<RunOption> ForManifest(Edition edition, IEnumerable<string> scenarios) =>
    [
        new("scenarios", string.Join(' ', scenarios)),
        new("members", Members.IsEmpty ? "ALL" : string.Join(' ', Members.Select(m => edition.Roster.Members[m].Iso3))),
        new("years", string.Join(' ', Years.Select(Text))),
        new("to", Text(Horizon)),
        new("currency", Currency switch
        {
            AnswerCurrency.National => "national",
            AnswerCurrency.Eur => "EUR",
            AnswerCurrency.Usd => "USD",
            _ => "default",
        }),
        new("prices", new MoneyBasis(CurrencyChoice.Eur, Prices).PricesWord(edition)),
        new("line", HasLine ? LinePct.ToString(CultureInfo.InvariantCulture) : "as the scenario says"),
        new("charts", ChartsWord),
        new("tables", Workbook ? "csv,xlsx" : "csv"),
        .. Draws?.ForManifest() ?? [],
    ];

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
