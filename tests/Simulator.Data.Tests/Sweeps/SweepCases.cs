using System.Globalization;
using System.Text;
using Simulator.Alliance;
using Simulator.Data.Scenarios;
using Simulator.Data.Tests.Editions;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Sweeps;
using Simulator.Sweeps.Designs;

namespace Simulator.Data.Tests.Sweeps;

/// <summary>Scenarios and factors on the shipped edition, and a scenario file of any one world, written out by hand.</summary>
internal static class SweepCases
{
    public const string Header = "scenario,members,what,value,2026,2029,from,to,shape,leg\n";

    /// <summary>Paths of both legs, a shape for each kind of word, debt settings, a cap and a fastest way.</summary>
    public const string Base =
        "s,DEU FRA POL,definition,national,,,,,,\n"
        + "s,DEU,budget_bn,,108.2,152.8,,,,\n"
        + "s,ALL except USA ISL,at_least_pct,3.5,,,2026,2035,linear,\n"
        + "s,USA,share_pct,3.4,,,2027,2034,s-curve,\n"
        + "s,ITA ESP,share_add_pp,0.1,,,2028,2031,,\n"
        + "s,ALL,start_pct,1,,,,,,\n"
        + "s,ALL,at_least_pct,1.5,,,2026,2035,,related\n";

    public static Edition Edition => Shipped.Edition("nato-2026");

    public static MacroPath Macro { get; } = MacroPathBuilder.Build(Edition, 2036);

    public static Scenario Bind(string rows)
    {
        ScenarioFile file = ScenarioReader.Read("case.csv", Encoding.UTF8.GetBytes(Header + rows));
        ScenarioSet set = ScenarioBinder.Bind([file], [], Edition, new BindOptions());
        Assert.DoesNotContain(set.Diagnostics, d => d.IsError);
        return set.Scenarios.Single();
    }

    public static MemberSet Members(string codes)
    {
        MemberSet set = MemberSet.Empty;
        foreach (string code in codes.Split(' '))
        {
            MemberSet named = code == "ALL" ? Edition.Roster.All
                : Edition.Roster.TryGroup(code, out Group? group) ? group.Members
                : MemberSet.Of(Index(code));
            set = set.Union(named);
        }

        return set;
    }

    public static int Index(string iso3) => Edition.Roster.TryMember(iso3, out Member? member) ? member.Index : throw new ArgumentException(iso3);

    public static Factor Number(string parameter, string members, double low, double high)
    {
        Assert.True(SweepParameter.TryFind(parameter, out SweepParameter found));
        return new Factor
        {
            Parameter = found,
            Members = members.Length == 0 ? Edition.Roster.All : Members(members),
            MembersText = members,
            Range = found.IsWholeNumber ? new WholeNumberRange((int)low, (int)high) : new UniformRange(low, high),
            Origin = new RowOrigin("sweep.csv", 2),
        };
    }

    public static Factor Words(string parameter, string members, params string[] words)
    {
        Assert.True(SweepParameter.TryFind(parameter, out SweepParameter found));
        return new Factor
        {
            Parameter = found,
            Members = members.Length == 0 ? Edition.Roster.All : Members(members),
            MembersText = members,
            Range = new ChoiceRange(words.Length),
            Words = words,
            Shapes = found.Part == SweptPart.Shape ? [.. words.Select(Shape)] : [],
            Origin = new RowOrigin("sweep.csv", 2),
        };
    }

    public static Outcome Outcome(string name, double atLeast = double.NaN)
    {
        string[] parts = name.Split(':');
        bool isGroup = Edition.Roster.TryGroup(parts[1], out Group? group);
        string[] years = parts[2].Split('-');
        OutcomeVariable variable = parts[0] switch
        {
            "share_pct" => OutcomeVariable.SharePct,
            "real_growth_pct" => OutcomeVariable.RealGrowthPct,
            "spending_eur_bn" or "spending_usd_bn" => OutcomeVariable.SpendingBn,
            "extra_eur_bn" or "cumulative_extra_eur_bn" => OutcomeVariable.ExtraBn,
            "short_pp" => OutcomeVariable.ShortPp,
            "short_eur_bn" or "cumulative_short_usd_bn" => OutcomeVariable.ShortBn,
            "debt_pct" => OutcomeVariable.DebtPct,
            "extra_debt_pp" => OutcomeVariable.ExtraDebtPp,
            "balance_pct" => OutcomeVariable.BalancePct,
            "interest_pct" => OutcomeVariable.InterestPct,
            _ => OutcomeVariable.MembersAt,
        };
        return new Outcome
        {
            Name = name,
            Variable = variable,
            Unit = isGroup ? Unit.Group(group!) : Unit.Member(Index(parts[1])),
            UnitId = parts[1],
            FirstYear = int.Parse(years[0], CultureInfo.InvariantCulture),
            LastYear = int.Parse(years[^1], CultureInfo.InvariantCulture),
            Currency = parts[0].Contains("usd", StringComparison.Ordinal) ? CurrencyChoice.Usd : CurrencyChoice.Eur,
            ThresholdPct = variable == OutcomeVariable.MembersAt ? double.Parse(parts[0][11..].Replace('_', '.'), CultureInfo.InvariantCulture) : 0,
            GoalAtLeast = atLeast,
        };
    }

    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static (Shape Shape, double Value) Shape(string word)
    {
        string[] parts = word.Split(' ');
        double value = parts.Length > 1 ? double.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        return parts[0] switch
        {
            "linear" => (Pathways.Shape.Linear, 0),
            "front" => (Pathways.Shape.Front, value),
            "back" => (Pathways.Shape.Back, value),
            "s-curve" => (Pathways.Shape.SCurve, 0),
            "geometric" => (Pathways.Shape.Geometric, 0),
            "step" => (Pathways.Shape.Step, value),
            "fastest" => (Pathways.Shape.Fastest, 0),
            _ => throw new ArgumentException(word),
        };
    }
}
