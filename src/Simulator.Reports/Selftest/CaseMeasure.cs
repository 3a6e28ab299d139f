using Simulator.Alliance;
using Simulator.Data.Sources;
using Simulator.Projections;

namespace Simulator.Reports.Selftest;

/// <summary>The figures that a case of the selftest can ask for. The set is fixed; what is asked, and of whom, is data.</summary>
public static class CaseMeasure
{
    private static readonly Dictionary<string, Func<Projection, Question, double>> Known = new(StringComparer.Ordinal)
    {
        ["share_pct"] = (p, q) => p.SharePct(q.Unit, q.Year),
        ["share_rise_pp"] = (p, q) => p.SharePct(q.Unit, q.Year) - p.SharePct(q.Unit, q.ArgumentYear),
        ["real_growth_pct"] = (p, q) => p.RealGrowthPct(q.Unit, q.Year),
        ["real_growth_same_members_pct"] = (p, q) => p.RealGrowthSameMembersPct(q.Unit, q.Year),
        ["us_part_pct"] = (p, q) => p.UsPartPct(q.Unit, q.Year),
        ["members_at"] = (p, q) => p.MembersAt(q.Unit, q.Year, q.Argument),
        ["short_pp"] = (p, q) => p.ShortPp(q.Unit, q.Year),
        ["spending_bn"] = (p, q) => p.SpendingBn(q.Unit, q.Year, q.Money),
        ["spending_const_usd_m"] = (p, q) => p.SpendingConstUsdM(q.Unit, q.Year),
        ["extra_bn"] = (p, q) => p.ExtraOverHoldBn(q.Unit, q.Year, q.Money),
        ["cumulative_extra_bn"] = (p, q) => p.CumulativeExtraBn(q.Unit, q.Year, q.Money),
        ["mean_extra_bn"] = (p, q) => p.CumulativeExtraBn(q.Unit, q.Year, q.Money) / (q.Year - p.BaseYear),
        ["rise_bn"] = (p, q) => p.SpendingBn(q.Unit, q.Year, q.Money) - p.SpendingBn(q.Unit, q.ArgumentYear, q.Money),
        ["gdp_effect_pct"] = (p, q) => new FiscalSummary(p).GdpEffectPct(q.Unit, q.Year, q.Argument).Hold,
        ["extra_debt_pp"] = (p, q) => new FiscalSummary(p).ExtraDebtPp(q.Unit, q.Year, q.Argument).Hold,
        ["extra_debt_bn"] = (p, q) => new FiscalSummary(p).ExtraDebtBn(q.Unit, q.Year, q.Argument, q.Money.Currency).Hold,
        ["largest_extra_debt_pp"] = LargestExtraDebtPp,
        ["gdp_part_bn"] = (p, q) => q.Argument / 100 * NominalGdpBn(p, q),
        ["amount_pct_of_gdp"] = (p, q) => 100 * q.Argument / NominalGdpBn(p, q),
    };

    /// <summary>Names of the measures, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Our figure for a case.</summary>
    /// <param name="projection">The projection of the case's scenario on its edition.</param>
    /// <param name="figure">The case.</param>
    /// <returns>The figure in the unit of the measure, NaN where the model has none.</returns>
    /// <exception cref="FormatException">The case names a measure, unit, currency or price basis that does not exist.</exception>
    public static double Of(Projection projection, FigureCase figure) =>
        Known.TryGetValue(figure.Measure, out Func<Projection, Question, double>? measure)
            ? measure(projection, Ask(projection.Edition, figure))
            : throw new FormatException($"case {figure.Id}: there is no measure {figure.Measure}; there are {string.Join(", ", Names)}");

    private static Question Ask(Edition edition, FigureCase figure)
    {
        MemberSet members = MemberSet.Empty;
        string[] words = figure.Unit.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (string word in words)
        {
            members = edition.Roster.TryMember(word, out Member? member) ? members.Union(MemberSet.Of(member.Index))
                : edition.Roster.TryGroup(word, out Group? group) ? members.Union(group.Members)
                : throw new FormatException($"case {figure.Id}: {word} is no member and no group");
        }

        bool isMember = words.Length == 1 && edition.Roster.TryMember(words[0], out _);
        CurrencyChoice currency = figure.Currency switch
        {
            "EUR" => CurrencyChoice.Eur,
            "USD" or "" => CurrencyChoice.Usd,
            "national" => CurrencyChoice.National,
            _ => throw new FormatException($"case {figure.Id}: currency is EUR, USD, national or blank, not {figure.Currency}"),
        };
        PriceBasis prices = figure.Prices switch
        {
            "current" or "" => PriceBasis.Current,
            "base" => PriceBasis.BaseYear,
            "price-year" => PriceBasis.PriceYear,
            _ => throw new FormatException($"case {figure.Id}: prices are current, base, price-year or blank, not {figure.Prices}"),
        };
        return new Question(isMember ? Unit.Member(edition.Roster.Member(words[0]).Index) : Unit.Group(members), figure.Year, figure.Argument, new MoneyBasis(currency, prices));
    }

    private static double LargestExtraDebtPp(Projection projection, Question question)
    {
        double largest = double.NegativeInfinity;
        foreach (int m in question.Unit.Members)
        {
            double pp = new FiscalSummary(projection).ExtraDebtPp(Unit.Member(m), question.Year, question.Argument).Hold;
            largest = double.IsNaN(pp) ? largest : Math.Max(largest, pp);
        }

        return double.IsNegativeInfinity(largest) ? double.NaN : largest;
    }

    // Before the base year the WEO's own levels; from it on the economy of the model.
    private static double NominalGdpBn(Projection projection, Question question)
    {
        Edition edition = projection.Edition;
        double sum = 0;
        foreach (int m in question.Unit.Members)
        {
            sum += question.Year < edition.BaseYear
                ? edition.Weo.Value(question.Money.Currency == CurrencyChoice.National ? WeoIndicator.NominalGdpNcuBn : WeoIndicator.NominalGdpUsdBn, m, question.Year)
                : ProjectedGdpBn(projection.Macro, m, question);
        }

        return question.Money.Currency != CurrencyChoice.Eur ? sum
            : question.Year >= edition.BaseYear ? sum * projection.Macro.EurPerUsd[question.Year - edition.BaseYear]
            : sum * PublishedEurPerUsd(edition, question.Year);
    }

    private static double ProjectedGdpBn(MacroPath macro, int member, Question question)
    {
        int cell = ((question.Year - macro.BaseYear) * macro.Members) + member;
        return question.Money.Currency == CurrencyChoice.National ? macro.NominalGdpNcuBn[cell] : macro.NominalGdpNcuBn[cell] / macro.NcuPerUsd[cell];
    }

    // One rate per currency, as in the model: the sums of all members that use the euro.
    private static double PublishedEurPerUsd(Edition edition, int year)
    {
        double eur = 0;
        double usd = 0;
        for (int m = 0; m < edition.Roster.Count; m++)
        {
            if (edition.Currency[m] == "EUR")
            {
                eur += edition.Weo.Value(WeoIndicator.NominalGdpNcuBn, m, year);
                usd += edition.Weo.Value(WeoIndicator.NominalGdpUsdBn, m, year);
            }
        }

        return eur / usd;
    }

    private readonly record struct Question(Unit Unit, int Year, double Argument, MoneyBasis Money)
    {
        public int ArgumentYear => (int)Argument;
    }
}
