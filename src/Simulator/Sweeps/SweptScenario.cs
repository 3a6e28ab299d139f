using Simulator.Alliance;
using Simulator.Pathways;

namespace Simulator.Sweeps;

/// <summary>Which number of a path row a factor moves.</summary>
internal enum RowNumber
{
    Value,
    From,
    To,
}

/// <summary>
/// A scenario rewritten so that every factor has rows of its own: a setting becomes a last row for its members, a path row is parted
/// where only some of its members are moved. Rows act member by member, so parting changes nothing. Words of categorical factors
/// are written in: each combination of them is a scenario of its own.
/// </summary>
internal sealed class SweptScenario
{
    private readonly Scenario _base;
    private readonly IReadOnlyList<Factor> _factors;
    private readonly IReadOnlyList<int> _levels;
    private readonly List<PathRow> _paths = [];
    private readonly List<SettingRow> _settings = [];

    private SweptScenario(Scenario @base, IReadOnlyList<Factor> factors, IReadOnlyList<int> levels)
    {
        _base = @base;
        _factors = factors;
        _levels = levels;
        Scenario = @base;
    }

    /// <summary>The rewritten scenario; numbers of factors stand at the low end until a world fills them.</summary>
    public Scenario Scenario { get; private set; }

    /// <summary>Setting rows that a factor moves.</summary>
    public List<(int Factor, SettingRow Row)> SettingRows { get; } = [];

    /// <summary>Numbers of path rows that a factor moves.</summary>
    public List<(int Factor, PathRow Row, RowNumber Number)> PathNumbers { get; } = [];

    /// <summary>Factors that found a row; settings and the start revision need none.</summary>
    public HashSet<int> Found { get; } = [];

    /// <summary>What is wrong with the combination, a factor and a sentence each.</summary>
    public List<SweepFault> Faults { get; } = [];

    /// <summary>Rewrites a scenario.</summary>
    /// <param name="base">The scenario that the sweep starts from.</param>
    /// <param name="factors">What is moved; a later factor wins for the members that two name.</param>
    /// <param name="levels">Level of every categorical factor; anything for the others.</param>
    /// <param name="inDebt">Members whose debt is computed, measured against hold less in_baseline_pct of the rise; none without debt.</param>
    public static SweptScenario Of(Scenario @base, IReadOnlyList<Factor> factors, IReadOnlyList<int> levels, MemberSet inDebt)
    {
        SweptScenario swept = new(@base, factors, levels);
        swept.Settings(inDebt);
        foreach (PathRow row in @base.Paths)
        {
            swept.Part(row);
        }

        swept.Scenario = new Scenario
        {
            Id = @base.Id,
            Title = @base.Title,
            Paths = swept._paths,
            Settings = swept._settings,
            Notes = @base.Notes,
            NotComputed = @base.NotComputed,
        };
        return swept;
    }

    private void Settings(MemberSet inDebt)
    {
        if (!inDebt.IsEmpty)
        {
            // First, so that what the scenario or a factor states wins.
            _settings.Add(new SettingRow
            {
                Origin = new("the sweep", 0),
                Setting = Setting.InBaselinePct,
                Members = inDebt,
                Number = SettingCatalogue.Of(Setting.InBaselinePct).Default,
            });
        }

        _settings.AddRange(_base.Settings);
        for (int f = 0; f < _factors.Count; f++)
        {
            Factor factor = _factors[f];
            if (factor.Parameter.Part != SweptPart.Setting)
            {
                continue;
            }

            SettingRow row = new()
            {
                Origin = factor.Origin,
                Setting = factor.Parameter.Setting,
                Members = factor.Members,
                Number = factor.IsCategorical ? Word(factor, _levels[f]) : factor.Range.Low,
                Text = factor.IsCategorical ? factor.Words[_levels[f]] : "",
            };
            _settings.Add(row);
            Found.Add(f);
            if (!factor.IsCategorical)
            {
                SettingRows.Add((f, row));
            }
        }
    }

    /// <summary>A word as its setting numbers it; a sweep may name some of the words only.</summary>
    private static int Word(Factor factor, int level) =>
        SettingCatalogue.Of(factor.Parameter.Setting).Choices.ToList().IndexOf(factor.Words[level]);

