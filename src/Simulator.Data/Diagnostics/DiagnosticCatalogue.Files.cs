namespace Simulator.Data.Diagnostics;

/// <content>Errors of the file as a whole and of its form.</content>
public static partial class DiagnosticCatalogue
{
    private static CatalogueEntry[] Files() =>
    [
        Error(DiagnosticCodes.CannotRead, "the file cannot be read",
            "There is no file of this name, it is a folder, or the system does not let the program read it. Nothing was computed.",
            "", "", "Check the path and who may read the file. Shipped scenarios are named by their id, such as hague-core, without a path."),
        Error(DiagnosticCodes.TooLarge, "the file is larger than 64 MB",
            "A scenario or sweep file has a few rows for each thing that it says. A file of this size is something else and is not read at all.",
            "", "", "Check that the name is that of the file you mean."),
        Error(DiagnosticCodes.Workbook, "a workbook instead of a CSV file",
            "Scenario and sweep files are CSV: text with one row a line. A workbook (xlsx, xls, ods) holds sheets, formats and formulas in a form of its own.",
            "", "", "Open it in the spreadsheet program and save the sheet as \"CSV UTF-8\"."),
        Error(DiagnosticCodes.Utf16, "UTF-16 text",
            "The file is text in UTF-16, which Excel calls \"Unicode text\". Scenario and sweep files are UTF-8; Windows-1252 is accepted too.",
            "", "", "Save the file again as \"CSV UTF-8\"."),
        Error(DiagnosticCodes.NotText, "bytes that are not text",
            "The file holds control bytes that no CSV file has, so it is an image, a program, a damaged file or the like.",
            "", "", "Check that this is the file you mean, or save it again as \"CSV UTF-8\"."),
        Error(DiagnosticCodes.NoScenarioRow, "no scenario row",
            "The file is empty, or it has a header and comments but no row that says anything.",
            UsualHeader, "my-scenario,FRA,at_least_pct,3.5,,2035,,,", "Add rows, or start from the file that natosim init writes."),
        Error(DiagnosticCodes.MissingColumn, "a required column is missing",
            "The first row names the columns. scenario, members and what are required, in any order; value, from, to, shape, leg, note and years are used where a row needs them. In a sweep file parameter is required, and members, low, high, levels, distribution and note are used where a row needs them.",
            "scenario,what,value,to\nmy-scenario,at_least_pct,3.5,2035", "scenario,members,what,value,to\nmy-scenario,,at_least_pct,3.5,2035",
            "Name the columns in the first row. The members column may be empty: that means all members."),
        Error(DiagnosticCodes.UnknownColumn, "unknown column",
            "A column name is not one of scenario, members, what, value, from, to, shape, leg, note, or a year; in a sweep file, of parameter, members, low, high, levels, distribution, note. A misspelt column would be lost without a word, so it is an error.",
            "scenario,members,what,valu,to\nmy-scenario,,at_least_pct,3.5,2035", "scenario,members,what,value,to\nmy-scenario,,at_least_pct,3.5,2035",
            "Correct the name. Remarks of your own belong in column note or in rows that start with #."),
        Error(DiagnosticCodes.DoubleColumn, "a column is there twice",
            "Two columns have the same name, and nothing says which one counts.",
            "scenario,members,what,value,value,to\nmy-scenario,,at_least_pct,3.5,,2035", "scenario,members,what,value,to\nmy-scenario,,at_least_pct,3.5,2035",
            "Take one of the two out."),
        Error(DiagnosticCodes.CellCount, "wrong number of cells",
            "A row has more cells than the header has columns, or too few for scenario, members and what (in a sweep file, for parameter). Most often a text with a comma is not quoted, or a number has a thousands separator. Cells missing at the end of a row count as empty, because spreadsheets leave them out.",
            "my-scenario,,title,Italy, Spain and France at 3 %,,,,,", "my-scenario,,title,\"Italy, Spain and France at 3 %\",,,,,",
            "Put double quotes around a text with a separator in it."),
        Error(DiagnosticCodes.Quotes, "quotes that do not pair",
            "A quoted cell starts and ends with a double quote; a quote inside it is written twice. A quote that is never closed takes in the rest of the file, so it is reported where its row starts.",
            "my-scenario,,title,\"Rise \"later\" than planned\",,,,,", "my-scenario,,title,\"Rise \"\"later\"\" than planned\",,,,,",
            "Close the quote, or write \"\" for a quote inside a quoted text."),
    ];
}
