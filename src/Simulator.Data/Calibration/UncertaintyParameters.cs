using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Editions;
using Simulator.Pathways;
using Simulator.Uncertainty;

namespace Simulator.Data.Calibration;

/// <summary>The fitted uncertainty as read from the data folder, and what it means for a scenario.</summary>
public sealed class UncertaintyParameters
{
    private readonly IReadOnlyDictionary<PlanNature, double> _deliveryPct;

    /// <summary>Gathers parameters.</summary>
    /// <param name="shocks">The parameters with plans that arrive whole on average.</param>
    /// <param name="deliveryPct">Percent of a planned rise that arrives on average, for every nature of a plan.</param>
    /// <param name="rows">The rows that they were read from.</param>
    public UncertaintyParameters(ShockParameters shocks, IReadOnlyDictionary<PlanNature, double> deliveryPct, IReadOnlyList<UncertaintyRow> rows)
    {
        Shocks = shocks;
        _deliveryPct = deliveryPct;
        Rows = rows;
    }

    /// <summary>The parameters with plans that arrive whole on average.</summary>
    public ShockParameters Shocks { get; }

    /// <summary>The rows of the file.</summary>
    public IReadOnlyList<UncertaintyRow> Rows { get; }

    /// <summary>
    /// The parameters of a scenario. Where a member follows its national plan, the planned rise arrives by the nature of the plan's last
    /// point (law, plan, announcement; a bare pledge counts as an announcement), unless the scenario says itself what arrives. A scenario in which nobody follows a plan is a pure
    /// what-if: its rises arrive as written.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="edition">The edition.</param>
    public ShockParameters Of(Scenario scenario, Edition edition)
    {
        MemberSet planned = scenario.Paths.Where(p => p.What == PathWhat.Plan).Aggregate(MemberSet.Empty, (all, p) => all.Union(p.Members));
        if (planned.IsEmpty)
        {
            return Shocks.WithoutDelivery();
        }

        double[] delivery = [.. Enumerable.Repeat(100.0, edition.Roster.Count)];
        foreach (int m in planned)
        {
            if (scenario.Settings.Any(s => s.Setting == Setting.DeliveryPct && s.Members.Contains(m)))
            {
                // The author has said what arrives; it is not taken off twice.
                continue;
            }

            NationalPlan? plan = edition.Plans.FirstOrDefault(p => p.Member == m);
            delivery[m] = _deliveryPct[plan is { Points.Count: > 0 } ? plan.Points[^1].Nature : PlanNature.Announcement];
        }

        return Shocks with { DeliveryPct = delivery };
    }

    /// <summary>Reads the parameters.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="roster">Members.</param>
    public static DataResult<UncertaintyParameters> Load(DataFolder folder, Roster roster)
    {
        List<DataProblem> problems = [];
        List<UncertaintyRow> rows = Read(folder, problems);
        return problems.Count > 0 ? new(problems) : Of(rows, roster, folder.PathOf(UncertaintyTable.FileName));
    }

    /// <summary>Gathers the parameters from rows.</summary>
    /// <param name="rows">The rows, of which each parameter needs its own.</param>
    /// <param name="roster">Members.</param>
    /// <param name="path">Where the rows stand, for what is wrong with them.</param>
    internal static DataResult<UncertaintyParameters> Of(IReadOnlyList<UncertaintyRow> rows, Roster roster, string path)
    {
        List<DataProblem> problems = [];
        ILookup<string, UncertaintyRow> byName = rows.ToLookup(r => r.Parameter, StringComparer.Ordinal);
        double scale = One("growth_scale");
        double[] rate = [.. Enumerable.Repeat(One("rate_spread"), roster.Count)];
        ShockParameters shocks = new()
        {
            GrowthFactor = Years("growth_factor"),
            DeflatorFactor = Years("deflator_factor"),
            GrowthLoading = [.. Members("growth_loading").Select(v => v * scale)],
            GrowthSd = [.. Members("growth_spread").Select(v => v * scale)],
            DeflatorLoading = Members("deflator_loading"),
            DeflatorSd = Members("deflator_spread"),
            BalanceSd = Members("balance_spread"),
            RateSd = rate,
            DeliveryPct = [.. Enumerable.Repeat(100.0, roster.Count)],
            StartMean = [.. Enumerable.Repeat(One("start_revision_mean"), roster.Count)],
            StartSd = [.. Enumerable.Repeat(One("start_revision_spread"), roster.Count)],
            GrowthPersistence = One("growth_persistence"),
            DeflatorPersistence = One("deflator_persistence"),
            BalancePersistence = One("balance_persistence"),
            RatePersistence = One("rate_persistence"),
            DeliverySd = One("delivery_spread"),
            DeliveryPersistence = One("delivery_persistence"),
            BudgetLag = One("budget_lag"),
        };
        Dictionary<PlanNature, double> delivery = new()
        {
            [PlanNature.Law] = 100 * One("delivery_law"),
            [PlanNature.Plan] = 100 * One("delivery_plan"),
            [PlanNature.Announcement] = 100 * One("delivery_announcement"),
        };
        if (problems.Count == 0)
        {
            problems.AddRange(shocks.Faults(roster).Select(f => new DataProblem(path, 0, 0, f)));
        }

        return problems.Count > 0 ? new(problems) : new(new UncertaintyParameters(shocks, delivery, rows));

        double One(string name)
        {
            UncertaintyRow[] found = [.. byName[name].Where(r => r.Iso3.Length == 0 && r.Year == 0)];
            if (found.Length != 1)
            {
                problems.Add(new DataProblem(path, 0, 0, string.Create(CultureInfo.InvariantCulture, $"{name} stands there {found.Length} times; once is expected")));
            }

            return found.Length == 1 ? found[0].Value : double.NaN;
        }

        double[] Members(string name)
        {
            double[] values = new double[roster.Count];
            foreach (Member member in roster.Members)
            {
                UncertaintyRow[] found = [.. byName[name].Where(r => r.Iso3 == member.Iso3)];
                if (found.Length != 1)
                {
                    problems.Add(new DataProblem(path, 0, 0, string.Create(CultureInfo.InvariantCulture, $"{name} of {member.Iso3} stands there {found.Length} times; once is expected")));
                    continue;
                }

                values[member.Index] = found[0].Value;
            }

            return values;
        }

        double[] Years(string name)
        {
            UncertaintyRow[] found = [.. byName[name].OrderBy(r => r.Year)];
            for (int i = 1; i < found.Length; i++)
            {
                if (found[i].Year != found[i - 1].Year + 1)
                {
                    problems.Add(new DataProblem(path, 0, 0, string.Create(CultureInfo.InvariantCulture, $"{name} jumps from {found[i - 1].Year} to {found[i].Year}; its years must follow each other")));
                }
            }

            return [.. found.Select(r => r.Value)];
        }
    }

    private static List<UncertaintyRow> Read(DataFolder folder, List<DataProblem> problems)
    {
        List<UncertaintyRow> rows = [];
        using DataTable? table = DataTable.Open(folder, UncertaintyTable.FileName, [.. UncertaintyTable.Columns], problems);
        while (table is not null && table.Next())
        {
            double value = table.Number(3);
            if (!double.IsFinite(value) && problems.Count == 0)
            {
                table.Problem(3, "value is blank");
            }

            int year = table.String(2).Length == 0 ? 0 : table.Year(2);
            double observations = table.Number(5);
            rows.Add(new UncertaintyRow(
                table.Required(0), table.String(1), year, value, table.Number(4), double.IsFinite(observations) ? (int)observations : 0, table.String(6), table.Required(7), table.String(8)));
        }

        return rows;
    }
}
