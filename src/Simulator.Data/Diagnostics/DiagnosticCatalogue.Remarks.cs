namespace Simulator.Data.Diagnostics;

/// <content>Warnings and notices: the input is used.</content>
public static partial class DiagnosticCatalogue
{
    private static CatalogueEntry[] Remarks() =>
    [
        Warning(DiagnosticCodes.PathOverridden, "a path row does nothing",
            "Rows apply in file order. hold, plan, and share_pct and budget_bn from the base year start afresh, so what stood before for the same members is lost.",
            "my-scenario,FRA,at_least_pct,3,,2030,,,\nmy-scenario,FRA,share_pct,3.5,,2035,,,", "my-scenario,FRA,at_least_pct,3,,2030,,,\nmy-scenario,FRA,share_pct,3.5,2030,2035,,,",
            "Take one of the rows out, change their order, or let the later one start in a later year."),
        Warning(DiagnosticCodes.SettingOverridden, "a setting row does nothing",
            "A later row wins for the members and years it names, and here it names all of the earlier one's.",
            "my-scenario,FRA,max_step_pp,0.2,,,,,\nmy-scenario,EUROPE,max_step_pp,0.4,,,,,", "my-scenario,EUROPE,max_step_pp,0.4,,,,,\nmy-scenario,FRA,max_step_pp,0.2,,,,,",
            "Keep the row that you mean; write rows for many members before those for a few."),
        Warning(DiagnosticCodes.LooksLikeFraction, "a share under 0.1 percent of GDP",
            "Shares are in percent: 3.5, not 0.035. No ally spends so little.",
            "my-scenario,FRA,at_least_pct,0.035,,2035,,,", "my-scenario,FRA,at_least_pct,3.5,,2035,,,",
            "Write the share in percent."),
        Notice(DiagnosticCodes.ByteOrderMark, "a byte-order mark", "Excel puts three bytes before a UTF-8 file so that it knows it again. They are read over, and do not count in columns.", ""),
        Notice(DiagnosticCodes.Windows1252, "Windows-1252", "The file is not UTF-8, so it was read as Windows-1252, the old Western European code of Windows. Letters outside it cannot be in such a file.", ""),
        Notice(DiagnosticCodes.LineEnds, "line ends of Windows or old Mac", "Lines end in CR LF or CR. Both are read like LF.", ""),
        Notice(DiagnosticCodes.Separator, "semicolons or tabs between cells", "The header shows that semicolons or tabs separate the cells, as where the comma is the decimal mark. Decimal commas are read as such.", "scenario;members;what;value;to\nmy-scenario;FRA;at_least_pct;3,5;2035"),
        Notice(DiagnosticCodes.BlankRows, "blank rows", "Empty lines and rows of bare separators say nothing and are skipped.", "my-scenario,FRA,at_least_pct,3.5,,2035,,,\n,,,,,,,,"),
        Notice(DiagnosticCodes.CommentRows, "comment rows", "Rows whose first cell starts with # are comments and are skipped.", "# a remark\nmy-scenario,FRA,at_least_pct,3.5,,2035,,,"),
        Notice(DiagnosticCodes.PercentSign, "a percent sign", "In a cell whose unit is percent or points, 3.5 % is read as 3.5.", "my-scenario,FRA,at_least_pct,3.5 %,,2035,,,"),
        Notice(DiagnosticCodes.YearIgnored, "an entry for a past year was ignored", "Paths start after the base year: what stands in year columns up to it changes nothing. Only budget_bn needs its base-year amount.", "scenario,members,what,2025,2026,2030\nmy-scenario,FRA,share_pct,2,2.1,3"),
        Notice(DiagnosticCodes.AlreadyMet, "the target is met already", "Every member of the row was at or above the share in the base year, so at_least_pct moves nobody unless another row lowers the path.", "my-scenario,POL,at_least_pct,1,,2035,,,"),
        Notice(DiagnosticCodes.SeparatorLine, "a first line sep=;", "Excel writes and reads a first line such as sep=; that names the separator. It is followed and is not the header.", "sep=;\nscenario;members;what;value;to\nmy-scenario;FRA;at_least_pct;3,5;2035"),
        Notice(DiagnosticCodes.EditionOverridden, "another edition than the scenario's", "The scenario is written for another edition, and you chose one: yours is used.", ""),
        Notice(DiagnosticCodes.LetterCase, "another letter case", "Names of columns are written small, names of members and groups in capitals. Other letter cases are understood.", "my-scenario,fra,at_least_pct,3.5,,2035,,,"),
        Notice(DiagnosticCodes.DecimalPoint, "a decimal point beside decimal commas", "The file writes decimal commas, and this number has a point that cannot be a thousands separator: it was read as a decimal point.", "scenario;members;what;value;to\nmy-scenario;FRA;at_least_pct;3,5;2035\nmy-scenario;USA;at_least_pct;3.5;2035\nmy-scenario;DEU;at_least_pct;3,25;2035"),
        Notice(DiagnosticCodes.ShortRows, "rows shorter than the header", "Spreadsheets leave out separators at the end of rows. The cells that are missing there are empty.", "my-scenario,FRA,at_least_pct,3.5,,2035"),
        Notice(DiagnosticCodes.OldBaseYear, "a start in the base year of an older edition", "The scenario names an older edition and is run on a newer one. From its own base year meant from the last published year, so it is read as the base year of the edition in use; a setting's span that began since then goes on from there. Any other year that is published by now is an error: only you can say what is to become of it.", ""),
    ];

    private static CatalogueEntry Warning(string code, string title, string meaning, string wrong, string right, string mend) =>
        new(code, Severity.Warning, title, meaning, wrong, right, mend);

    private static CatalogueEntry Notice(string code, string title, string meaning, string example) =>
        new(code, Severity.Notice, title, meaning, example, "", "");
}
