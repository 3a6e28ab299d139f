using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Pathways;

namespace Simulator.Data.Scenarios;

/// <summary>Turns a row of a file into a path row (model section 5). Rules that need the whole scenario are in <see cref="ScenarioRules"/>.</summary>
internal static class PathRowBinder
{
    private const double HighestSharePct = 15;

    /// <summary>What a path row does, by its name in files.</summary>
    public static readonly IReadOnlyList<(string Name, PathWhat What)> Names =
    [
        ("hold", PathWhat.Hold),
        ("at_least_pct", PathWhat.AtLeastPct),
        ("share_pct", PathWhat.SharePct),
        ("share_add_pp", PathWhat.ShareAddPp),
        ("real_growth_pct", PathWhat.RealGrowthPct),
        ("real_change_pct", PathWhat.RealChangePct),
        ("budget_bn", PathWhat.BudgetBn),
        ("plan", PathWhat.Plan),
    ];

    private static readonly string[] Legs = ["core", "related"];

    private static readonly string[] Continuations = ["then-hold", "then-hague"];

    private static readonly Dictionary<string, PathWhat> ByName = Names.ToDictionary(n => n.Name, n => n.What, StringComparer.Ordinal);

    /// <summary>Finds a path by its name in files.</summary>
    public static bool TryFind(string name, out PathWhat what) => ByName.TryGetValue(name, out what);

    /// <summary>The name of a path in files.</summary>
    public static string NameOf(PathWhat what) => Names[(int)what].Name;

    /// <summary>Binds a row; null when something was wrong, which has then been reported.</summary>
    public static PathRow? Bind(RowInHand row, PathWhat what)
    {
        Leg leg = ReadLeg(row);
        MemberSet members = ReadMembers(row, leg);
        PathRow path = new() { Origin = row.Origin, Members = members, What = what, Leg = leg, From = row.BaseYear };
        if (leg == Leg.Related && what is (PathWhat.Plan or PathWhat.BudgetBn))
        {
            row.Fail(DiagnosticCodes.CoreOnly, ScenarioColumn.Leg, $"{NameOf(what)} moves the core leg only", help: "national plans and budgets say nothing of the related leg; use share_pct or at_least_pct");
        }

        PathRow bound = what switch
        {
            PathWhat.Hold => Hold(row, path),
            PathWhat.Plan => Plan(row, path),
            PathWhat.BudgetBn => Budget(row, path),
            PathWhat.AtLeastPct => Target(row, path),
            PathWhat.SharePct => row.YearCells().Count > 0 ? SharesByYear(row, path) : Target(row, path),
            _ => Change(row, path),
        };
        return row.Failed ? null : bound;
    }

    private static Leg ReadLeg(RowInHand row)
    {
        string text = row.Text(ScenarioColumn.Leg);
        if (text.Length == 0 || text.Equals("core", StringComparison.OrdinalIgnoreCase))
        {
            return Leg.Core;
        }

        if (!text.Equals("related", StringComparison.OrdinalIgnoreCase))
        {
            string nearest = NearestName.Question(text, Legs);
            row.Fail(DiagnosticCodes.UnknownLeg, ScenarioColumn.Leg, $"unknown leg {NearestName.Short(text)}", help: nearest.Length > 0 ? nearest : "legs are core (the default) and related");
        }

        return Leg.Related;
    }

    private static MemberSet ReadMembers(RowInHand row, Leg leg)
    {
        bool sound = row.TryMembers(out MemberList list);
        return sound && leg == Leg.Core ? row.WithForces(list) : list.Members;
    }

    private static PathRow Hold(RowInHand row, PathRow path)
    {
        row.Refuse("hold", "hold is the base-year share throughout", ScenarioColumn.Value, ScenarioColumn.From, ScenarioColumn.To, ScenarioColumn.Shape);
        RefuseYears(row, "hold");
        return path;
    }

