using Simulator.Alliance;
using Simulator.Fiscal;
using Simulator.Lanes;
using Simulator.Pathways;

namespace Simulator.Engine;

/// <summary>Looks up what every parameter of the debt step is for each member and year, once.</summary>
internal sealed class FiscalPlanCompiler
{
    private readonly Plan _plan;
    private readonly FiscalPlan _fiscal;
    private readonly Func<double, int> _column;
    private readonly Func<SettingRow, int> _columnOf;

    private FiscalPlanCompiler(Plan plan, Func<double, int> column, Func<SettingRow, int> columnOf)
    {
        _columnOf = columnOf;
        _plan = plan;
        _fiscal = new FiscalPlan(plan.Years, plan.Members);
        _column = column;
    }

    /// <summary>Compiles the debt step of a scenario.</summary>
    /// <param name="plan">The plan, with its base-year shares.</param>
    /// <param name="column">Adds a column with a stated value and gives its number.</param>
    /// <param name="columnOf">Adds a column for the number of a setting row and gives its number.</param>
    public static FiscalPlan Compile(Plan plan, Func<double, int> column, Func<SettingRow, int> columnOf)
    {
        if (!plan.Macro.HasFiscal)
        {
            throw new ArgumentException($"The economy of {plan.Macro.Edition.Id} was built without debt, balances and interest rates.", nameof(plan));
        }

        var compiler = new FiscalPlanCompiler(plan, column, columnOf);
        compiler.Defaults();
        foreach (SettingRow row in plan.Scenario.Settings)
        {
            compiler.Stated(row);
        }

        compiler.Amounts();
        compiler.ImfShares();
        compiler._fiscal.Variants = compiler.Variants();
        return compiler._fiscal;
    }

    private void Defaults()
    {
        MemberSet all = _plan.Macro.Edition.Roster.All;
        Everywhere(_fiscal.Multiplier, all, Default(Setting.Multiplier));
        Everywhere(_fiscal.FadePct, all, Default(Setting.FadePct));
        Everywhere(_fiscal.TaxDrag, all, Default(Setting.TaxDrag));
        Everywhere(_fiscal.InterestPp, all, Default(Setting.InterestPp));
        Everywhere(_fiscal.BorrowedPct, all, Default(Setting.BorrowedPct));
        Everywhere(_fiscal.NewMoneyPct, all, Default(Setting.NewMoneyPct));
        foreach (Member member in _plan.Macro.Edition.Roster.Members)
        {
            var one = MemberSet.Of(member.Index);
            Everywhere(_fiscal.ImportPct, one, FiscalDefaults.ImportPct(member.Iso3));
            Everywhere(_fiscal.SemiElasticity, one, _plan.Macro.GovernmentRevenuePct[member.Index] / 100);
        }
    }

    private static double Default(Setting setting) => SettingCatalogue.Of(setting).Default;

    private void Everywhere(SettingGrid grid, MemberSet members, double value)
    {
        int column = _column(value);
        for (int t = 0; t < _plan.Years; t++)
        {
            grid.Set(t, members, column);
        }
    }

    private void Stated(SettingRow row)
    {
        SettingGrid? grid = row.Setting switch
        {
            Setting.Multiplier => _fiscal.Multiplier,
            Setting.ImportPct => _fiscal.ImportPct,
            Setting.FadePct => _fiscal.FadePct,
            Setting.TaxDrag => _fiscal.TaxDrag,
            Setting.SemiElasticity => _fiscal.SemiElasticity,
            Setting.InterestPp => _fiscal.InterestPp,
            Setting.BorrowedPct => _fiscal.BorrowedPct,
            Setting.NewMoneyPct => _fiscal.NewMoneyPct,
            Setting.InBaselinePct => _fiscal.InBaselinePct,
            _ => null,
        };
        if (grid is null)
        {
            return;
        }

        int column = _columnOf(row);
        for (int t = 1; t < _plan.Years; t++)
        {
            int year = _plan.BaseYear + t;
            if ((row.From == 0 || year >= row.From) && (row.To == 0 || year <= row.To))
            {
                grid.Set(t, row.Members, column);
            }
        }
    }

    private void Amounts()
    {
        MacroPath macro = _plan.Macro;
        foreach (Member member in macro.Edition.Roster.Members)
        {
            int m = member.Index;
            double ncuPerConstUsd = member.HasForces ? NcuPerConstUsd(member) : 0;
            double prices = 1;
            for (int t = 0; t < _plan.Years; t++)
            {
                int i = (t * _plan.Members) + m;
                prices *= t == 0 ? 1 : 1 + (macro.DeflatorGrowthPct[i] / 100);
                _fiscal.CoreNcuBnPerPct[i] = ncuPerConstUsd * _plan.OnePercentOfGdpConstUsdM[i] / 1000 * prices;
                _fiscal.ImfDebtNcuBn[i] = macro.ImfDebtPct[i] / 100 * macro.NominalGdpNcuBn[i];
                _fiscal.ImfBalanceNcuBn[i] = macro.ImfBalancePct[i] / 100 * macro.NominalGdpNcuBn[i];
            }
        }
    }

    private double NcuPerConstUsd(Member member)
    {
        Edition edition = _plan.Macro.Edition;
        double ncu = edition.Nato.Value(NatoIndicator.NcuCurrentM, member.Index, edition.BaseYear);
        double perUsd = ncu / edition.Nato.Value(NatoIndicator.UsdConstantM, member.Index, edition.BaseYear);
        return double.IsFinite(perUsd)
            ? perUsd
            : throw new ArgumentException($"Edition {edition.Id} has no spending in national currency of {member.Iso3} in {edition.BaseYear}.");
    }

    // The content reaches at least as far as the economy, and holds nothing for members without forces.
    private void ImfShares() =>
        ImfContent.Of(_plan.Macro.Edition, _plan.Macro.LastYear).SharePct.AsSpan(0, _fiscal.ImfContentPct.Length).CopyTo(_fiscal.ImfContentPct);

    private FiscalVariant[] Variants()
    {
        List<FiscalVariant> variants = [];
        foreach (FiscalReference reference in HasImfPath() ? [FiscalReference.Hold, FiscalReference.ImfPath] : new[] { FiscalReference.Hold })
        {
            foreach (double borrowedPct in FiscalDefaults.ShownBorrowedPct)
            {
                variants.Add(new FiscalVariant(borrowedPct, false, reference));
            }

            if (_plan.Scenario.Sets(Setting.BorrowedPct))
            {
                variants.Add(new FiscalVariant(double.NaN, true, reference));
            }
        }

        return variants.Count <= Lane.Count
            ? [.. variants]
            : throw new InvalidOperationException("There are more financings and references than lanes.");
    }

    // Whether the two references can differ for any member in any year.
    private bool HasImfPath()
    {
        for (int t = 0; t < _plan.Years; t++)
        {
            ReadOnlySpan<int> stated = _fiscal.InBaselinePct.Year(t);
            for (int m = 0; m < _plan.Members; m++)
            {
                bool differs = stated[m] != 0
                    ? _plan.Scenario.Number(Setting.InBaselinePct, m, _plan.BaseYear + t) > 0
                    : _fiscal.ImfContentPct[(t * _plan.Members) + m] > _plan.BaseSharePct[m];
                if (differs)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
