namespace Simulator.Uncertainty;

/// <summary>
/// What an ensemble counts beyond shares of members and groups and money of groups, which are always there. What is left out changes
/// no number of what is counted, and saves its time.
/// </summary>
[Flags]
public enum DrawnSeries
{
    /// <summary>No more than that.</summary>
    None = 0,

    /// <summary>Money of single members: a third of the memory of an ensemble without debt, and little of its time.</summary>
    MemberMoney = 1,

    /// <summary>Government debt where the IMF path is known, about half of the time.</summary>
    Debt = 2,

    /// <summary>Everything, as a run folder holds it.</summary>
    All = MemberMoney | Debt,
}
