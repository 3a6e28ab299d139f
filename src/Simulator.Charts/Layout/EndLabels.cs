namespace Simulator.Charts.Layout;

/// <summary>Moves labels in a column apart so that none covers another, each as near to its place as the others allow.</summary>
internal static class EndLabels
{
    /// <summary>Heights for labels of one height in a column.</summary>
    /// <param name="wanted">Wanted middle of each label, in any order.</param>
    /// <param name="height">Height of a label with the space below it.</param>
    /// <param name="top">Upper end of the column.</param>
    /// <param name="bottom">Lower end of the column.</param>
    /// <returns>The middle of each label, in the order of <paramref name="wanted"/>. Where the column is too short the labels start at the
    /// top and run past its end.</returns>
    public static double[] Spread(IReadOnlyList<double> wanted, double height, double top, double bottom)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ToArray();
        var placed = new double[wanted.Count];
        var floor = top + (height / 2);
        foreach (var i in order)
        {
            placed[i] = Math.Max(wanted[i], floor);
            floor = placed[i] + height;
        }

        var ceiling = bottom - (height / 2);
        foreach (var i in order.Reverse())
        {
            placed[i] = Math.Min(placed[i], ceiling);
            ceiling = placed[i] - height;
        }

        floor = top + (height / 2);
        foreach (var i in order)
        {
            placed[i] = Math.Max(placed[i], floor);
            floor = placed[i] + height;
        }

        return placed;
    }
}
