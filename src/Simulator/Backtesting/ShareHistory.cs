using Simulator.Alliance;
using Simulator.Feasibility;
using Simulator.Uncertainty;

namespace Simulator.Backtesting;

/// <summary>
/// Shares of real GDP as one edition publishes them, and the changes from year to year: NATO's own where it has both years, SIPRI's
/// for the years before. Levels of the two are never joined: their definitions differ.
/// </summary>
public sealed class ShareHistory
{
    private readonly Edition _edition;
    private readonly YearSeries _sipriSharePct;

    /// <summary>Makes the history.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="sipriSharePct">SIPRI's shares of GDP, percent, by the edition's roster.</param>
    public ShareHistory(Edition edition, YearSeries sipriSharePct)
    {
        _edition = edition;
        _sipriSharePct = sipriSharePct;
    }

    /// <summary>Id of the edition.</summary>
    public string EditionId => _edition.Id;

    /// <summary>The members.</summary>
    public Roster Roster => _edition.Roster;

    /// <summary>First year that NATO publishes.</summary>
    public int FirstYear => _edition.FirstYear;

    /// <summary>Last year that NATO publishes, an estimate.</summary>
    public int LastYear => _edition.BaseYear;

    /// <summary>First of the years that NATO marks as estimates.</summary>
    public int FirstEstimateYear => _edition.FirstEstimateYear;

    /// <summary>Share of real GDP, percent; NaN where NATO has none.</summary>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year.</param>
    public double SharePct(int member, int year) => _edition.SharePct(member, year);

    /// <summary>Change of the share against the year before, points.</summary>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>NATO's after its first year, SIPRI's up to it; NaN where there is none, and where GDP is on a new base (Luxembourg 2023).</returns>
    public double ChangePp(int member, int year) => year > FirstYear
        ? OneOffs.IsNewBase(_edition.Nato, member, year) ? double.NaN : SharePct(member, year) - SharePct(member, year - 1)
        : _sipriSharePct.Value(member, year) - _sipriSharePct.Value(member, year - 1);

    /// <summary>Share at the start of the change of a year, from the source of that change, percent; NaN where there is none.</summary>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Year of the change.</param>
    public double ShareBeforePct(int member, int year) =>
        year > FirstYear ? SharePct(member, year - 1) : _sipriSharePct.Value(member, year - 1);

    /// <summary>True when GDP gets a new base between two years, so that their shares do not compare.</summary>
    /// <param name="member">Roster index.</param>
    /// <param name="from">Earlier year.</param>
    /// <param name="to">Later year.</param>
    public bool IsBroken(int member, int from, int to)
    {
        bool broken = false;
        for (int year = from + 1; year <= to; year++)
        {
            broken |= OneOffs.IsNewBase(_edition.Nato, member, year);
        }

        return broken;
    }

    /// <summary>The edition as it would end at an origin (<see cref="EditionAtOrigin.Cut"/>).</summary>
    /// <param name="origin">Last year that is known.</param>
    /// <param name="lastYear">Last year that is spoken of.</param>
    internal Edition CutAt(int origin, int lastYear) => EditionAtOrigin.Cut(_edition, origin, lastYear);
}

/// <summary>What could be known at an origin: the same history, which refuses to tell of later years.</summary>
/// <param name="history">The history.</param>
/// <param name="origin">Last year that is known.</param>
/// <param name="shocks">How far chance was known to move things; null where it was not.</param>
public sealed class KnownHistory(ShareHistory history, int origin, ShockParameters? shocks = null)
{
    /// <summary>Last year that is known.</summary>
    public int Origin { get; } = origin;

    /// <summary>First year that NATO publishes.</summary>
    public int FirstYear => history.FirstYear;

    /// <summary>The members.</summary>
    public Roster Roster => history.Roster;

    /// <summary>Share of real GDP, percent; NaN where NATO has none.</summary>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is after the origin.</exception>
    public double SharePct(int member, int year) => history.SharePct(member, Known(year));

    /// <summary>Change of the share, points (<see cref="ShareHistory.ChangePp"/>).</summary>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is after the origin.</exception>
    public double ChangePp(int member, int year) => history.ChangePp(member, Known(year));

    /// <summary>Share at the start of the change of a year, percent (<see cref="ShareHistory.ShareBeforePct"/>).</summary>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Year of the change.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is after the origin.</exception>
    public double ShareBeforePct(int member, int year) => history.ShareBeforePct(member, Known(year));

    /// <summary>How far chance was known to move things; null where it was not.</summary>
    public ShockParameters? Shocks { get; } = shocks;

    /// <summary>True when GDP got a new base between a year and the origin (<see cref="ShareHistory.IsBroken"/>).</summary>
    /// <param name="member">Roster index.</param>
    /// <param name="from">The earlier year.</param>
    public bool IsBroken(int member, int from) => history.IsBroken(member, from, Origin);

    /// <summary>The edition with nothing in it that came after the origin.</summary>
    /// <param name="lastYear">Last year that is spoken of.</param>
    public Edition Edition(int lastYear) => history.CutAt(Origin, lastYear);

    private int Known(int year)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, Origin);
        return year;
    }
}
