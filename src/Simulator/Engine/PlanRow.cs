using Simulator.Alliance;
using Simulator.Pathways;

namespace Simulator.Engine;

/// <summary>
/// A path row made ready for the year loop: its numbers are columns, so that a sweep can move them world by world,
/// and its members are a stretch of the plan's operations.
/// </summary>
/// <param name="What">What the row does.</param>
/// <param name="Shape">Form of the way.</param>
/// <param name="Value">Column of the target, rate or points.</param>
/// <param name="From">Column of F, calendar year.</param>
/// <param name="To">Column of T, calendar year, or one of the marks of <see cref="Progress"/>.</param>
/// <param name="ShapeValue">Column of k or v of the shape.</param>
/// <param name="FirstOperation">First operation of the row; member j of the row is operation FirstOperation + j.</param>
/// <param name="Count">Number of members.</param>
/// <param name="Knots">The shares by year that the row goes through; <see cref="KnotTable.None"/> for other rows.</param>
internal sealed record PlanRow(
    PathWhat What,
    Shape Shape,
    int Value,
    int From,
    int To,
    int ShapeValue,
    int FirstOperation,
    int Count,
    KnotTable Knots);

/// <summary>
/// Shares by year of one row: straight lines between the years given, the last held. Years of such a row are fixed numbers:
/// a sweep does not move them.
/// </summary>
/// <param name="FromIndex">F as index of years, 0 in the base year.</param>
/// <param name="FirstIndex">The first year given, as index of years; it may lie after the horizon.</param>
/// <param name="FirstShare">Share in the first year given, by member of the row.</param>
/// <param name="Shares">Share by year and member of the row [t × members of the row + j], from the first year given on.</param>
/// <param name="IsPartOfBase">True when shares are parts of the base-year share (budgets) and not percent of GDP.</param>
internal sealed record KnotTable(int FromIndex, int FirstIndex, double[] FirstShare, double[] Shares, bool IsPartOfBase)
{
    /// <summary>The table of a row without shares by year.</summary>
    public static KnotTable None { get; } = new(0, 0, [], [], false);
}

/// <summary>Which column holds a setting for a member in a year; column 0 where the default holds.</summary>
internal sealed class SettingGrid
{
    private readonly int[] _columns;
    private readonly int _members;

    /// <summary>Makes the grid of a setting for members and projected years.</summary>
    /// <param name="years">Number of years, the base year included.</param>
    /// <param name="members">Number of members.</param>
    public SettingGrid(int years, int members)
    {
        _columns = new int[years * members];
        _members = members;
    }

    /// <summary>True when no row sets it for any member and year.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>The columns of year t, by member.</summary>
    /// <param name="t">Index of the year.</param>
    public ReadOnlySpan<int> Year(int t) => _columns.AsSpan(t * _members, _members);

    /// <summary>Lets a column hold for members in a year.</summary>
    /// <param name="t">Index of the year.</param>
    /// <param name="members">The members.</param>
    /// <param name="column">The column.</param>
    public void Set(int t, MemberSet members, int column)
    {
        foreach (int m in members)
        {
            _columns[(t * _members) + m] = column;
            IsEmpty = false;
        }
    }
}
