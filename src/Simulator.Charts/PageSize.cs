using System.Globalization;

namespace Simulator.Charts;

/// <summary>Reads the page of a figure.</summary>
public static class PageSize
{
    private const int Least = 160;
    private const int Most = 10_000;

    /// <summary>A named page, width and height in pixels, or a width alone, for as high as the figure needs.</summary>
    /// <param name="text">Such as slide, 800x600 or 800x.</param>
    /// <param name="format">The page.</param>
    public static bool TryParse(string text, out FigureFormat format)
    {
        format = FigureFormat.Named.FirstOrDefault(f => f.Name == text) ?? FigureFormat.Free;
        if (format != FigureFormat.Free)
        {
            return true;
        }

        string[] parts = text.Split('x', 'X');
        if (parts is [{ Length: > 0 } column, ""] && TrySide(column, out int alone))
        {
            format = FigureFormat.Screen(alone);
            return true;
        }

        if (parts.Length != 2 || !TrySide(parts[0], out int width) || !TrySide(parts[1], out int height))
        {
            return false;
        }

        format = FigureFormat.Pixels(width, height);
        return true;
    }

    private static bool TrySide(string text, out int pixels) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out pixels) && pixels is >= Least and <= Most;
}
