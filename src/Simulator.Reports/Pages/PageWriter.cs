using System.Text;
using System.Xml;
using Simulator.Charts.Text;

namespace Simulator.Reports.Pages;

/// <summary>
/// Writes the elements of a page. What comes out is HTML and well-formed XML at once, so that both kinds of reader can check it. All text
/// and every attribute is cleaned of what neither allows (control characters, marks that switch the writing direction) and escaped.
/// </summary>
internal sealed class PageWriter : IDisposable
{
    private static readonly string[] Void = ["meta", "br", "col"];

    private readonly XmlWriter _xml;

    /// <summary>Starts to write.</summary>
    /// <param name="target">Receives the page.</param>
    public PageWriter(StringBuilder target) => _xml = XmlWriter.Create(target, new XmlWriterSettings
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        OmitXmlDeclaration = true,
        NewLineHandling = NewLineHandling.None,
    });

    /// <summary>Opens an element that holds others; disposing of the result closes it.</summary>
    /// <param name="element">Name of the element.</param>
    /// <param name="attributes">Its attributes; those without a value are left out.</param>
    public Opened In(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(element, attributes);
        return new Opened(this);
    }

    /// <summary>Writes an element with text alone, on a line of its own.</summary>
    /// <param name="element">Name of the element.</param>
    /// <param name="text">Its text.</param>
    /// <param name="attributes">Its attributes; those without a value are left out.</param>
    public void Element(string element, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(element, attributes);
        if (text.Length > 0)
        {
            _xml.WriteString(TextFitting.Clean(text));
        }

        End(Void.Contains(element, StringComparer.Ordinal));
    }

    /// <summary>Writes words inside an open element.</summary>
    /// <param name="text">The words.</param>
    public void Text(string text) => _xml.WriteString(TextFitting.Clean(text));

    /// <summary>Writes a drawing, a style sheet or a script as it stands: our own, already escaped.</summary>
    /// <param name="markup">Well-formed markup.</param>
    public void Own(string markup) => _xml.WriteRaw(markup);

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    private void Start(string element, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _xml.WriteStartElement(element);
        foreach ((string name, string value) in attributes)
        {
            if (value.Length > 0)
            {
                _xml.WriteAttributeString(name, TextFitting.Clean(value));
            }
        }
    }

    // Only elements that HTML knows as empty may close themselves: a browser reads <td/> as open.
    private void End(bool isVoid)
    {
        if (isVoid)
        {
            _xml.WriteEndElement();
        }
        else
        {
            _xml.WriteFullEndElement();
        }

        _xml.WriteRaw("\n");
    }

    /// <summary>An element that is open.</summary>
    /// <param name="page">The page that it stands in.</param>
    public readonly struct Opened(PageWriter page) : IDisposable
    {
        /// <summary>Closes the element.</summary>
        public void Dispose() => page.End(false);
    }
}
