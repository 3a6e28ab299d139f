using System.Globalization;
using System.Xml;

namespace Simulator.Reports.Workbooks;

/// <summary>The texts of a workbook, each kept once. A cell points to its text by number: it can never be read as a formula.</summary>
internal sealed class SharedTexts
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private int _uses;

    /// <summary>The number of a text.</summary>
    /// <param name="value">The text as the cell gives it.</param>
    public int Add(string value)
    {
        _uses++;
        if (!_places.TryGetValue(value, out int place))
        {
            place = _texts.Count;
            _texts.Add(CellText.Clean(value));
            _places.Add(value, place);
        }

        return place;
    }

    /// <summary>Writes the part of the workbook that holds the texts.</summary>
    /// <param name="stream">Where the bytes go.</param>
    public void Write(Stream stream)
    {
        using XmlWriter xml = SheetWriter.Xml(stream);
        xml.WriteStartElement("sst", SheetWriter.Main);
        xml.WriteAttributeString("count", _uses.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("uniqueCount", _texts.Count.ToString(CultureInfo.InvariantCulture));
        foreach (string text in _texts)
        {
            xml.WriteStartElement("si", SheetWriter.Main);
            xml.WriteStartElement("t", SheetWriter.Main);
            if (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.Contains('\n', StringComparison.Ordinal)))
            {
                xml.WriteAttributeString("xml", "space", null, "preserve");
            }

            xml.WriteString(text);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