    private static PathRow Plan(RowInHand row, PathRow path)
    {
        row.Refuse("plan", "the dates stand in the plan itself", ScenarioColumn.From, ScenarioColumn.To, ScenarioColumn.Shape);
        RefuseYears(row, "plan");
        if (!row.Context.Edition.HasPlans)
        {
            row.Fail(DiagnosticCodes.NoPlans, ScenarioColumn.What, $"edition {row.Context.Edition.Id} has no national plans", help: "use an edition that has them, such as nato-2026");
        }

        string text = row.Text(ScenarioColumn.Value);
        if (text.Length == 0)
        {
            row.Fail(DiagnosticCodes.MissingValue, ScenarioColumn.Value, "plan needs to know how it goes on", help: "write then-hold or then-hague");
            return path;
        }

        int index = Array.FindIndex(Continuations, c => c.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (index < 0)
        {
            string nearest = NearestName.Question(text, Continuations);
            row.Fail(DiagnosticCodes.UnknownWord, ScenarioColumn.Value, $"a plan does not go on as {NearestName.Short(text)}", help: nearest.Length > 0 ? nearest : "write then-hold or then-hague");
        }

        return path with { Continuation = index == 1 ? PlanContinuation.ThenHague : PlanContinuation.ThenHold };
    }

    private static PathRow Target(RowInHand row, PathRow path)
    {
        string what = NameOf(path.What);
        RefuseYears(row, what);
        bool sound = ReadValue(row, path.What, out double target);
        if (sound && LooksLikeFraction(target))
        {
            row.Context.Diagnostics.Add(Fraction(row.SpotOf(ScenarioColumn.Value), target, row.Decimals));
        }

        bool years = ReadYears(row, out int from, out int to);
        if (!ShapeCell.TryRead(row, out Shape shape, out double number))
        {
            return path;
        }

        if (shape == Shape.Fastest && path.Leg == Leg.Related)
        {
            row.Fail(DiagnosticCodes.CoreOnly, ScenarioColumn.Leg, "shape fastest moves the core leg only", help: "its limits are those of armed forces and their budgets; use another shape for the related leg");
        }

        if (ShapeCell.HasOwnPace(shape))
        {
            row.Refuse($"shape {row.Text(ScenarioColumn.Shape)}", "the shape arrives by its own pace; without a shape the row arrives in the year of column to", ScenarioColumn.To);
        }
        else if (years && to == 0)
        {
            row.Fail(DiagnosticCodes.MissingTo, ScenarioColumn.To, $"{what} needs a year of arrival", help: "fill column to, or use a shape with its own pace: step, growth, close, fastest");
        }

        if (sound && shape == Shape.Geometric && target == 0)
        {
            row.Fail(DiagnosticCodes.GeometricZero, ScenarioColumn.Value, "a geometric path never reaches 0", help: "use shape linear, or a target above 0");
        }

        return path with { Value = target, From = from, To = to, Shape = shape, ShapeValue = number };
    }

    private static PathRow Change(RowInHand row, PathRow path)
    {
        string what = NameOf(path.What);
        RefuseYears(row, what);
        row.Refuse(what, "shapes belong to at_least_pct and share_pct", ScenarioColumn.Shape);
        if (ReadValue(row, path.What, out double value) && NothingLeft(path.What, value) is { } fault)
        {
            row.Fail(ScenarioColumn.Value, fault);
        }

        if (ReadYears(row, out int from, out int to) && to == 0 && path.What == PathWhat.RealChangePct)
        {
            row.Fail(DiagnosticCodes.MissingTo, ScenarioColumn.To, "real_change_pct needs the year by which the change is complete", help: "fill column to, or use real_growth_pct for a rate a year");
        }

        return path with { Value = value, From = from, To = to };
    }

    private static PathRow SharesByYear(RowInHand row, PathRow path)
    {
        List<(int Place, int Year)> cells = row.YearCells();
        RefuseBesideYears(row, cells, "share_pct with shares by year");
        row.TryYear(ScenarioColumn.From, out int from);
        from = from == 0 ? row.BaseYear : from;
        List<YearValue> values = [];
        foreach ((int place, int year) in cells)
        {
            if (year <= row.BaseYear)
            {
                IgnoreYear(row, place, year);
            }
            else if (year <= from)
            {
                row.Fail(DiagnosticCodes.YearOrder, place, string.Create(CultureInfo.InvariantCulture, $"year {year} is not after {from}, the year in column from"));
            }
            else if (row.TryNumber(place, true, out double share))
            {
                if (share is < 0 or > HighestSharePct)
                {
                    CellFault fault = ShareRange(share, row.Decimals);
                    row.Fail(fault.Code, place, fault.Message, fault.Label, fault.Help);
                }

                values.Add(new YearValue(year, share));
            }
        }

        if (values.Count == 0 && !row.Failed)
        {
            row.Fail(DiagnosticCodes.MissingValue, cells[0].Place, string.Create(CultureInfo.InvariantCulture, $"share_pct has no share after {row.BaseYear}"), help: "give a share in a later year, or a value with a year of arrival");
        }

        values.Sort((a, b) => a.Year.CompareTo(b.Year));
        return path with { From = from, ByYear = values };
    }

    private static PathRow Budget(RowInHand row, PathRow path)
    {
        List<(int Place, int Year)> cells = row.YearCells();
        if (cells.Count == 0)
        {
            row.Fail(
                DiagnosticCodes.MissingValue,
                row.Has(ScenarioColumn.Value) ? ScenarioColumn.Value : ScenarioColumn.What,
                "budget_bn takes its amounts in year columns",
                help: string.Create(CultureInfo.InvariantCulture, $"add columns {row.BaseYear}, {row.BaseYear + 1} and so on, in billion national currency units"));
            return path;
        }

        RefuseBesideYears(row, cells, "budget_bn");
        row.TryYear(ScenarioColumn.From, out int from);
        from = from == 0 ? row.BaseYear : from;
        List<YearValue> values = [];
        foreach ((int place, int year) in cells)
        {
            if (year < row.BaseYear)
            {
                IgnoreYear(row, place, year);
            }
            else if (year <= from && year != row.BaseYear)
            {
                row.Fail(DiagnosticCodes.YearOrder, place, string.Create(CultureInfo.InvariantCulture, $"year {year} is not after {from}, the year in column from"));
            }
            else if (row.TryNumber(place, false, out double amount))
            {
                if (amount <= 0)
                {
                    row.Fail(DiagnosticCodes.OutOfRange, place, "a budget is more than 0", "billion national currency units");
                }

                values.Add(new YearValue(year, amount));
            }
        }

        if (!row.Failed && values.All(v => v.Year != row.BaseYear))
        {
            row.Fail(
                DiagnosticCodes.NoBudgetBase,
                ScenarioColumn.What,
                string.Create(CultureInfo.InvariantCulture, $"budget_bn needs the amount of {row.BaseYear}"),
                help: string.Create(CultureInfo.InvariantCulture, $"fill column {row.BaseYear}: later amounts are read against it"));
        }
        else if (!row.Failed && values.Count == 1)
        {
            row.Fail(DiagnosticCodes.MissingValue, cells[^1].Place, string.Create(CultureInfo.InvariantCulture, $"budget_bn has no amount after {row.BaseYear}"));
        }

        values.Sort((a, b) => a.Year.CompareTo(b.Year));
        return path with { From = from, ByYear = values };
    }

    private static void RefuseBesideYears(RowInHand row, List<(int Place, int Year)> cells, string what)
    {
        if (row.Has(ScenarioColumn.Value))
        {
            row.Fail(
                DiagnosticCodes.ValueAndYears,
                ScenarioColumn.Value,
                string.Create(CultureInfo.InvariantCulture, $"the row has a value and an entry in column {cells[0].Year}"),
                help: "a row has a value or year columns, never both");
        }

        row.Refuse(what, "the year columns say when", ScenarioColumn.To, ScenarioColumn.Shape);
    }

    private static void RefuseYears(RowInHand row, string what)
    {
        List<(int Place, int Year)> cells = row.YearCells();
        if (cells.Count == 0)
        {
            return;
        }

        if (row.Has(ScenarioColumn.Value))
        {
            row.Fail(DiagnosticCodes.ValueAndYears, cells[0].Place, "the row has a value and an entry in a year column", help: "a row has a value or year columns, never both");
        }
        else
        {
            row.Fail(DiagnosticCodes.CellNotAllowed, cells[0].Place, $"{what} takes no year columns", help: "share_pct takes shares by year, budget_bn takes amounts by year");
        }
    }

    private static void IgnoreYear(RowInHand row, int place, int year) =>
        row.Context.Accept(
            DiagnosticCodes.YearIgnored,
            row.File.Name,
            string.Create(CultureInfo.InvariantCulture, $"the entry for {year} was ignored: paths start after {row.BaseYear}"),
            () => row.SpotOf(place));

    private static bool ReadYears(RowInHand row, out int from, out int to)
    {
        bool sound = row.TryYear(ScenarioColumn.From, out from) & row.TryYear(ScenarioColumn.To, out to);
        from = from == 0 ? row.BaseYear : from;
        if (sound && to != 0 && to <= from && row.IsPastNow(to))
        {
            return row.Fail(DiagnosticCodes.YearOutOfRange, ScenarioColumn.To, row.PastNow(to), help: row.PastNowHelp());
        }

        if (sound && to != 0 && to <= from)
        {
            return row.Fail(
                DiagnosticCodes.YearOrder,
                ScenarioColumn.To,
                row.Has(ScenarioColumn.From) ? $"{Year(to)} is not after {Year(from)}, the year in column from" : $"{Year(to)} is not after {Year(from)}, the base year",
                help: "a path moves from one year to a later one");
        }

        return sound;
    }

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static bool ReadValue(RowInHand row, PathWhat what, out double value)
    {
        value = 0;
        if (!row.Has(ScenarioColumn.Value))
        {
            return row.YearCells().Count == 0
                && row.Fail(DiagnosticCodes.MissingValue, ScenarioColumn.Value, $"{NameOf(what)} needs a value");
        }

        return row.TryNumber(ScenarioColumn.Value, true, out value)
            && (Outside(what, value, row.Decimals) is not { } fault || row.Fail(ScenarioColumn.Value, fault));
    }

    /// <summary>Lowest and highest value of a path with one value.</summary>
    public static (double Low, double High) RangeOf(PathWhat what) => what switch
    {
        PathWhat.AtLeastPct or PathWhat.SharePct => (0, HighestSharePct),
        PathWhat.ShareAddPp => (-HighestSharePct, HighestSharePct),
        PathWhat.RealGrowthPct => (-100, 500),
        _ => (-100, 10_000),
    };

    /// <summary>What is wrong with a value outside the range of its path; null where it lies inside.</summary>
    public static CellFault? Outside(PathWhat what, double value, DecimalMark decimals)
    {
        (double low, double high) = RangeOf(what);
        if (value >= low && value <= high)
        {
            return null;
        }

        if (what is PathWhat.AtLeastPct or PathWhat.SharePct)
        {
            return ShareRange(value, decimals);
        }

        string subject = what switch
        {
            PathWhat.ShareAddPp => "points of GDP are",
            PathWhat.RealGrowthPct => "real growth is",
            _ => "real change is",
        };
        return new(DiagnosticCodes.OutOfRange, $"{subject} outside {NumberCell.Show(low, decimals)} to {NumberCell.Show(high, decimals)}", "");
    }

    /// <summary>What is wrong with a change after which nothing is left; null for every other.</summary>
    public static CellFault? NothingLeft(PathWhat what, double value) =>
        what is PathWhat.RealGrowthPct or PathWhat.RealChangePct && value == -100
            ? new(DiagnosticCodes.OutOfRange, "spending cannot fall by 100 percent", "use share_pct with value 0 for a member that stops spending", Label: "nothing would be left")
            : null;

    /// <summary>True for a share of GDP that no ally spends and that most often is a fraction meant as percent.</summary>
    public static bool LooksLikeFraction(double share) => share is > 0 and < 0.1;

    /// <summary>The warning for such a share.</summary>
    public static Diagnostic Fraction(Spot spot, double share, DecimalMark decimals) => new(
        DiagnosticCodes.LooksLikeFraction,
        spot,
        "the share is under 0.1 percent of GDP",
        "percent, not a fraction",
        $"did you mean {NumberCell.Show((double)((decimal)share * 100), decimals)}?");

    private static CellFault ShareRange(double share, DecimalMark decimals)
    {
        // "45" is most often a lost decimal mark; a tenth or a hundredth that makes a usual share is offered, never taken.
        double tenth = (double)((decimal)Math.Clamp(share, -1e6, 1e6) / 10);
        double hundredth = (double)((decimal)Math.Clamp(share, -1e6, 1e6) / 100);
        string help = tenth is > 0 and <= HighestSharePct ? $"did you mean {NumberCell.Show(tenth, decimals)}?"
            : hundredth is > 0 and <= HighestSharePct ? $"did you mean {NumberCell.Show(hundredth, decimals)}?"
            : "";
        return new(DiagnosticCodes.OutOfRange, "share of GDP is outside 0 to 15", help, Label: $"{NumberCell.Show(share, decimals)} percent");
    }
}
