using DocumentFormat.OpenXml.Spreadsheet;

namespace Simulator.Reports.Workbooks;

/// <summary>Styles of cells; the number is the place in the style sheet.</summary>
internal enum CellStyle
{
    /// <summary>No format.</summary>
    General,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Text that would be taken for a formula if it were typed again: kept as text by its style.</summary>
    QuotedText,

    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>A whole number with thousands set apart.</summary>
    Whole,

    /// <summary>A number shown with one decimal.</summary>
    OneDecimal,

    /// <summary>A number shown with two decimals.</summary>
    TwoDecimals,

    /// <summary>Heading of a column.</summary>
    Header,

    /// <summary>Heading of a page.</summary>
    Title,

    /// <summary>Heading of a section.</summary>
    Section,

    /// <summary>Text that is broken into lines, at the top of its cell.</summary>
    Prose,

    /// <summary>The same for text that would be taken for a formula.</summary>
    QuotedProse,

    /// <summary>A link to a sheet.</summary>
    Link,
}

/// <summary>The style sheet of the workbook.</summary>
internal static class CellStyles
{
    private const uint WholeFormat = 3;
    private const uint TwoDecimalsFormat = 4;
    private const uint PlainWholeFormat = 1;
    private const uint OneDecimalFormat = 164;

    /// <summary>Makes the style sheet; its cell formats stand in the order of <see cref="CellStyle"/>.</summary>
    public static Stylesheet Sheet() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = OneDecimalFormat, FormatCode = "#,##0.0" }) { Count = 1 },
        new Fonts(
            Font(11, false, "FF1A1A1A"),
            Font(11, true, "FF1A1A1A"),
            Font(18, true, "FF1A1A1A"),
            Font(12, true, "FF1A1A1A"),
            Font(11, false, "FF0B5394", underlined: true))
        { Count = 5 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8EEF4" }) { PatternType = PatternValues.Solid }))
        { Count = 3 },
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(new Color { Rgb = "FF5B6B7A" }) { Style = BorderStyleValues.Thin }, new DiagonalBorder()))
        { Count = 2 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        Formats(),
        new DocumentFormat.OpenXml.Spreadsheet.CellStyles(new DocumentFormat.OpenXml.Spreadsheet.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static CellFormats Formats()
    {
        CellFormats formats = new();
        foreach (CellStyle style in Enum.GetValues<CellStyle>())
        {
            formats.Append(Format(style));
        }

        formats.Count = (uint)formats.ChildElements.Count;
        return formats;
    }

    private static CellFormat Format(CellStyle style) => style switch
    {
        CellStyle.General => Format(0, 0),
        CellStyle.Text => Top(Format(0, 0)),
        CellStyle.QuotedText => Quoted(Top(Format(0, 0))),
        CellStyle.Year => Top(Format(PlainWholeFormat, 0)),
        CellStyle.Whole => Top(Format(WholeFormat, 0)),
        CellStyle.OneDecimal => Top(Format(OneDecimalFormat, 0)),
        CellStyle.TwoDecimals => Top(Format(TwoDecimalsFormat, 0)),
        CellStyle.Header => Aligned(Format(0, 1, fill: 2, border: 1), VerticalAlignmentValues.Bottom, wrapped: true),
        CellStyle.Title => Format(0, 2),
        CellStyle.Section => Format(0, 3),
        CellStyle.Prose => Aligned(Format(0, 0), VerticalAlignmentValues.Top, wrapped: true),
        CellStyle.QuotedProse => Quoted(Aligned(Format(0, 0), VerticalAlignmentValues.Top, wrapped: true)),
        CellStyle.Link => Top(Format(0, 4)),
        _ => throw new InvalidOperationException($"A style without a format: {style}."),
    };

    private static CellFormat Format(uint number, uint font, uint fill = 0, uint border = 0) => new()
    {
        NumberFormatId = number,
        FontId = font,
        FillId = fill,
        BorderId = border,
        FormatId = 0,
        ApplyNumberFormat = number != 0 ? true : null,
        ApplyFont = font != 0 ? true : null,
        ApplyFill = fill != 0 ? true : null,
        ApplyBorder = border != 0 ? true : null,
    };

    private static CellFormat Top(CellFormat format) => Aligned(format, VerticalAlignmentValues.Top, wrapped: false);

    private static CellFormat Aligned(CellFormat format, VerticalAlignmentValues vertical, bool wrapped)
    {
        format.Alignment = new Alignment { WrapText = wrapped ? true : null, Vertical = vertical };
        format.ApplyAlignment = true;
        return format;
    }

    private static CellFormat Quoted(CellFormat format)
    {
        format.QuotePrefix = true;
        return format;
    }

    private static Font Font(double size, bool bold, string argb, bool underlined = false)
    {
        Font font = new();
        if (bold)
        {
            font.Append(new Bold());
        }

        if (underlined)
        {
            font.Append(new Underline());
        }

        font.Append(new FontSize { Val = size }, new Color { Rgb = argb }, new FontName { Val = "Calibri" }, new FontFamilyNumbering { Val = 2 });
        return font;
    }
}
