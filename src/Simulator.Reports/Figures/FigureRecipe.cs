using Simulator.Charts;
using Simulator.Uncertainty;

namespace Simulator.Reports.Figures;

/// <summary>What a figure is about, which says how often it is drawn.</summary>
public enum FigureScope
{
    /// <summary>Published history or several scenarios: once.</summary>
    Run,

    /// <summary>One scenario: once for each.</summary>
    Scenario,

    /// <summary>One member under one scenario or more.</summary>
    Member,
}

/// <summary>A figure of the catalogue: what it shows, and how it is built from results.</summary>
/// <param name="Id">Name, as <c>natosim chart</c> takes it: lower case letters, digits and dashes.</param>
/// <param name="Scope">What it is about.</param>
/// <param name="Shows">What it shows, in a few words, for lists.</param>
/// <param name="InRun">Whether every run draws it.</param>
/// <param name="Build">Describes the figure.</param>
public sealed record FigureRecipe(string Id, FigureScope Scope, string Shows, bool InRun, Func<FigureRequest, Figure> Build)
{
    /// <summary>Says why the figure cannot be drawn from a request, in one sentence; empty when it can.</summary>
    public Func<FigureRequest, string> Lacks { get; init; } = _ => "";

    /// <summary>True when a run draws it for the last published year, not for the headline year.</summary>
    public bool OnHistory { get; init; }

    /// <summary>True when the figure shows draws, so that it can only be drawn from results that have them.</summary>
    public bool NeedsDraws { get; init; }

    /// <summary>What the figure reads of draws beyond shares, and money of groups.</summary>
    public DrawnSeries Reads { get; init; }

    /// <summary>The narrowest format that the figure is legible in, pixels.</summary>
    public double MinimumWidth { get; init; }
}
