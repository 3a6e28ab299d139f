namespace Simulator.Data.Diagnostics;

/// <summary>Finds the known name that a user most likely meant.</summary>
public static class NearestName
{
    /// <summary>
    /// The candidate with the fewest edits (insert, delete, replace, swap of neighbours), letter case ignored.
    /// At most a third of the letters may differ, at least one may; ties go to the earlier candidate.
    /// </summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What is known.</param>
    /// <returns>The nearest candidate, or an empty text when none is near.</returns>
    public static string Of(string name, IEnumerable<string> candidates)
    {
        string wanted = name.Trim().ToLowerInvariant();
        // A cell may hold a whole paragraph; nothing that long is a misspelt name.
        if (wanted.Length is 0 or > 60)
        {
            return "";
        }

        string best = "";
        int bestDistance = int.MaxValue;
        foreach (string candidate in candidates)
        {
            string known = candidate.ToLowerInvariant();
            int allowed = Math.Max(1, Math.Max(wanted.Length, known.Length) / 3);
            if (Math.Abs(known.Length - wanted.Length) > allowed)
            {
                continue;
            }

            int distance = Distance(wanted, known);
            // Every letter changed is another word, however short.
            if (distance <= allowed && distance < bestDistance && distance < Math.Max(wanted.Length, known.Length))
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best;
    }

    /// <summary>A name for use in a message: a cell can hold a whole page, of which the first words are enough.</summary>
    /// <param name="name">What was written.</param>
    public static string Short(string name) => name.Length <= 60 ? name : string.Concat(name.AsSpan(0, char.IsHighSurrogate(name[56]) ? 56 : 57), "…");

    /// <summary>"did you mean X?", or an empty text when no candidate is near.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What is known.</param>
    public static string Question(string name, IEnumerable<string> candidates)
    {
        string nearest = Of(name, candidates);
        return nearest.Length == 0 ? "" : $"did you mean {nearest}?";
    }

    private static int Distance(string a, string b)
    {
        int[] before = new int[b.Length + 1];
        int[] last = new int[b.Length + 1];
        int[] now = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                int best = Math.Min(change, Math.Min(last[j], now[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, before[j - 2] + 1);
                }

                now[j] = best;
            }

            (before, last, now) = (last, now, before);
        }

        return last[b.Length];
    }
}
