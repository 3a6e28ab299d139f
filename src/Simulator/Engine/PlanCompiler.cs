using Simulator.Alliance;
using Simulator.Pathways;

namespace Simulator.Engine;

/// <summary>Turns a scenario into a plan: looks up what each row and setting means for each member and year, once.</summary>
internal sealed partial class PlanCompiler
{
    private readonly Plan _plan;
    private readonly List<double> _columns = [double.NaN];
    private readonly List<int> _operationMember = [];
    private readonly List<double> _operationScale = [];

    private PlanCompiler(Plan plan) => _plan = plan;

    private Scenario Scenario => _plan.Scenario;

    private MacroPath Macro => _plan.Macro;

    private Edition Edition => _plan.Macro.Edition;

    public static Plan Compile(Scenario scenario, MacroPath macro, bool withFiscal)
    {
        var compiler = new PlanCompiler(new Plan(scenario, macro));
        compiler.Economy();
        compiler.FastestLimitsOfSet();
        compiler.Settings();
        compiler.Backfills();
        if (withFiscal)
        {
            compiler._plan.Fiscal = FiscalPlanCompiler.Compile(compiler._plan, compiler.Column, compiler.Column);
        }

        compiler.Paths();
        return compiler._plan;
    }

    private void Economy()
    {
        int members = _plan.Members;
        foreach (Member member in Edition.Roster.Members)
        {
            int m = member.Index;
            _plan.BaseSharePct[m] = member.HasForces ? BaseShare(member) : 0;
            for (int t = 0; t < _plan.Years; t++)
            {
                double gdp = Macro.GdpConstUsdM[(t * members) + m];
                _plan.OnePercentOfGdpConstUsdM[(t * members) + m] = gdp / 100;
                _plan.GdpBeforeOverGdp[(t * members) + m] =
                    t == 0 ? 1 : Macro.GdpConstUsdM[((t - 1) * members) + m] / gdp;
            }
        }
    }

    /// <summary>s(b): 100 × table 2 constant over table 5 constant.</summary>
    private double BaseShare(Member member)
    {
        double spending = Edition.Nato.Value(NatoIndicator.UsdConstantM, member.Index, Edition.BaseYear);
        double gdp = Edition.Nato.Value(NatoIndicator.GdpUsdConstantM, member.Index, Edition.BaseYear);
        double share = 100 * spending / gdp;
        return double.IsFinite(share)
            ? share
            : throw new ArgumentException($"Edition {Edition.Id} has no spending or GDP of {member.Iso3} in {Edition.BaseYear}.");
    }

    /// <summary>The base year's ratio of the published share (real GDP) to the share at current prices, kept for all years.</summary>
    private double RealOverCurrentShare(int member)
    {
        double spending = Edition.Nato.Value(NatoIndicator.UsdCurrentM, member, Edition.BaseYear);
        double gdp = Edition.Nato.Value(NatoIndicator.GdpUsdCurrentM, member, Edition.BaseYear);
        double ratio = _plan.BaseSharePct[member] / (100 * spending / gdp);
        return double.IsFinite(ratio)
            ? ratio
            : throw new ArgumentException($"Edition {Edition.Id} has no share at current prices for member {member} in {Edition.BaseYear}.");
    }

    private int Column(double value)
    {
        _columns.Add(value);
        return _columns.Count - 1;
    }

    /// <summary>A column for the number of a setting row, noted so that a sweep finds it.</summary>
    private int Column(SettingRow row)
    {
        int column = Column(row.Number);
        _plan.SettingColumns.Add((row, column));
        return column;
    }

    private void Settings()
    {
        foreach (SettingRow row in Scenario.Settings)
        {
            switch (row.Setting)
            {
                case Setting.DelayYears:
                    Delay(row);
                    break;
                case Setting.DeliveryPct:
                    Delivery(row);
                    break;
                case Setting.MaxStepPp:
                    FastestLimit(row, ByYear(_plan.MaxStep, row));
                    break;
                case Setting.MaxGrowthPct:
                    FastestLimit(row, ByYear(_plan.MaxGrowth, row));
                    break;
                case Setting.GrowthPp:
                    ByYear(_plan.GrowthShock, row);
                    break;
                case Setting.InflationPp:
                    ByYear(_plan.InflationShock, row);
                    break;
                case Setting.BudgetsFollow:
                    MemberSet others = _plan.KeepsRealMoney.Except(row.Members);
                    _plan.KeepsRealMoney = row.Number == 0 ? others : others.Union(row.Members);
                    break;
                case Setting.StartPct:
                    RelatedStart(row);
                    break;
                case Setting.Step5Pp:
                case Setting.Growth5Pct:
                case Setting.OffsetsPpPerYear:
                case Setting.OffsetsMaxPp:
                case Setting.DeficitLimitPct:
                    FastestLimit(row, capColumn: 0);
                    break;
                default:
                    // Read where it is used: prices, tables, debt, and backfill as a whole.
                    break;
            }
        }
    }

