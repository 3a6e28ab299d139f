using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Pathways;

namespace Simulator.Feasibility;

/// <summary>The fastest paths of all members to a few targets under the three sets of limits, side by side (model section 7).</summary>
public sealed class PathwayAtlas
{
    private readonly Dictionary<(int Member, double TargetPct, string Limits), Pathway> _paths = [];
    private readonly Scenario _limits;
    private readonly ImfContent _content;

    private PathwayAtlas(Edition edition, MacroPath macro, IReadOnlyList<double> targetsPct, Scenario limits, ImfContent content)
    {
        Edition = edition;
        Macro = macro;
        TargetsPct = targetsPct;
        _limits = limits;
        _content = content;
    }

    /// <summary>Settings that move a limit; nothing else may stand in a file of limits.</summary>
    public static IReadOnlyList<Setting> LimitSettings { get; } = [.. LimitPercentiles.Limits, Setting.DeficitLimitPct];

    /// <summary>The edition.</summary>
    public Edition Edition { get; }

    /// <summary>The unshocked economy.</summary>
    public MacroPath Macro { get; }

    /// <summary>Targets, percent of real GDP.</summary>
    public IReadOnlyList<double> TargetsPct { get; }

    /// <summary>Members with armed forces for which the IMF gives no balance: no fiscal limit can be told for them.</summary>
    public MemberSet WithoutBalance => _content.WithoutBalance;

    /// <summary>Computes the paths with the year loop.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="targetsPct">Targets, percent of real GDP; each once.</param>
    /// <param name="limits">Limits that hold in place of those of the sets, by member; may be empty.</param>
    /// <param name="lastYear">Last year computed, at most 2060.</param>
    /// <exception cref="ArgumentException">A row of the limits sets something else.</exception>
    public static PathwayAtlas Of(Edition edition, IReadOnlyList<double> targetsPct, IReadOnlyList<SettingRow> limits, int lastYear)
    {
        if (limits.Any(r => !LimitSettings.Contains(r.Setting)))
        {
            throw new ArgumentException("Only limits may stand among the limits.", nameof(limits));
        }

        MacroPath macro = MacroPathBuilder.Build(edition, lastYear);
        ImfContent content = ImfContent.Of(edition, lastYear);
        PathwayAtlas atlas = new(edition, macro, targetsPct, ScenarioOf(edition, targetsPct[0], limits, 0), content);
        for (int set = 0; set < FastestLimits.All.Count; set++)
        {
            foreach (double target in targetsPct)
            {
                atlas.Add(ScenarioOf(edition, target, limits, set), target, FastestLimits.All[set]);
            }
        }

        return atlas;
    }

    /// <summary>One of the paths.</summary>
    /// <param name="member">Roster index of a member with armed forces.</param>
    /// <param name="targetPct">One of <see cref="TargetsPct"/>.</param>
    /// <param name="limits">One of the three sets.</param>
    /// <exception cref="KeyNotFoundException">There is no such path.</exception>
    public Pathway Of(int member, double targetPct, FastestLimits limits) => _paths[(member, targetPct, limits.Name)];

    /// <summary>
    /// What the target takes in taxes and cuts in a year, points of GDP: max(0, τ − W − (L − deficit)), with the rise brought from
    /// the published share to current prices, in which a balance is told. A target up to W takes nothing: the IMF path holds it
    /// already. The escape clause and interest are left out.
    /// </summary>
    /// <param name="member">Roster index of a member with armed forces.</param>
    /// <param name="targetPct">τ, percent of real GDP.</param>
    /// <param name="year">Base year to the last year computed.</param>
    /// <returns>Points of GDP; NaN where the IMF gives no balance.</returns>
    public double NeedPp(int member, double targetPct, int year)
    {
        int at = ((year - Edition.BaseYear) * Edition.Roster.Count) + member;
        double stated = _limits.Number(Setting.DeficitLimitPct, member, year);
        double limit = double.IsNaN(stated) ? _content.DeficitLimitPct[at] : stated;
        if (targetPct <= _content.SharePct[at])
        {
            return 0;
        }

        double rise = (targetPct - _content.SharePct[at]) / _content.PublishedOverCurrent[member];
        double need = rise - (limit - _content.DeficitPct[at]);
        return double.IsNaN(need) ? need : Math.Max(0, need);
    }

    private static Scenario ScenarioOf(Edition edition, double targetPct, IReadOnlyList<SettingRow> limits, int set) => new()
    {
        Id = "fastest",
        Title = "Fastest under stated limits",
        Paths =
        [
            new PathRow
            {
                Origin = new RowOrigin("pathway", 0),
                Members = edition.Roster.WithForces,
                What = PathWhat.AtLeastPct,
                Value = targetPct,
                From = edition.BaseYear,
                Shape = Shape.Fastest,
            },
        ],
        Settings =
        [
            .. limits,
            new SettingRow { Origin = new RowOrigin("pathway", 0), Setting = Setting.Limits, Members = edition.Roster.All, Number = set },
        ],
        Notes = [],
        NotComputed = [],
    };

    private void Add(Scenario scenario, double targetPct, FastestLimits limits)
    {
        World world = Projector.Run(scenario, Edition, Macro);
        foreach (int m in Edition.Roster.WithForces)
        {
            double[] shares = [.. Enumerable.Range(0, Macro.Years).Select(t => world.SharePct[(t * Macro.Members) + m])];
            _paths.Add((m, targetPct, limits.Name), new Pathway
            {
                Member = m,
                TargetPct = targetPct,
                Limits = limits,
                BaseYear = Edition.BaseYear,
                SharePct = shares,
                Years = FastestPath.Read(scenario, Macro, _content, m, targetPct, shares),
            });
        }
    }
}
