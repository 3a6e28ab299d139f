using System.Text;

namespace Simulator.Data.Scenarios;

/// <summary>Finds the separator of a file: the one that makes most known column names out of the first row.</summary>
internal static class SeparatorDetection
{
    private static readonly char[] Candidates = [',', ';', '\t'];

    /// <summary>The separator, and where the table starts: after a first line "sep=;" if there is one.</summary>
    public static char Find(TableForm form, SourceText text, out int start, out int line)
    {
        start = 0;
        line = 1;
        string first = LineAt(text, 0).Trim();
        if (first.Length == 5 && first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && Candidates.Contains(first[4]))
        {
            start = text.NextLine(0);
            line = 2;
            return first[4];
        }

        if (first.Length == 4 && LineAt(text, 0).StartsWith("sep=\t", StringComparison.OrdinalIgnoreCase))
        {
            start = text.NextLine(0);
            line = 2;
            return '\t';
        }

        string header = HeaderLine(text);
        char best = ',';
        int bestScore = -1;
        foreach (char candidate in Candidates)
        {
            string[] names = header.Split(candidate);
            int known = names.Count(n => HeaderRow.IsKnown(form, n.Trim().Trim('"')));
            // Without a known name the separator that occurs most is the best guess for the messages that follow.
            int score = (known * 1000) + Math.Min(999, names.Length);
            if (score > bestScore)
            {
                best = candidate;
                bestScore = score;
            }
        }

        return best;
    }

    private static string HeaderLine(SourceText text)
    {
        for (int at = 0; at < text.Utf8.Length; at = text.NextLine(at))
        {
            string line = LineAt(text, at);
            string content = line.TrimStart(' ', '"', ',', ';', '\t');
            if (content.Length > 0 && content[0] != '#')
            {
                return line;
            }
        }

        return "";
    }

    // A header is short; a file that is one line of megabytes needs no more than its beginning here.
    private static string LineAt(SourceText text, int at) =>
        Encoding.UTF8.GetString(text.Span[at..Math.Min(text.LineEnd(at), at + 10_000)]);
}
