namespace Simulator.Reports.Pictures;

/// <summary>What a figure can be turned into besides SVG.</summary>
public enum PictureFormat
{
    /// <summary>Pixels.</summary>
    Png,

    /// <summary>A page of vectors.</summary>
    Pdf,
}

/// <summary>Kinds of program that turn SVG into pictures.</summary>
public enum PictureToolKind
{
    /// <summary>librsvg's converter.</summary>
    RsvgConvert,

    /// <summary>Inkscape.</summary>
    Inkscape,

    /// <summary>A browser of the Chromium family, without a window.</summary>
    Chromium,
}

/// <summary>A program on this machine that turns SVG into pictures.</summary>
/// <param name="Kind">How it is called.</param>
/// <param name="Path">Where it is.</param>
public sealed record PictureTool(PictureToolKind Kind, string Path)
{
    private static readonly (PictureToolKind Kind, string Name)[] Names =
    [
        (PictureToolKind.RsvgConvert, "rsvg-convert"),
        (PictureToolKind.Inkscape, "inkscape"),
        (PictureToolKind.Chromium, "chromium"),
        (PictureToolKind.Chromium, "chromium-browser"),
        (PictureToolKind.Chromium, "google-chrome"),
        (PictureToolKind.Chromium, "google-chrome-stable"),
        (PictureToolKind.Chromium, "chrome"),
        (PictureToolKind.Chromium, "microsoft-edge"),
        (PictureToolKind.Chromium, "msedge"),
    ];

    /// <summary>What to install, by system; for messages.</summary>
    public static string HowToInstall =>
        "install one of rsvg-convert (Debian and Ubuntu: apt install librsvg2-bin; Fedora: dnf install librsvg2-tools; macOS: brew install librsvg; "
        + "Windows: winget install Inkscape.Inkscape), Inkscape, or a browser of the Chromium family (Chrome, Edge, Chromium)";

    /// <summary>Finds the first program that can do it: rsvg-convert, then Inkscape, then a browser.</summary>
    public static PictureTool? Find() => Find(Environment.GetEnvironmentVariable("PATH") ?? "", UsualPlaces(), OperatingSystem.IsWindows());

    /// <summary>Finds a program on a search path and in usual places.</summary>
    /// <param name="searchPath">Folders, separated as on this system.</param>
    /// <param name="usualPlaces">Full paths that are looked at for each kind after the search path.</param>
    /// <param name="isWindows">Whether programs end in .exe.</param>
    public static PictureTool? Find(string searchPath, IEnumerable<PictureTool> usualPlaces, bool isWindows)
    {
        string[] folders = searchPath.Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        PictureTool[] usual = [.. usualPlaces];
        foreach (PictureToolKind kind in Enum.GetValues<PictureToolKind>())
        {
            IEnumerable<string> onPath =
                from name in Names
                where name.Kind == kind
                from folder in folders
                select System.IO.Path.Combine(folder, isWindows ? name.Name + ".exe" : name.Name);
            string? found = onPath.Concat(usual.Where(u => u.Kind == kind).Select(u => u.Path)).FirstOrDefault(File.Exists);
            if (found is not null)
            {
                return new PictureTool(kind, found);
            }
        }

        return null;
    }

    // Installers for Windows and macOS do not put these on the search path.
    private static IEnumerable<PictureTool> UsualPlaces()
    {
        string[] roots =
        [
            Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles),
            Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86),
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData),
        ];
        foreach (string root in roots.Where(r => r.Length > 0))
        {
            yield return new PictureTool(PictureToolKind.Inkscape, System.IO.Path.Combine(root, "Inkscape", "bin", "inkscape.exe"));
            yield return new PictureTool(PictureToolKind.Chromium, System.IO.Path.Combine(root, "Google", "Chrome", "Application", "chrome.exe"));
            yield return new PictureTool(PictureToolKind.Chromium, System.IO.Path.Combine(root, "Microsoft", "Edge", "Application", "msedge.exe"));
        }

        yield return new PictureTool(PictureToolKind.Inkscape, "/Applications/Inkscape.app/Contents/MacOS/inkscape");
        yield return new PictureTool(PictureToolKind.Chromium, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
        yield return new PictureTool(PictureToolKind.Chromium, "/Applications/Chromium.app/Contents/MacOS/Chromium");
        yield return new PictureTool(PictureToolKind.Chromium, "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge");
    }
}