    /// <summary>A later row wins for the members and years that it names; the base year is given and never moves.</summary>
    private int ByYear(SettingGrid grid, SettingRow row)
    {
        int column = Column(row);
        Over(grid, _plan.Years, row, column);
        return column;
    }

    private void Over(SettingGrid grid, int years, SettingRow row, int column)
    {
        for (int t = 1; t < years; t++)
        {
            if (Covers(row, t))
            {
                grid.Set(t, row.Members, column);
            }
        }
    }

    private bool Covers(SettingRow row, int t)
    {
        int year = _plan.BaseYear + t;
        return (row.From == 0 || year >= row.From) && (row.To == 0 || year <= row.To);
    }

    private void Delivery(SettingRow row)
    {
        ByYear(_plan.Delivery, row);
        for (int t = 1; t < _plan.Years; t++)
        {
            if (Covers(row, t))
            {
                foreach (int m in row.Members)
                {
                    _plan.DeliveryFrom[(t * _plan.Members) + m] = FromIndex(row);
                }
            }
        }
    }

    private void Delay(SettingRow row)
    {
        int column = Column(row);
        foreach (int m in row.Members)
        {
            _plan.DelayYears[m] = column;
            _plan.DelayFrom[m] = FromIndex(row);
            _plan.HasDelay = true;
        }
    }

    private int FromIndex(SettingRow row) => row.From <= _plan.BaseYear ? 0 : row.From - _plan.BaseYear;

    private void RelatedStart(SettingRow row)
    {
        int column = Column(row);
        foreach (int m in row.Members)
        {
            _plan.RelatedStart[m] = column;
            _plan.HasRelated = true;
        }
    }

    private void Paths()
    {
        _plan.CoreRows = [.. Rows(Leg.Core)];
        _plan.RelatedRows = [.. Rows(Leg.Related)];
        _plan.OperationMember = [.. _operationMember];
        _plan.OperationScale = [.. _operationScale];
        _plan.ColumnValues = [.. _columns];
    }

    private IEnumerable<PlanRow> Rows(Leg leg) =>
        Scenario.Paths.Where(r => r.Leg == leg && !r.Members.IsEmpty).Select(Row);

    private PlanRow Row(PathRow row)
    {
        Check(row);
        int first = _operationMember.Count;
        foreach (int m in row.Members)
        {
            _operationMember.Add(m);
            _operationScale.Add(Scale(row, m));
        }

        double to = row.HasTo ? row.To : row.What == PathWhat.ShareAddPp ? Progress.AtOnce : Progress.Never;
        PlanRow compiled = new(
            row.What,
            row.Shape,
            Column(row.Value),
            Column(row.From),
            Column(to),
            Column(row.ShapeValue),
            first,
            row.Members.Count,
            PlanKnots.Table(row, _plan, [.. _operationScale.Skip(first)]));
        _plan.PathRows.Add((row, compiled));
        return compiled;
    }

    /// <summary>share_basis=current holds for target shares of the core leg; points, rates and money have no such basis.</summary>
    private double Scale(PathRow row, int member)
    {
        bool isTarget = row.What is PathWhat.AtLeastPct or PathWhat.SharePct;
        return isTarget && row.Leg == Leg.Core && Scenario.Number(Setting.ShareBasis, member, _plan.BaseYear) == 1
            ? RealOverCurrentShare(member)
            : 1;
    }

    private void Check(PathRow row)
    {
        Require(row.From >= _plan.BaseYear, row, "starts before the base year");
        Require(!row.HasTo || row.To > row.From, row, "ends before it starts");
        Require(row.Leg == Leg.Related || row.Members.Except(Edition.Roster.WithForces).IsEmpty, row, "gives a core path to a member without forces");
        foreach (int m in row.Members)
        {
            Require(row.Leg == Leg.Core || _plan.RelatedStart[m] != 0, row, "moves a related leg without start_pct");
        }

        bool needsTo = row.What == PathWhat.RealChangePct
            || (row.What is PathWhat.AtLeastPct or PathWhat.SharePct && row.ByYear.Count == 0
                && row.Shape is not (Shape.Step or Shape.Growth or Shape.Close or Shape.Fastest));
        Require(row.HasTo || !needsTo, row, "has no year of arrival");
        Require(row.Shape != Shape.Fastest || row.Leg == Leg.Core, row, "asks for a fastest path of the related leg");
        Require(row.Shape != Shape.Fastest || !row.HasTo, row, "gives a fastest path a year of arrival");
        Require(row.What != PathWhat.Plan || row.Leg == Leg.Core, row, "asks for a national plan of the related leg");
        Require(row.What != PathWhat.AtLeastPct || row.ByYear.Count == 0, row, "gives floors by year");
    }

    private static void Require(bool holds, PathRow row, string fault)
    {
        if (!holds)
        {
            throw new ArgumentException($"The path row of {row.Origin.Source}, line {row.Origin.Line}, {fault}.");
        }
    }
}
