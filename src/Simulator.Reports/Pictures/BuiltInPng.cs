using Simulator.Charts;

namespace Simulator.Reports.Pictures;

/// <summary>PNG from ScottPlot, in builds that were made with it (-p:ScottPlot=true); other builds look for a program of the machine.</summary>
public static class BuiltInPng
{
#if SCOTTPLOT
    /// <summary>Whether this build makes PNG itself.</summary>
    public static bool IsThere => true;

    /// <summary>A figure as PNG.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="theme">Its colours.</param>
    public static byte[] Render(Figure figure, Theme theme) => ScottPlotRenderer.Render(figure, theme, ScottPlotFormat.Png);
#else
    /// <summary>Whether this build makes PNG itself.</summary>
    public static bool IsThere => false;

    /// <summary>A figure as PNG.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="theme">Its colours.</param>
    /// <exception cref="NotSupportedException">Always: this build was made without ScottPlot.</exception>
    public static byte[] Render(Figure figure, Theme theme) => throw new NotSupportedException("This build was made without ScottPlot.");
#endif
}
