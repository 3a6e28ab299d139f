using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Simulator.Data.Editions;

namespace Simulator.Data.Import;

/// <summary>
/// Reads the values of an xlsx workbook: a ZIP archive of XML parts. Hostile files are expected: sizes are counted while
/// parts are unpacked, document types and entities are refused, macros, encryption and links to elsewhere are never followed.
/// </summary>
internal sealed partial class WorkbookReader
{
    /// <summary>Columns that a spreadsheet can have.</summary>
    public const int MostColumns = 16_384;

    /// <summary>Rows that a spreadsheet can have.</summary>
    public const int MostRows = 1_048_576;

    private const long LargestFile = 32L * 1024 * 1024;
    private const long LargestPart = 64L * 1024 * 1024;
    private const int MostParts = 2_000;
    private const int MostSheets = 200;
    private const int MostCells = 1_000_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestPart,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly ZipArchive _archive;
    private readonly List<string> _strings = [];
    private readonly List<bool> _dateStyles = [];
    private long _unpacked;
    private int _cells;

    private WorkbookReader(ZipArchive archive) => _archive = archive;

    /// <summary>Reads a workbook.</summary>
    /// <param name="path">Path of the file, as shown to the user.</param>
    /// <returns>The workbook, or why the file is none that can be read.</returns>
    public static DataResult<Workbook> Load(string path)
    {
        try
        {
            FileInfo info = new(path);
            if (Directory.Exists(path) || !info.Exists)
            {
                return Fail(path, Directory.Exists(path) ? "this is a folder; a workbook is expected" : "there is no such file");
            }

            return info.Length > LargestFile
                ? Fail(path, "this file is larger than 32 MB; NATO's workbook has less than one")
                : Read(path, File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Fail(path, "this file cannot be read: " + e.Message);
        }
    }

    /// <summary>Reads a workbook that is in memory.</summary>
    /// <param name="path">Its name, as shown to the user.</param>
    /// <param name="bytes">The file.</param>
    /// <returns>The workbook, or why the bytes are none that can be read.</returns>
    public static DataResult<Workbook> Read(string path, byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return Fail(path, "this is an old workbook (xls) or one that is protected by a password; save it as xlsx without a password");
        }

        if (!bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return Fail(path, "this is not an xlsx workbook");
        }

        try
        {
            using ZipArchive archive = new(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return new DataResult<Workbook>(new WorkbookReader(archive).ReadParts());
        }
        catch (WorkbookFault e)
        {
            return Fail(path, e.Message);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException or DecoderFallbackException)
        {
            return Fail(path, "this workbook is damaged or not what it claims to be: " + e.Message);
        }
    }

    private static DataResult<Workbook> Fail(string path, string message) => new([new DataProblem(path, 0, 0, message)]);

    private Workbook ReadParts()
    {
        if (_archive.Entries.Count > MostParts)
        {
            throw new WorkbookFault("this archive has more than 2,000 parts; NATO's workbook has less than 100");
        }

        if (_archive.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw new WorkbookFault("this workbook has macros; save it as xlsx, which has none");
        }

        if (_archive.GetEntry("xl/workbook.xml") is null)
        {
            throw new WorkbookFault(_archive.GetEntry("xl/workbook.bin") is null
                ? "this archive holds no workbook (xl/workbook.xml)"
                : "this is a binary workbook (xlsb); save it as xlsx");
        }

        RefuseMacros();
        Dictionary<string, string> targets = ReadRelationships();
        List<(string Name, string Id, bool IsHidden)> sheets = ReadSheetList();
        ReadStrings();
        ReadStyles();
        List<WorkbookSheet> read = [];
        foreach ((string name, string id, bool isHidden) in sheets)
        {
            if (!targets.TryGetValue(id, out string? part))
            {
                throw new WorkbookFault($"sheet {name} has no part inside the workbook");
            }

            // A chart sheet has no cells and another root.
            if (part.Contains("/worksheets/", StringComparison.Ordinal))
            {
                read.Add(ReadSheet(name, part, isHidden));
            }
        }

        int links = _archive.Entries.Count(e => e.FullName.StartsWith("xl/externalLinks/externalLink", StringComparison.Ordinal));
        return new Workbook(read, links);
    }

    private void RefuseMacros()
    {
        using XmlReader? types = Open("[Content_Types].xml");
        while (types is not null && types.Read())
        {
            if (types.NodeType == XmlNodeType.Element && (types.GetAttribute("ContentType") ?? "").Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
            {
                throw new WorkbookFault("this workbook has macros; save it as xlsx, which has none");
            }
        }
    }

    private Dictionary<string, string> ReadRelationships()
    {
        Dictionary<string, string> targets = new(StringComparer.Ordinal);
        using XmlReader? xml = Open("xl/_rels/workbook.xml.rels");
        while (xml is not null && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
            {
                targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }

        return targets;
    }

    private List<(string Name, string Id, bool IsHidden)> ReadSheetList()
    {
        List<(string, string, bool)> sheets = [];
        using XmlReader xml = Open("xl/workbook.xml")!;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "sheet")
            {
                continue;
            }

            string id = "";
            for (bool more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
            {
                id = xml.LocalName == "id" && xml.Prefix.Length > 0 ? xml.Value : id;
            }

            xml.MoveToElement();
            sheets.Add((xml.GetAttribute("name") ?? "", id, (xml.GetAttribute("state") ?? "visible") != "visible"));
            if (sheets.Count > MostSheets)
            {
                throw new WorkbookFault("this workbook has more than 200 sheets");
            }
        }

        return sheets;
    }

    private void ReadStrings()
    {
        using XmlReader? xml = Open("xl/sharedStrings.xml");
        while (xml is not null && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                _strings.Add(TextOf(xml));
            }
        }
    }

    // Which cell formats show a number as a date or a time: the formats built in, and those whose code has day, month, year, hour or second.
    private void ReadStyles()
    {
        HashSet<int> dates = [.. Enumerable.Range(14, 9), .. Enumerable.Range(27, 10), .. Enumerable.Range(45, 3), .. Enumerable.Range(50, 9)];
        bool inCellFormats = false;
        using XmlReader? xml = Open("xl/styles.xml");
        while (xml is not null && xml.Read())
        {
            if (xml.LocalName == "cellXfs")
            {
                inCellFormats = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "numFmt"
                && int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out int id) && ShowsDate(xml.GetAttribute("formatCode") ?? ""))
            {
                dates.Add(id);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf" && inCellFormats)
            {
                _dateStyles.Add(int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out int format) && dates.Contains(format));
            }
        }
    }

