using System.Security.Cryptography;
using System.Text;
using Simulator.Sweeps;
using Simulator.Sweeps.Analysis;

namespace Simulator.Reports.Sweeps;

/// <summary>What a part file was found to be.</summary>
public enum PartFileState
{
    /// <summary>A whole part of the sweep asked for.</summary>
    Sound,

    /// <summary>Cut short, changed, or no part file at all: to be computed again.</summary>
    Broken,

    /// <summary>A whole part of another sweep.</summary>
    Other,
}

/// <summary>
/// A stretch of a sweep's blocks as a file: the identity of the sweep, the part, and SHA-256 over all of it, little-endian. It is
/// written under another name and then renamed, so that a file of this name is whole or was damaged afterwards.
/// </summary>
public static class PartFile
{
    /// <summary>The ending of part files.</summary>
    public const string Ending = ".part";

    private const int HashLength = 32;
    private static readonly byte[] Magic = Encoding.ASCII.GetBytes("NATOSIM1");

    /// <summary>The name of the file of a stretch, such as "blocks-000-016.part".</summary>
    /// <param name="firstBlock">First block.</param>
    /// <param name="endBlock">The block after the last.</param>
    public static string Name(int firstBlock, int endBlock) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"blocks-{firstBlock:000}-{endBlock:000}{Ending}");

    /// <summary>Writes a part.</summary>
    /// <param name="folder">Folder, which exists.</param>
    /// <param name="identity">Identity of the sweep, 32 bytes.</param>
    /// <param name="part">The part.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Write(string folder, byte[] identity, SweepPart part)
    {
        byte[] content = Content(identity, part);
        string path = Path.Combine(folder, Name(part.FirstBlock, part.EndBlock));

        // Other processes may write the same part at the same time: each has a name of its own until it is whole.
        string unfinished = $"{path}.{Environment.ProcessId}-{Path.GetRandomFileName()}";
        try
        {
            using (FileStream stream = new(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(content);
                stream.Write(SHA256.HashData(content));
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>Reads a part.</summary>
    /// <param name="path">The file.</param>
    /// <param name="identity">Identity of the sweep, 32 bytes.</param>
    /// <param name="outcomes">Outcomes of the sweep.</param>
    /// <param name="factors">Number of its factors.</param>
    /// <param name="part">The part when it is sound; otherwise null.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static PartFileState Read(string path, byte[] identity, IReadOnlyList<Outcome> outcomes, int factors, out SweepPart? part)
    {
        part = null;
        byte[] bytes = File.ReadAllBytes(path);
        int length = bytes.Length - HashLength;
        if (length < Magic.Length + HashLength
            || !bytes.AsSpan(0, Magic.Length).SequenceEqual(Magic)
            || !SHA256.HashData(bytes.AsSpan(0, length)).AsSpan().SequenceEqual(bytes.AsSpan(length)))
        {
            return PartFileState.Broken;
        }

        if (!bytes.AsSpan(Magic.Length, HashLength).SequenceEqual(identity))
        {
            return PartFileState.Other;
        }

        using BinaryReader reader = new(new MemoryStream(bytes, Magic.Length + HashLength, length - Magic.Length - HashLength));
        part = Part(reader, outcomes, factors);
        return PartFileState.Sound;
    }

    private static byte[] Content(byte[] identity, SweepPart part)
    {
        using MemoryStream stream = new();
        using (BinaryWriter writer = new(stream))
        {
            writer.Write(Magic);
            writer.Write(identity);
            writer.Write(part.FirstBlock);
            writer.Write(part.EndBlock);
            foreach (OutcomeTally tally in part.Tallies)
            {
                tally.Write(writer.Write);
            }

            writer.Write(part.Sums.Count);
            foreach (JansenSums sums in part.Sums.SelectMany(s => s))
            {
                foreach (double number in sums.Numbers)
                {
                    writer.Write(number);
                }
            }

            foreach (double[] values in part.Sampled)
            {
                writer.Write(values.Length);
                foreach (double value in values)
                {
                    writer.Write(value);
                }
            }
        }

        return stream.ToArray();
    }

    private static SweepPart Part(BinaryReader reader, IReadOnlyList<Outcome> outcomes, int factors)
    {
        int first = reader.ReadInt32();
        int end = reader.ReadInt32();
        OutcomeTally[] tallies = [.. outcomes.Select(o => OutcomeTally.Read(o, reader.ReadInt64))];
        JansenSums[][] sums = new JansenSums[reader.ReadInt32()][];
        int numbers = new JansenSums(factors, 0).Numbers.Count;
        for (int block = 0; block < sums.Length; block++)
        {
            sums[block] = [.. outcomes.Select(_ => JansenSums.FromNumbers([.. Enumerable.Range(0, numbers).Select(_ => reader.ReadDouble())]))];
        }

        double[][] sampled = new double[outcomes.Count][];
        for (int o = 0; o < sampled.Length; o++)
        {
            sampled[o] = [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadDouble())];
        }

        return new SweepPart(first, end, tallies, sums, sampled);
    }
}
