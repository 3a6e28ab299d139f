using Simulator.Pathways;

namespace Simulator.Engine;

/// <summary>The limits of fastest paths and the fiscal room of members, ready for the year loop; every member has a column for every limit.</summary>
internal sealed class FastestPlan
{
    public FastestPlan(FastestLimits limits, ImfContent content, int years, int members)
    {
        Limits = limits;
        Content = content;
        Step = new SettingGrid(years, members);
        Growth = new SettingGrid(years, members);
        Offsets = new SettingGrid(content.Years, members);
        Step5 = new int[members];
        Growth5 = new int[members];
        OffsetsMax = new int[members];
        DeficitLimit = new int[members];
        GdpBackOverGdp = new double[years * members];
    }

    public FastestLimits Limits { get; }

    public ImfContent Content { get; }

    public SettingGrid Step { get; }

    public SettingGrid Growth { get; }

    /// <summary>Offsets by year through the years of the content, which go beyond the run's last year.</summary>
    public SettingGrid Offsets { get; }

    public int[] Step5 { get; }

    public int[] Growth5 { get; }

    public int[] OffsetsMax { get; }

    /// <summary>Column of the deficit limit; 0, which is NaN, where the scenario sets none.</summary>
    public int[] DeficitLimit { get; }

    /// <summary>Unshocked real GDP of year max(b, t − 5) over that of the year.</summary>
    public double[] GdpBackOverGdp { get; }
}