    private static bool ShowsDate(string code)
    {
        bool quoted = false;
        bool bracketed = false;
        for (int i = 0; i < code.Length; i++)
        {
            char c = code[i];
            if (c == '\\')
            {
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is '[' or ']')
            {
                bracketed = c == '[';
            }
            else if (!quoted && !bracketed && char.ToLowerInvariant(c) is 'd' or 'm' or 'y' or 'h' or 's')
            {
                return true;
            }
        }

        return false;
    }

    private XmlReader? Open(string part)
    {
        ZipArchiveEntry? entry = _archive.GetEntry(part);
        return entry is null ? null : XmlReader.Create(new MemoryStream(Unpack(entry), writable: false), Settings);
    }

    // The size in the directory of the archive is a claim; what is unpacked is counted.
    private byte[] Unpack(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using MemoryStream bytes = new();
        byte[] block = new byte[64 * 1024];
        for (int read = stream.Read(block); read > 0; read = stream.Read(block))
        {
            _unpacked += read;
            if (_unpacked > LargestPart)
            {
                throw new WorkbookFault("this workbook unpacks to more than 64 MB; NATO's unpacks to one");
            }

            bytes.Write(block, 0, read);
        }

        return bytes.ToArray();
    }

    /// <summary>What is wrong with a workbook, found deep inside it.</summary>
    private sealed class WorkbookFault(string message) : Exception(message);
}
