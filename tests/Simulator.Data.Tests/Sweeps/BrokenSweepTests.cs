using Simulator.Data.Diagnostics;
using Simulator.Data.Sweeps;
using Simulator.Data.Tests.Scenarios;

namespace Simulator.Data.Tests.Sweeps;

/// <summary>Broken sweep files, each with the code it must give; the offending text stands between « and ».</summary>
public sealed class BrokenSweepTests
{
    public static IReadOnlyList<BrokenSweep> Cases { get; } =
    [
        // The form of the file: what scenario files are told, too.
        File("no header at all", "«at_least_pct,EUROPE,3,5»\n", "NS007", help: "start the file with the row parameter,members,low"),
        File("required column missing", "«members,low,high»\nEUROPE,3,5\n", "NS007", help: "every sweep file has the column parameter"),
        File("misspelt column", "parameter,members,low,«hihg»\nat_least_pct,EUROPE,3,5\n", "NS008", help: "did you mean high?"),
        File("a column of scenario files", "parameter,members,low,high,«what»\nat_least_pct,EUROPE,3,5,\n", "NS008", help: "columns are parameter, members"),
        File("a year is no column", "parameter,members,low,high,«2030»\nat_least_pct,EUROPE,3,5,\n", "NS008"),
        File("column twice", "parameter,low,high,«low»\nat_least_pct,3,5,3\n", "NS009"),
        File("too many cells", "parameter,low,high\nat_least_pct,3,5,«0»\n", "NS010"),
        File("too few cells", "members,parameter,low\n«EUROPE»\n", "NS010", help: "too few for parameter"),
        Row("unclosed quote", "«at_least_pct,\"EUROPE,3,5,,,»\nto,,2030,2038,,,\n", "NS011"),
        Row("text after a closing quote", "at_least_pct,EUROPE,3,5,,,\"Hague\" «p»ledge\n", "NS011"),

        // Parameters.
        Row("empty parameter", "«»,EUROPE,3,5,,,\n", "NS049", help: "names no parameter"),
        Row("misspelt parameter", "«at_lest_pct»,EUROPE,3,5,,,\n", "NS049", help: "did you mean at_least_pct?"),
        Row("misspelt outcome", "at_least_pct,,3,5,,,\n«outcom»,FRA,,,,,\n", "NS049", help: "did you mean outcome?"),
        Row("parameter unlike any", "«tanks»,EUROPE,3,5,,,\n", "NS049", help: "parameters are at_least_pct"),
        Row("unknown parameter and unknown members", "tanks,«EUROP»,3,5,,,\n", "NS020", errors: 2),
        Row("never swept", "«edition»,,1,2,,,\n", "NS050", help: "--edition"),
        Row("plan is never swept", "«Plan»,EUROPE,1,2,,,\n", "NS050"),

        // Members.
        Row("unknown member", "at_least_pct,«Germany»,3,5,,,\n", "NS020", help: "did you mean DEU?"),
        Row("except without an end", "at_least_pct,EUROPE «except»,3,5,,,\n", "NS021"),
        Row("nobody left", "at_least_pct,«BALTIC except EST LVA LTU»,3,5,,,\n", "NS022"),
        Row("only Iceland left of a path", "to,«NORDIC except DNK FIN NOR SWE»,2030,2035,,,\n", "NS022"),
        Row("Iceland for a path", "shape,NOR «ISL»,,,linear|back,,\n", "NS023"),
        Row("Iceland for the base-year figure", "start_revision_pct,«ISL»,-5,5,,,\n", "NS023"),

        // Ends.
        Row("low missing", "at_least_pct,EUROPE,«»,5,,,\n", "NS051", help: "low end"),
        Row("high missing", "at_least_pct,EUROPE,3,«»,,,\n", "NS051", help: "high end"),
        Row("both missing", "at_least_pct,EUROPE,«»,,,,\n", "NS051", errors: 2),
        File("no column for high", "parameter,low\nat_least_pct,3«»\n", "NS051"),
        Row("equal ends", "at_least_pct,EUROPE,3.5,«3.50»,,,\n", "NS052", help: "leave the row out"),
        Row("high below low", "to,,2038,«2030»,,,\n", "NS052", help: "column low"),
        Row("lost decimal point", "at_least_pct,EUROPE,3,«45»,,,\n", "NS012", help: "did you mean 4.5?"),
        Row("share below 0", "share_pct,USA,«-1»,3,,,\n", "NS012"),
        Row("setting out of range", "borrowed_pct,,33,«120»,,,\n", "NS012", help: "borrowed_pct is outside 0 to 100"),
        Row("revision out of range", "start_revision_pct,,«-60»,6,,,\n", "NS012", help: "-50 to 50"),
        Row("growth of minus 100", "real_growth_pct,FRA,«-100»,5,,,\n", "NS012", help: "share_pct"),
        Row("points out of range", "share_add_pp,FRA,0,«16»,,,\n", "NS012"),
        Row("half a year of delay", "delay_years,,0,«1.5»,,,\n", "NS013", help: "whole number"),
        Row("words for a number", "at_least_pct,EUROPE,«about 3»,5,,,\n", "NS013"),
        Row("NaN", "at_least_pct,EUROPE,«NaN»,5,,,\n", "NS013"),
        Row("Infinity", "at_least_pct,EUROPE,3,«Infinity»,,,\n", "NS013"),
        Row("minus infinity sign", "growth_pp,,«-∞»,5,,,\n", "NS013"),
        Row("not finite", "at_least_pct,EUROPE,3,«1e999»,,,\n", "NS013"),
        Row("huge", "at_least_pct,EUROPE,3,«99999999999999999999999999999999»,,,\n", "NS012"),
        Row("hundreds of digits", "multiplier,,0.3,«" + new string('9', 400) + "»,,,\n", "NS013"),
        Row("percent of a factor", "multiplier,,0.3,«150 %»,,,\n", "NS013"),
        Row("thousands comma", "real_change_pct,FRA,10,\"«1,000»\",,,\n", "NS014", help: "write 1000"),
        Row("a date for a number", "at_least_pct,EUROPE,«02.05.2026»,5,,,\n", "NS015"),
        Row("decimal comma in a comma file", "at_least_pct,EUROPE,\"«3,5»\",5,,,\n", "NS013", help: "write 3.5"),
        Row("short year", "to,,«30»,2035,,,\n", "NS027"),
        Row("year with a fraction", "to,,2030,«2035.5»,,,\n", "NS027"),
        Row("arrival in the base year", "to,,«2026»,2035,,,\n", "NS028", help: "not after 2026"),
        Row("start before the base year", "from,,«2025»,2030,,,\n", "NS028", help: "before 2026"),
        Row("arrival after 2060", "to,,2030,«2061»,,,\n", "NS028"),

        // Distributions.
        Row("misspelt distribution", "multiplier,,0.3,1.5,,«unifrom»,\n", "NS053", help: "did you mean uniform?"),
        Row("unknown distribution", "multiplier,,0.3,1.5,,«beta»,\n", "NS053", help: "distributions are uniform"),
        Row("choice of numbers", "multiplier,,0.3,1.5,,«choice»,\n", "NS054"),
        Row("normal years", "to,,2030,2038,,«normal»,\n", "NS054"),
        Row("uniform words", "shape,,,,linear|back,«uniform»,\n", "NS054"),
        Row("logarithm of 0", "offsets_pp_per_year,,«0»,0.8,,log-uniform,\n", "NS054"),

        // Levels.
        Row("low for words", "shape,EUROPE,«1»,,linear|back,,\n", "NS026", help: "column levels"),
        Row("no words", "shape,EUROPE,,,«»,,\n", "NS055", help: "linear|front 2|back 2"),
        Row("one word", "definition,DEU,,,«nato»,,\n", "NS055", help: "nato|national"),
        Row("a word missing", "shape,EUROPE,,,linear|«|»back,,\n", "NS055"),
        Row("misspelt shape", "shape,EUROPE,,,linear|«bakc» 2,,\n", "NS031", help: "did you mean back?"),
        Row("power under 1", "shape,EUROPE,,,linear|front «0.5»,,\n", "NS032"),
        Row("step without a number", "shape,EUROPE,,,linear|«step»,,\n", "NS032"),
        Row("number where none belongs", "shape,EUROPE,,,linear «2»|back,,\n", "NS032"),
        Row("misspelt word", "definition,DEU,,,nato|«nationl»,,\n", "NS038", help: "did you mean national?"),
        Row("word twice", "definition,DEU,,,nato|national|«NATO»,,\n", "NS056"),
        Row("shape twice", "shape,EUROPE,,,front|linear|«front 2»,,\n", "NS056"),
        Row("value twice", "delivery_pct,,20,100,20|50|«50.0»,,\n", "NS056"),
        Row("value outside", "delivery_pct,,20,100,«10»|50,,\n", "NS057"),
        Row("mode outside", "delivery_pct,,20,100,«110»,triangular,\n", "NS057"),
        Row("several modes", "delivery_pct,,20,100,«50|60»,triangular,\n", "NS055"),
        Row("count of one", "delivery_pct,,20,100,«1»,,\n", "NS055"),
        Row("count with a fraction", "delivery_pct,,20,100,«2.5»,,\n", "NS055"),
        Row("huge count", "delivery_pct,,20,100,«1000000000»,,\n", "NS055"),
        Row("count between whole numbers", "to,,2030,2038,«4»,,\n", "NS055", help: "not whole numbers"),
        Row("value missing", "delivery_pct,,20,100,20|50«|»,,\n", "NS055"),
        Row("word for a level", "delivery_pct,,20,100,20|«half»|100,,\n", "NS013"),
        Row("half a year as a level", "delay_years,,0,3,0|«1.5»|3,,\n", "NS013"),
        Row("level beyond the range of the name", "delivery_pct,,20,100,20|«200»,,\n", "NS012"),

        // Rows against each other.
        Row("overridden", "«delivery_pct»,FRA,20,100,,,\nto,,2030,2038,,,\ndelivery_pct,EUROPE,50,100,,,\n", "NS058", help: "line 4"),
        Row("overridden by two", "«to»,BALTIC,2030,2035,,,\nto,EST LVA,2031,2035,,,\nto,LTU,2032,2035,,,\n", "NS058", help: "line 3"),
        Row("the same row twice", "«to»,,2030,2035,,,\nto,,2030,2035,,,\n", "NS058"),

        // Outcomes.
        Outcome("no name", "outcome,«»,,,,,\n", "NS059", help: "names no outcome"),
        Outcome("two parts", "outcome,«share_pct:EUROPE»,,,,,\n", "NS059"),
        Outcome("unknown variable", "outcome,«share_pt»:EUROPE:2035,,,,,\n", "NS060", help: "did you mean share_pct?"),
        Outcome("unknown unit", "outcome,share_pct:«EUROP»:2035,,,,,\n", "NS020", help: "did you mean EUROPE?"),
        Outcome("Iceland", "outcome,share_pct:«ISL»:2035,,,,,\n", "NS023"),
        Outcome("debt of a group", "outcome,debt_pct:«EUROPE»:2035,,,,,\n", "NS061"),
        Outcome("year of the past", "outcome,share_pct:EUROPE:«2026»,,,,,\n", "NS028"),
        Outcome("range of years", "outcome,short_eur_bn:EUROPE:«2027-2035»,,,,,\n", "NS062"),
        Outcome("cumulative without a range", "outcome,cumulative_short_eur_bn:EUROPE:«2035»,,,,,\n", "NS062"),
        Outcome("twice", "outcome,share_pct:EUROPE:2035,3,,,,\noutcome,«share_pct:EUROPE:2035»,,4,,,\n", "NS063", help: "line 3"),
        Outcome("goals that exclude each other", "outcome,share_pct:EUROPE:2035,4,«3.5»,,,\n", "NS064"),
        Outcome("goal that is no number", "outcome,share_pct:EUROPE:2035,«most»,,,,\n", "NS013"),
        Outcome("levels of an outcome", "outcome,share_pct:EUROPE:2035,,,«3|4»,,\n", "NS026"),
        Outcome("distribution of an outcome", "outcome,share_pct:EUROPE:2035,,,,«normal»,\n", "NS026"),

        // Places in files as programs write them.
        File("CR LF and semicolons", "parameter;members;low;high\r\nat_least_pct;FRA;3,5;5\r\nto;;2030;«2061»\r\n", "NS028"),
        File("after sep=", "sep=;\r\nparameter;low;high\r\nat_least_pct;3,5;«45»\r\n", "NS012"),
        File("old Mac", "parameter,low,high\rat_least_pct,3,«45»\r", "NS012"),
        File("tabs and letters beyond the basic plane", "note\tparameter\tlow\thigh\n\U0001F6E1 é\tat_least_pct\t3\t«45»\n", "NS012"),
        File("decimal commas between levels", "parameter;low;high;levels\ngrowth_pp;-1;0,5;-0,5|«0,75»\n", "NS057"),
        File("levels show the decimal mark", "parameter\tlow\thigh\tlevels\nmultiplier\t0\t2\t0,5|1,5|«1.000»\n", "NS014"),
        File("a level in a cell of several lines", "parameter,low,high,levels\ndelivery_pct,20,100,\"20|\n «110»\"\n", "NS057"),
        File("no line end at the end", "parameter,low,high\nat_least_pct,3,«45»", "NS012"),
    ];