    /// <summary>Parts a path row by the factors that move its numbers; members moved by the same factors stay together.</summary>
    private void Part(PathRow row)
    {
        List<(Movers Movers, MemberSet Members)> parts = [];
        foreach (int m in row.Members)
        {
            Movers movers = new(
                Last(row, m, SweptPart.PathValue), Last(row, m, SweptPart.From), Last(row, m, SweptPart.To), Last(row, m, SweptPart.Shape));
            int at = parts.FindIndex(p => p.Movers == movers);
            if (at < 0)
            {
                parts.Add((movers, MemberSet.Of(m)));
            }
            else
            {
                parts[at] = (movers, parts[at].Members.Union(MemberSet.Of(m)));
            }
        }

        if (parts.Count == 0)
        {
            _paths.Add(row);
        }

        foreach ((Movers movers, MemberSet members) in parts)
        {
            Move(row with { Members = members }, movers);
        }
    }

    private void Move(PathRow row, Movers movers)
    {
        if (movers.Shape >= 0)
        {
            (Shape shape, double value) = _factors[movers.Shape].Shapes[_levels[movers.Shape]];

            // The other shapes arrive by a pace of their own.
            bool arrivesByYear = shape is Shape.Linear or Shape.Front or Shape.Back or Shape.SCurve or Shape.Geometric;
            row = row with { Shape = shape, ShapeValue = value, To = arrivesByYear ? row.To : 0 };
            Found.Add(movers.Shape);
            if (!row.HasTo && arrivesByYear)
            {
                Faults.Add(new(movers.Shape, $"{_factors[movers.Shape].Words[_levels[movers.Shape]]} needs a year of arrival, and {Place(row)} has none"));
            }
        }

        int to = row.HasTo ? movers.To : -1;
        row = row with
        {
            Value = movers.Value < 0 ? row.Value : _factors[movers.Value].Range.Low,
            From = movers.From < 0 ? row.From : (int)_factors[movers.From].Range.High,
            To = to < 0 ? row.To : (int)_factors[to].Range.Low,
        };
        if (row.HasTo && row.To <= row.From && (to >= 0 || movers.From >= 0))
        {
            Faults.Add(new(
                to >= 0 ? to : movers.From,
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"some worlds would arrive in {row.To}, not after their start in {row.From} ({Place(row)})")));
        }

        if (row.Shape == Shape.Geometric && row.Value <= 0)
        {
            Faults.Add(new(movers.Value >= 0 ? movers.Value : movers.Shape, $"a geometric way cannot go to {row.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)} ({Place(row)})"));
        }

        _paths.Add(row);
        Note(movers.Value, row, RowNumber.Value);
        Note(movers.From, row, RowNumber.From);
        Note(to, row, RowNumber.To);
    }

    private void Note(int factor, PathRow row, RowNumber number)
    {
        if (factor >= 0)
        {
            Found.Add(factor);
            PathNumbers.Add((factor, row, number));
        }
    }

    /// <summary>The last factor that moves a part of a row for a member; −1 where none does.</summary>
    private int Last(PathRow row, int member, SweptPart part)
    {
        if (row.Leg != Leg.Core || row.ByYear.Count > 0 || row.What is PathWhat.Plan or PathWhat.Hold or PathWhat.BudgetBn)
        {
            return -1;
        }

        for (int f = _factors.Count - 1; f >= 0; f--)
        {
            SweepParameter parameter = _factors[f].Parameter;
            bool fits = parameter.Part == part && _factors[f].Members.Contains(member) && part switch
            {
                SweptPart.PathValue => parameter.What == row.What,
                SweptPart.To => row.HasTo,
                SweptPart.Shape => row.What is PathWhat.AtLeastPct or PathWhat.SharePct,
                _ => true,
            };
            if (fits)
            {
                return f;
            }
        }

        return -1;
    }

    private static string Place(PathRow row) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the row of {row.Origin.Source}, line {row.Origin.Line}");

    /// <summary>The factors that move a row's value, years and shape; −1 for none.</summary>
    private readonly record struct Movers(int Value, int From, int To, int Shape);
}
