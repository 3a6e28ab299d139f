using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Pathways;

namespace Simulator.Data.Scenarios;

/// <summary>Rules that hold between the rows of a scenario, inherited ones included, and the last step to a <see cref="Scenario"/>.</summary>
internal static class ScenarioRules
{
    /// <summary>The core leg of the Hague pledge, percent of GDP in 2035 (declaration of 25 June 2025).</summary>
    public const double HagueCorePct = 3.5;

    /// <summary>The base-year share on NATO's definition, percent of real GDP: 100 × table 2 constant ÷ table 5 constant (model section 4); NaN where NATO has none.</summary>
    public static double BaseSharePct(Edition edition, int member) =>
        100 * edition.Nato.Value(NatoIndicator.UsdConstantM, member, edition.BaseYear)
        / edition.Nato.Value(NatoIndicator.GdpUsdConstantM, member, edition.BaseYear);

    /// <summary>Checks a resolved scenario; marks it broken when an error was told.</summary>
    public static void Check(BindingContext context, ScenarioDraft draft, Action<Diagnostic> tell)
    {
        bool broken = false;
        CheckEdition(context, draft, Report);
        MemberSet started = Started(draft);
        MemberSet[] atZero = [MemberSet.Empty, NotStarted(context.Edition, draft).Intersect(started)];
        MemberSet moved = MemberSet.Empty;
        foreach (BoundPath bound in draft.AllPaths)
        {
            CheckBelowZero(context.Edition, bound, ref moved, Report);
            CheckGeometric(context, bound, ref atZero[(int)bound.Path.Leg], Report);
            if (bound.Path.Leg == Leg.Related)
            {
                CheckStart(context, bound, started, Report);
            }

            if (bound.Path.What == PathWhat.BudgetBn)
            {
                CheckBudget(context, draft, bound, Report);
            }

            if (bound.Path.What == PathWhat.AtLeastPct)
            {
                CheckMet(context.Edition, bound, Report);
            }
        }

        OverriddenRows.Find(draft, Report);
        draft.IsBroken |= broken;

        void Report(Diagnostic diagnostic)
        {
            broken |= diagnostic.IsError;
            tell(diagnostic);
        }
    }

    /// <summary>The scenario itself.</summary>
    public static Scenario Finish(Edition edition, ScenarioDraft draft) => new()
    {
        Id = draft.Id,
        Title = draft.Title.Length > 0 ? draft.Title : draft.Id,
        Paths = [.. draft.AllPaths.Select(p => p.Path)],
        Settings = [.. draft.AllSettings.Select(s => s.Setting)],
        Notes = draft.AllNotes,
        NotComputed = NotComputed(edition, draft),
    };

    private static void CheckEdition(BindingContext context, ScenarioDraft draft, Action<Diagnostic> report)
    {
        // A later row wins: a scenario may be based on one that was written for another edition and say its own.
        int last = draft.AllSettings.FindLastIndex(s => s.Setting.Setting == Setting.Edition);
        if (last < 0 || draft.AllSettings[last].Setting.Text == context.Edition.Id)
        {
            return;
        }

        string wanted = NearestName.Short(draft.AllSettings[last].Setting.Text);
        Spot spot = draft.AllSettings[last].Source.SpotOf(ScenarioColumn.Value);
        report(context.Options.EditionOverride
            ? new(DiagnosticCodes.EditionOverridden, spot, $"the scenario is written for edition {wanted}; {context.Edition.Id} is used as asked")
            : new(DiagnosticCodes.OtherEdition, spot, $"the scenario is written for edition {wanted}, and {context.Edition.Id} is in use", help: $"run it with --edition {wanted}, or with --edition {context.Edition.Id} to use this one all the same"));
    }

    private static MemberSet Started(ScenarioDraft draft)
    {
        MemberSet started = MemberSet.Empty;
        foreach (BoundSetting bound in draft.AllSettings)
        {
            started = bound.Setting.Setting == Setting.StartPct ? started.Union(bound.Setting.Members) : started;
        }

        return started;
    }

    // Members whose related leg starts at 0.
    private static MemberSet NotStarted(Edition edition, ScenarioDraft draft)
    {
        double[] start = new double[edition.Roster.Count];
        foreach (BoundSetting bound in draft.AllSettings)
        {
            foreach (int member in bound.Setting.Setting == Setting.StartPct ? bound.Setting.Members : MemberSet.Empty)
            {
                start[member] = bound.Setting.Number;
            }
        }

        MemberSet none = MemberSet.Empty;
        for (int member = 0; member < start.Length; member++)
        {
            none = start[member] == 0 ? none.Union(MemberSet.Of(member)) : none;
        }

        return none;
    }

    // Only where the row is the first to move a member is the share known that it takes points from.
    private static void CheckBelowZero(Edition edition, BoundPath bound, ref MemberSet moved, Action<Diagnostic> report)
    {
        PathRow path = bound.Path;
        if (path.Leg != Leg.Core)
        {
            return;
        }

        MemberSet below = MemberSet.Empty;
        foreach (int member in path is { What: PathWhat.ShareAddPp, Value: < 0 } ? path.Members.Except(moved) : MemberSet.Empty)
        {
            below = BaseSharePct(edition, member) + path.Value < 0 ? below.Union(MemberSet.Of(member)) : below;
        }

        if (!below.IsEmpty)
        {
            report(new(
                DiagnosticCodes.OutOfRange,
                bound.Source.SpotOf(ScenarioColumn.Value),
                $"the row takes the share of {string.Join(" ", below.Select(m => edition.Roster.Members[m].Iso3))} below 0",
                help: "points of GDP are taken from the share; a fall in percent is real_change_pct"));
        }

        moved = path.What == PathWhat.Hold ? moved : moved.Union(path.Members);
    }

