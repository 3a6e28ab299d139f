using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Data.Scenarios;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Sweeps;
using Group = Simulator.Alliance.Group;

namespace Simulator.Data.Sweeps;

/// <summary>Reads the name of an outcome, variable:unit:year, as sweep files and the command line write it.</summary>
public static partial class OutcomeName
{
    private const string MembersAt = "members_at_";

    private static readonly (string Name, OutcomeVariable Variable, CurrencyChoice Currency, bool IsCumulative)[] Variables =
    [
        ("share_pct", OutcomeVariable.SharePct, CurrencyChoice.Eur, false),
        ("real_growth_pct", OutcomeVariable.RealGrowthPct, CurrencyChoice.Eur, false),
        ("spending_eur_bn", OutcomeVariable.SpendingBn, CurrencyChoice.Eur, false),
        ("spending_usd_bn", OutcomeVariable.SpendingBn, CurrencyChoice.Usd, false),
        ("extra_eur_bn", OutcomeVariable.ExtraBn, CurrencyChoice.Eur, false),
        ("extra_usd_bn", OutcomeVariable.ExtraBn, CurrencyChoice.Usd, false),
        ("cumulative_extra_eur_bn", OutcomeVariable.ExtraBn, CurrencyChoice.Eur, true),
        ("cumulative_extra_usd_bn", OutcomeVariable.ExtraBn, CurrencyChoice.Usd, true),
        ("short_pp", OutcomeVariable.ShortPp, CurrencyChoice.Eur, false),
        ("short_eur_bn", OutcomeVariable.ShortBn, CurrencyChoice.Eur, false),
        ("short_usd_bn", OutcomeVariable.ShortBn, CurrencyChoice.Usd, false),
        ("cumulative_short_eur_bn", OutcomeVariable.ShortBn, CurrencyChoice.Eur, true),
        ("cumulative_short_usd_bn", OutcomeVariable.ShortBn, CurrencyChoice.Usd, true),
        ("debt_pct", OutcomeVariable.DebtPct, CurrencyChoice.Eur, false),
        ("extra_debt_pp", OutcomeVariable.ExtraDebtPp, CurrencyChoice.Eur, false),
        ("balance_pct", OutcomeVariable.BalancePct, CurrencyChoice.Eur, false),
        ("interest_pct", OutcomeVariable.InterestPct, CurrencyChoice.Eur, false),
    ];

    /// <summary>Names of all variables; members_at_3_5 stands for any share, its point written as an underscore.</summary>
    public static IReadOnlyList<string> VariableNames { get; } = [.. Variables.Select(v => v.Name), MembersAt + "2", MembersAt + "3_5", MembersAt + "5"];

    /// <summary>Reads one text with a name and perhaps a goal: "share_pct:EUROPE:2035>=3.5".</summary>
    /// <param name="text">The text; a goal follows after >= or &lt;=.</param>
    /// <param name="edition">The data edition in use.</param>
    /// <param name="source">Where the text comes from, as messages name it, such as --outcome.</param>
    /// <param name="outcome">The outcome; only when nothing was wrong.</param>
    /// <param name="diagnostics">Everything that was found, on line 1 of the source.</param>
    /// <returns>False when the text is no outcome.</returns>
    public static bool TryParse(
        string text, Edition edition, string source, [MaybeNullWhen(false)] out Outcome outcome, out IReadOnlyList<Diagnostic> diagnostics)
    {
        List<CellFault> faults = [];
        int sign = text.AsSpan().IndexOfAny('<', '>', '=');
        string name = (sign < 0 ? text : text[..sign]).TrimEnd();
        int lead = name.Length - name.TrimStart().Length;
        Outcome? read = Read(name[lead..], edition, new MemberExpression(edition.Roster), faults, out bool otherCase);
        List<Diagnostic> found = [.. faults.Select(f => At(f, lead, name.Length))];
        if (otherCase)
        {
            found.Add(new(DiagnosticCodes.LetterCase, SpotOf(text, source, lead, name.Length - lead), "names of members are written in capitals; they were read as such"));
        }

        if (sign >= 0)
        {
            if (ReadGoal(text, sign, read is null || TakesPercent(read), out bool isAtLeast, out double goal) is { } fault)
            {
                found.Add(At(fault, 0, text.Length));
            }
            else if (read is not null)
            {
                read = isAtLeast ? read with { GoalAtLeast = goal } : read with { GoalAtMost = goal };
            }
        }

        diagnostics = found;
        outcome = found.Any(d => d.IsError) ? null : read! with { Origin = new RowOrigin(source, 1) };
        return outcome is not null;

        Diagnostic At(CellFault f, int offset, int end)
        {
            int start = offset + f.Start;
            return new(f.Code, SpotOf(text, source, start, f.Length < 0 ? end - start : f.Length), f.Message, f.Label, f.Help);
        }
    }

