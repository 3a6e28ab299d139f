using Simulator.Data.Diagnostics;

namespace Simulator.Data.Scenarios;

/// <summary>Loads files of any kind from disk; whatever is wrong with the file is told in the result, nothing is thrown.</summary>
internal static class TableSource
{
    /// <summary>
    /// Reads a file. A missing file, a directory, a file that may not be read or is larger than 64 MB, and bytes that are no CSV
    /// give a <see cref="WrittenTable"/> whose diagnostics hold the error: an input error, exit code 1.
    /// </summary>
    /// <param name="form">What the file should look like.</param>
    /// <param name="path">Path as the user gave it; used as the name in messages.</param>
    public static WrittenTable Load(TableForm form, string path)
    {
        string why;
        string help = "check the path" + (form.StartHelp.Length > 0 ? "; " + form.StartHelp : "");
        try
        {
            if (path.Length == 0)
            {
                return Failed(form, path, "the name of the file is empty", help);
            }

            if (Directory.Exists(path))
            {
                return Failed(form, path, "this is a folder, not a file", $"name the {form.Kind} in it");
            }

            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return TryReadAll(stream, out byte[] bytes)
                ? TableReader.Read(form, path, bytes)
                : TableReader.Unreadable(form, path, "", 0, [TextDecoding.TooLarge(path)]);
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

        return Failed(form, path, why, help);
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

    private static WrittenTable Failed(TableForm form, string path, string why, string help) =>
        TableReader.Unreadable(form, path, "", 0, [new(DiagnosticCodes.CannotRead, Spot.WholeFile(path), why, help: help)]);
}