    // A rate of change needs something to change: a path that an earlier row took to 0 cannot go on geometrically.
    private static void CheckGeometric(BindingContext context, BoundPath bound, ref MemberSet atZero, Action<Diagnostic> report)
    {
        PathRow path = bound.Path;
        MemberSet stuck = path.Shape == Shape.Geometric ? path.Members.Intersect(atZero) : MemberSet.Empty;
        if (!stuck.IsEmpty)
        {
            Roster roster = context.Edition.Roster;
            report(new(
                DiagnosticCodes.GeometricZero,
                bound.Source.SpotOf(ScenarioColumn.Shape),
                $"a geometric path cannot start from 0 ({string.Join(" ", stuck.Select(m => roster.Members[m].Iso3))})",
                help: "use another shape, or a start above 0"));
        }

        if (path.What == PathWhat.SharePct)
        {
            double last = path.ByYear.Count > 0 ? path.ByYear[^1].Value : path.Value;
            atZero = last == 0 ? atZero.Union(path.Members) : atZero.Except(path.Members);
        }
        else if (path.What is PathWhat.Plan or PathWhat.BudgetBn || path is { What: PathWhat.AtLeastPct, Value: > 0 } || path is { What: PathWhat.Hold, Leg: Leg.Core })
        {
            atZero = atZero.Except(path.Members);
        }
    }

    private static void CheckStart(BindingContext context, BoundPath bound, MemberSet started, Action<Diagnostic> report)
    {
        MemberSet without = bound.Path.Members.Except(started);
        if (without.IsEmpty)
        {
            return;
        }

        Roster roster = context.Edition.Roster;
        string who = without == roster.All ? "" : string.Join(" ", without.Select(m => roster.Members[m].Iso3));
        string cell = bound.Source.Text(ScenarioColumn.Members);
        report(new(
            DiagnosticCodes.MissingStart,
            bound.Source.SpotOf(ScenarioColumn.Leg),
            who.Length == 0 ? "the related leg needs start_pct" : $"the related leg of {who} needs start_pct",
            "NATO publishes no country table",
            $"add a row such as {bound.Owner.Id},{(cell.Length > 0 ? cell : who)},start_pct,1.0 with a source in column note"));
    }

    private static void CheckBudget(BindingContext context, ScenarioDraft draft, BoundPath bound, Action<Diagnostic> report)
    {
        Edition edition = context.Edition;
        double amount = bound.Path.ByYear.First(v => v.Year == edition.BaseYear).Value;
        int place = bound.Source.File.Header.Years.First(y => y.Year == edition.BaseYear).Place;
        foreach (int member in bound.Path.Members)
        {
            double nato = edition.Nato.Value(NatoIndicator.NcuCurrentM, member, edition.BaseYear) / 1000;
            if (IsNational(draft, member) || !BudgetDefinition.IsAnother(amount, nato))
            {
                continue;
            }

            string iso3 = edition.Roster.Members[member].Iso3;
            string currency = edition.Currency[member];
            DecimalMark decimals = bound.Source.File.Decimals;
            report(new(
                DiagnosticCodes.BudgetBase,
                bound.Source.SpotOf(place),
                string.Create(CultureInfo.InvariantCulture, $"the {edition.BaseYear} amount of {iso3} is {NumberCell.Show(amount, decimals)} bn {currency}, NATO has {NumberCell.Show(Math.Round(nato, 2), decimals)} bn {currency}"),
                "differs by more than 1 percent",
                $"if it is the national budget, add the row {bound.Owner.Id},{iso3},definition,national; amounts are then scaled to NATO's"));
            return;
        }
    }

    private static bool IsNational(ScenarioDraft draft, int member)
    {
        for (int i = draft.AllSettings.Count - 1; i >= 0; i--)
        {
            SettingRow setting = draft.AllSettings[i].Setting;
            if (setting.Setting == Setting.Definition && setting.Members.Contains(member))
            {
                return setting.Text == BudgetDefinition.National;
            }
        }

        return false;
    }

    private static void CheckMet(Edition edition, BoundPath bound, Action<Diagnostic> report)
    {
        PathRow path = bound.Path;
        // Only where the row acts on held shares: another row before it may have brought the path down.
        if (path.Leg == Leg.Core && path.From == edition.BaseYear && path.Members.All(m => BaseSharePct(edition, m) >= path.Value))
        {
            report(new(
                DiagnosticCodes.AlreadyMet,
                bound.Source.SpotOf(ScenarioColumn.Value),
                string.Create(CultureInfo.InvariantCulture, $"every member named was at or above this share in {edition.BaseYear}")));
        }
    }

    private static List<string> NotComputed(Edition edition, ScenarioDraft draft)
    {
        MemberSet fastest = MemberSet.Empty;
        foreach (BoundPath bound in draft.AllPaths)
        {
            fastest = bound.Path.Shape == Shape.Fastest ? fastest.Union(bound.Path.Members) : fastest;
        }

        MemberSet unknown = fastest.IsEmpty ? fastest : fastest.Intersect(ImfContent.Of(edition, edition.BaseYear).WithoutBalance);
        return unknown.IsEmpty
            ? []
            : [$"edition {edition.Id} has no government balance of {string.Join(" ", unknown.Select(m => edition.Roster.Members[m].Iso3))}: their fastest paths are without a fiscal limit"];
    }
}