    /// <summary>True where a percent sign after a goal says nothing new.</summary>
    internal static bool TakesPercent(Outcome outcome) => outcome.UnitText.StartsWith("percent", StringComparison.Ordinal) || outcome.UnitText.StartsWith("points", StringComparison.Ordinal);

    /// <summary>Reads a name without goals.</summary>
    /// <param name="text">Trimmed.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="members">Resolves names of members.</param>
    /// <param name="faults">What is wrong is added.</param>
    /// <param name="otherCase">True when the unit was written in another letter case.</param>
    /// <returns>The outcome; null when something was wrong.</returns>
    internal static Outcome? Read(string text, Edition edition, MemberExpression members, List<CellFault> faults, out bool otherCase)
    {
        otherCase = false;
        string[] parts = text.Split(':');
        if (parts.Length != 3)
        {
            faults.Add(new(
                DiagnosticCodes.OutcomeForm,
                text.Length == 0 ? "the row names no outcome" : "an outcome is variable:unit:year",
                "write an outcome such as share_pct:EUROPE:2035 in column members, or cumulative_extra_eur_bn:EUROPE:2027-2035"));
            return null;
        }

        int before = faults.Count;
        int unitAt = parts[0].Length + 1;
        int yearAt = unitAt + parts[1].Length + 1;
        bool isKnown = ReadVariable(parts[0], edition, faults, out OutcomeVariable variable, out CurrencyChoice currency, out bool isCumulative, out double threshold);
        ReadUnit(parts[1], unitAt, edition.Roster, members, isKnown ? variable : null, faults, out Unit unit, out string unitId, out otherCase);
        ReadYears(parts[2], yearAt, edition, parts[0].Trim(), isKnown ? isCumulative : null, faults, out int first, out int last);
        if (faults.Count > before)
        {
            return null;
        }

        string name = variable == OutcomeVariable.MembersAt
            ? MembersAt + threshold.ToString(CultureInfo.InvariantCulture).Replace('.', '_')
            : parts[0].Trim().ToLowerInvariant();
        string years = isCumulative ? FormattableString.Invariant($"{first}-{last}") : FormattableString.Invariant($"{first}");
        return new Outcome
        {
            Name = $"{name}:{unitId}:{years}",
            Variable = variable,
            Unit = unit,
            UnitId = unitId,
            FirstYear = first,
            LastYear = last,
            Currency = currency,
            ThresholdPct = threshold,
        };
    }

