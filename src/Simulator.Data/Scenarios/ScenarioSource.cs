using Simulator.Data.Diagnostics;

namespace Simulator.Data.Scenarios;

/// <summary>Loads scenario files from disk; whatever is wrong with the file is told in the result, nothing is thrown.</summary>
public static class ScenarioSource
{
    private const string LookHelp = "check the path; natosim init writes a file to start from";

    /// <summary>
    /// Reads a file. A missing file, a directory, a file that may not be read or is larger than 64 MB, and bytes that are no CSV
    /// give a <see cref="ScenarioFile"/> whose diagnostics hold the error: an input error, exit code 1.
    /// </summary>
    /// <param name="path">Path as the user gave it; used as the name in messages.</param>
    public static ScenarioFile Load(string path)
    {
        string why;
        string help = LookHelp;
        try
        {
            if (path.Length == 0)
            {
                return Failed(path, "the name of the file is empty", help);
            }

            if (Directory.Exists(path))
            {
                return Failed(path, "this is a folder, not a file", "name the scenario file in it");
            }

            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return TryReadAll(stream, out byte[] bytes)
                ? ScenarioReader.Read(path, bytes)
                : ScenarioReader.Unreadable(path, "", [TextDecoding.TooLarge(path)]);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            why = "there is no such file";
        }
        catch (UnauthorizedAccessException)
        {
            why = "the file may not be read";
            help = "check who may read it";
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or NotSupportedException or System.Security.SecurityException)
        {
            // The words of the system come in its language; they are quoted, not relied on.
            why = $"the file cannot be read: {exception.Message}";
            help = "close it in other programs and check the disk";
        }

        return Failed(path, why, help);
    }

    // A pipe or a device has no length beforehand: reading stops one byte after the limit.
    private static bool TryReadAll(Stream stream, out byte[] bytes)
    {
        bytes = [];
        if (stream.CanSeek && stream.Length > TextDecoding.LargestFile)
        {
            return false;
        }

        using MemoryStream all = new();
        byte[] buffer = new byte[64 * 1024];
        int count;
        while ((count = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            all.Write(buffer, 0, count);
            if (all.Length > TextDecoding.LargestFile)
            {
                return false;
            }
        }

        bytes = all.ToArray();
        return true;
    }

    private static ScenarioFile Failed(string path, string why, string help) =>
        ScenarioReader.Unreadable(path, "", [new(DiagnosticCodes.CannotRead, Spot.WholeFile(path), why, help: help)]);
}
