namespace Simulator.Pathways;

/// <summary>How national budgets stand to NATO's definition of defence spending (model section 5).</summary>
public static class BudgetDefinition
{
    // NATO rounds and revises; a budget that differs by more is on another definition.
    private const double TolerancePct = 1;

    /// <summary>The word of the setting definition under which amounts are scaled to NATO's base-year figure.</summary>
    public const string National = "national";

    /// <summary>True when the base-year amount of a budget differs from NATO's by more than 1 percent: it is on another definition.</summary>
    /// <param name="amountBn">Amount of the base year as the budget states it, billion national currency at current prices.</param>
    /// <param name="natoBn">NATO's amount of that year (table 1), the same unit; NaN where NATO has none.</param>
    /// <returns>False where NATO has no amount to differ from.</returns>
    public static bool IsAnother(double amountBn, double natoBn) => natoBn > 0 && Math.Abs(amountBn - natoBn) > natoBn * TolerancePct / 100;
}