    public static TheoryData<string, string> Names()
    {
        TheoryData<string, string> names = [];
        foreach (BrokenSweep broken in Cases)
        {
            foreach (string culture in new[] { "", "de-DE", "tr-TR" })
            {
                names.Add(broken.Name, culture);
            }
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GivesTheCodeAtThePlace(string name, string culture)
    {
        using CultureScope scope = new(culture);
        BrokenSweep broken = Cases.Single(c => c.Name == name);
        (string text, int line, int column, string marked) = BrokenFileTests.Unmark(broken.Text);
        SweepFile file = SweepReading.Read(text);
        string all = string.Concat(file.Diagnostics.Select(DiagnosticText.Render));
        Diagnostic? found = file.Diagnostics.FirstOrDefault(d => d.Code == broken.Code && d.Spot.Line == line && d.Spot.Column == column);
        Assert.True(found is not null, $"no {broken.Code} at {line}:{column} among\n{all}");
        if (marked.Length > 0)
        {
            Assert.Equal(marked, Reading.Underlined(found));
        }

        Assert.True(broken.Errors == file.Diagnostics.Count(d => d.IsError), all);
        Assert.Equal("my.csv", found.Spot.File);
        Assert.Contains(broken.Help, found.Help + found.Message + found.Label, StringComparison.Ordinal);
    }

    [Fact]
    public void TheirNamesDifferAndEveryErrorOfSweepsIsAmongThem()
    {
        Assert.Equal(Cases.Count, Cases.Select(c => c.Name).Distinct().Count());
        IEnumerable<string> codes = DiagnosticCatalogue.All.Where(e => e.Kind == ExampleKind.Sweep && e.Code is not ("NS048" or "NS065")).Select(e => e.Code);
        Assert.Subset(Cases.Select(c => c.Code).ToHashSet(), codes.ToHashSet());
    }

    private static BrokenSweep File(string name, string text, string code, int errors = 1, string help = "") => new(name, text, code, errors, help);

    private static BrokenSweep Row(string name, string text, string code, int errors = 1, string help = "") => File(name, SweepReading.Head + text, code, errors, help);

    private static BrokenSweep Outcome(string name, string text, string code, int errors = 1, string help = "") =>
        File(name, SweepReading.Head + "at_least_pct,,3,5,,,\n" + text, code, errors, help);

    /// <summary>One broken file.</summary>
    public sealed record BrokenSweep(string Name, string Text, string Code, int Errors, string Help);
}
