using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Simulator.Data.Diagnostics;

namespace Simulator.Data.Scenarios;

/// <summary>Turns the bytes of a file into UTF-8 text, or says why they are no CSV.</summary>
internal static class TextDecoding
{
    /// <summary>Files over 64 MB are refused: no file that a person writes is that large, and a wrong file should fail fast.</summary>
    public const int LargestFile = 64 * 1024 * 1024;

    // What Windows-1252 puts at 0x80 to 0x9F; the five unused places keep their control code, as browsers do.
    private const string HighHalf =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private static readonly SearchValues<byte> NoText = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 127]);

    /// <summary>Decodes; adds an error and returns null when the bytes are no text, adds notices for what was accepted.</summary>
    public static SourceText? Decode(string name, ReadOnlySpan<byte> bytes, List<Diagnostic> diagnostics)
    {
        Spot whole = Spot.WholeFile(name);
        if (bytes.Length > LargestFile)
        {
            diagnostics.Add(TooLarge(name));
            return null;
        }

        if (Container(bytes) is { Length: > 0 } container)
        {
            diagnostics.Add(new(DiagnosticCodes.Workbook, whole, $"this is {container}, not a CSV file", help: "open it in your spreadsheet program and save the sheet as \"CSV UTF-8\""));
            return null;
        }

        if (LooksUtf16(bytes))
        {
            diagnostics.Add(new(DiagnosticCodes.Utf16, whole, "the file is UTF-16 text (\"Unicode text\" in Excel)", help: "save it as \"CSV UTF-8\""));
            return null;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
            diagnostics.Add(new(DiagnosticCodes.ByteOrderMark, whole, "the file starts with a byte-order mark, which is ignored"));
        }

        bool utf8 = Utf8.IsValid(bytes);
        SourceText text = new(name, utf8 ? bytes.ToArray() : FromWindows1252(bytes));
        int control = text.Span.IndexOfAny(NoText);
        if (control >= 0)
        {
            int start = LastLineStart(text, control, out int line);
            diagnostics.Add(new(
                DiagnosticCodes.NotText,
                text.Locate(line, start, control, control + 1, ""),
                "the file is not text: it holds bytes that no CSV file has",
                $"byte {text.Span[control]:X2}",
                "save the sheet again as \"CSV UTF-8\", or check that this is the file you mean"));
            return null;
        }

        if (!utf8)
        {
            diagnostics.Add(new(DiagnosticCodes.Windows1252, whole, "the file is not UTF-8; it was read as Windows-1252", help: "check letters with accents, or save the file as \"CSV UTF-8\""));
        }

        return text;
    }

    /// <summary>The error for a file that is larger than any that a person writes.</summary>
    public static Diagnostic TooLarge(string name) =>
        new(DiagnosticCodes.TooLarge, Spot.WholeFile(name), "the file is larger than 64 MB and was not read", help: "such a file has a few rows for each thing that it says; check that this is the file you mean");

    private static string Container(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x03, 0x04]))
        {
            return "a workbook (xlsx, ods) or another zip file";
        }

        return bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? "an old Excel workbook (xls)" : "";
    }

    private static bool LooksUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return true;
        }

        // Without a mark: Latin text in UTF-16 has a zero in every second byte, always on the same side.
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length & ~1, 64)];
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        int pairs = head.Length / 2;
        return pairs >= 4 && ((even * 10 >= pairs * 9 && odd == 0) || (odd * 10 >= pairs * 9 && even == 0));
    }

    private static byte[] FromWindows1252(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new(bytes.Length);
        foreach (byte value in bytes)
        {
            text.Append(value is >= 0x80 and <= 0x9F ? HighHalf[value - 0x80] : (char)value);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static int LastLineStart(SourceText text, int offset, out int line)
    {
        line = 1;
        int start = 0;
        for (int next = text.NextLine(0); next <= offset && next > start; next = text.NextLine(next))
        {
            line++;
            start = next;
        }

        return start;
    }
}