    private static bool ReadVariable(
        string text, Edition edition, List<CellFault> faults, out OutcomeVariable variable, out CurrencyChoice currency, out bool isCumulative, out double threshold)
    {
        string name = text.Trim().ToLowerInvariant();
        threshold = 0;
        int at = Array.FindIndex(Variables, v => v.Name == name);
        (_, variable, currency, isCumulative) = at >= 0 ? Variables[at] : ("", OutcomeVariable.MembersAt, CurrencyChoice.Eur, false);
        if (at >= 0)
        {
            return true;
        }

        if (Share().Match(name) is { Success: true } match)
        {
            threshold = double.Parse(match.Groups[1].Value.Replace('_', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            if (threshold is <= 0 or > 15)
            {
                faults.Add(new(DiagnosticCodes.OutOfRange, "the share that members are counted at is outside 0 to 15", "write members_at_2, members_at_3_5 or the like", 0, text.Length, "percent of GDP"));
            }

            return true;
        }

        string nearest = NearestName.Question(name, VariableNames);
        faults.Add(new(
            DiagnosticCodes.UnknownOutcome,
            name.Length == 0 ? "the outcome names no variable" : $"unknown variable {NearestName.Short(text.Trim())}",
            name.StartsWith(MembersAt, StringComparison.Ordinal) ? "write the share with an underscore for its point and at most two decimals: members_at_2, members_at_3_5"
                : nearest.Length > 0 ? nearest : "variables are " + string.Join(", ", VariableNames),
            0,
            Math.Max(1, text.Length)));
        return false;
    }

    private static void ReadUnit(
        string text, int at, Roster roster, MemberExpression members, OutcomeVariable? variable, List<CellFault> faults, out Unit unit, out string unitId, out bool otherCase)
    {
        int lead = text.Length - text.TrimStart().Length;
        string written = text.Trim();
        unitId = written.ToUpperInvariant();
        otherCase = false;
        bool isMember = roster.TryMember(unitId, out Member? member);
        bool isGroup = roster.TryGroup(unitId, out Group? group);
        if (!isMember && !isGroup)
        {
            unit = Unit.Group(roster.All);
            if (unitId == "ALL")
            {
                otherCase = written != unitId;
                return;
            }

            // The same words as for members of a scenario: names in other languages, the nearest code.
            IReadOnlyList<CellFault> unknown = written.Length == 0 ? [] : members.Read(written).Faults;
            faults.Add(unknown.Count > 0
                ? unknown[0] with { Start = at + lead + unknown[0].Start }
                : new(DiagnosticCodes.OutcomeUnit, "an outcome is about one member or one group", "name one, such as FRA or EUROPE", at, Math.Max(1, text.Length)));
            return;
        }

        otherCase = written != unitId;
        unit = isMember ? Unit.Member(member!.Index) : Unit.Group(group!);
        bool isDebt = variable is OutcomeVariable.DebtPct or OutcomeVariable.ExtraDebtPp or OutcomeVariable.BalancePct or OutcomeVariable.InterestPct;
        if (isDebt && !isMember)
        {
            faults.Add(new(DiagnosticCodes.OutcomeUnit, $"debt is that of one member, and {unitId} is a group", "name a member, such as FRA", at + lead, written.Length));
        }
        else if (variable is not null && !isDebt && isMember && !member!.HasForces)
        {
            faults.Add(new(DiagnosticCodes.NoForces, $"{member.Name} has no armed forces and no core spending", "name a group, or another member", at + lead, written.Length));
        }
    }

    private static void ReadYears(string text, int at, Edition edition, string variable, bool? isCumulative, List<CellFault> faults, out int first, out int last)
    {
        string[] years = text.Split('-');
        first = last = 0;
        if (years.Length > 2)
        {
            faults.Add(new(DiagnosticCodes.NotAYear, "this is neither a year nor a range of years", "write 2035, or 2027-2035", at, text.Length));
            return;
        }

        int offset = at;
        bool sound = true;
        foreach (string year in years)
        {
            sound &= ReadYear(year, offset, edition, faults, out last);
            first = first == 0 ? last : first;
            offset += year.Length + 1;
        }

        if (!sound || isCumulative is null)
        {
            return;
        }

        bool isRange = years.Length == 2;
        if (isCumulative.Value && (!isRange || last <= first))
        {
            faults.Add(new(DiagnosticCodes.OutcomeYears, isRange ? "the years run backwards, or are one" : $"{variable} adds up amounts of several years", string.Create(CultureInfo.InvariantCulture, $"write the first and the last year, such as {edition.BaseYear + 1}-2035"), at, text.Length));
        }
        else if (!isCumulative.Value && isRange)
        {
            faults.Add(new(DiagnosticCodes.OutcomeYears, $"{variable} is read in one year", "write one year; only variables that start with cumulative_ add years up", at, text.Length));
        }
    }

    private static bool ReadYear(string text, int at, Edition edition, List<CellFault> faults, out int year)
    {
        int lead = text.Length - text.TrimStart().Length;
        string trimmed = text.Trim();
        int length = Math.Max(1, trimmed.Length);
        if (NumberCell.ReadYear(trimmed, out year) is { } fault)
        {
            faults.Add(new(fault.Code, fault.Message, fault.Help, at + lead, length, fault.Label));
            return false;
        }

        if (year <= edition.BaseYear)
        {
            faults.Add(new(DiagnosticCodes.YearOutOfRange, string.Create(CultureInfo.InvariantCulture, $"{year} is not after {edition.BaseYear}, the last year of edition {edition.Id}"), "", at + lead, length));
        }
        else if (year > HeaderRow.LastYear)
        {
            faults.Add(new(DiagnosticCodes.YearOutOfRange, string.Create(CultureInfo.InvariantCulture, $"{year} is after 2060, the last year that can be projected"), "", at + lead, length));
        }
        else
        {
            return true;
        }

        return false;
    }

    private static CellFault? ReadGoal(string text, int sign, bool percent, out bool isAtLeast, out double goal)
    {
        string rest = text[sign..];
        isAtLeast = rest.StartsWith(">=", StringComparison.Ordinal);
        goal = double.NaN;
        if (!isAtLeast && !rest.StartsWith("<=", StringComparison.Ordinal))
        {
            return new(DiagnosticCodes.Goal, "a goal is at least or at most a number", "write >= or <= and a number, such as >=3.5", sign);
        }

        string number = rest[2..].Trim();
        int at = text.Length - rest[2..].TrimStart().Length;
        if (number.Length == 0)
        {
            return new(DiagnosticCodes.Goal, "the goal has no number", "write a number after it, such as >=3.5", sign, 2);
        }

        return NumberCell.Read(number, DecimalMark.Either, percent, out goal, out _) is { } fault
            ? new(fault.Code, fault.Message, fault.Help, at, number.Length, fault.Label)
            : null;
    }

    // Columns count code points, as in files.
    private static Spot SpotOf(string text, string source, int start, int length)
    {
        int column = text.AsSpan(0, Math.Min(start, text.Length)).ToString().EnumerateRunes().Count() + 1;
        int end = Math.Min(text.Length, start + length);
        int runes = start < end ? text[start..end].EnumerateRunes().Count() : 1;
        return new Spot(source, 1, column, runes, text, "");
    }

    [GeneratedRegex("^members_at_([0-9]{1,3}(?:_[0-9]{1,2})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Share();
}
