using System.Collections.Immutable;

namespace Simulator.Charts.Catalogue;

/// <summary>A band of a fan, such as the middle half of draws, or the span of scenarios.</summary>
/// <param name="Name">What it is, for the key.</param>
/// <param name="Years">Years, ascending.</param>
/// <param name="Low">Lower edge, one value for each year.</param>
/// <param name="High">Upper edge, one value for each year.</param>
/// <param name="Tone">How it is filled: wider bands hatched or light, narrower ones stronger.</param>
public sealed record FanBand(string Name, ImmutableArray<int> Years, ImmutableArray<double> Low, ImmutableArray<double> High, CellTone Tone);

/// <summary>Lines over years with bands behind them.</summary>
public static class Fan
{
    /// <summary>Builds the figure. Whether bands are quantiles or spans is for their names and the subtitle to say.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="bands">The bands from the widest to the narrowest, at least one.</param>
    /// <param name="lines">The lines, at least one.</param>
    /// <param name="terms">Years and unit.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with columns series, edge, year, status and the value's as its data; edge is low or high for bands, else line.</returns>
    /// <exception cref="ArgumentException">There is no band or line, or lengths differ.</exception>
    public static Figure Build(
        Caption caption, IReadOnlyList<FanBand> bands, IReadOnlyList<TrajectorySeries> lines, TrajectoryTerms terms, FigureSize size)
    {
        if (bands.Count == 0 || bands.Any(b => b.Years.IsEmpty || b.Low.Length != b.Years.Length || b.High.Length != b.Years.Length))
        {
            throw new ArgumentException("A fan needs bands with two edges for each year.", nameof(bands));
        }

        var covered = terms with { Covers = [.. bands.SelectMany(b => b.Low.Concat(b.High))] };
        var figure = Trajectories.Build(caption, lines, covered, size);
        var panel = figure.Panels[0];
        var behind = panel.Marks.TakeWhile(m => m is BandMark).Count();
        var areas = bands.Select(b => new AreaMark([.. b.Years.Select(y => (double)y)], b.Low, b.High, Hue.Slate, b.Tone) { Tip = b.Name });
        return figure with
        {
            Panels = [panel with { Marks = panel.Marks.InsertRange(behind, areas) }],
            Key = [.. bands.Select(b => new KeyEntry(SampleOf(b.Tone), Hue.Slate, b.Name))],
            Data = new FigureData(
                ["series", "edge", .. figure.Data.Columns[1..]],
                [
                    .. bands.SelectMany(b => Edge(b, "low", b.Low, terms).Concat(Edge(b, "high", b.High, terms))),
                    .. figure.Data.Rows.Select(r => r.Insert(1, "line")),
                ]),
        };
    }

    private static IEnumerable<ImmutableArray<Cell>> Edge(FanBand band, string edge, ImmutableArray<double> values, TrajectoryTerms terms) =>
        band.Years.Select((year, i) => ImmutableArray.Create<Cell>(
            band.Name, edge, year, Status.Of(year, terms.LastHistoryYear, terms.FirstEstimateYear), values[i]));

    internal static KeySample SampleOf(CellTone tone) => tone switch
    {
        CellTone.Strong => KeySample.StrongCell,
        CellTone.Light => KeySample.LightCell,
        _ => KeySample.HatchedCell,
    };
}
