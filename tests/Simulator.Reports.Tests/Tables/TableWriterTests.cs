using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Simulator.Reports.Tables;

namespace Simulator.Reports.Tests.Tables;

public sealed class TableWriterTests
{
    private static readonly TableSchema Schema = new(
        "t",
        "Title",
        "Description",
        [
            new Column("name", FieldType.Text, "", "Name."),
            new Column("year", FieldType.Year, "", "Year."),
            new Column("count", FieldType.Integer, "members", "Count."),
            new Column("value", FieldType.Number, "percent", "Value."),
        ],
        ["name"]);

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Cells_are_the_same_bytes_under_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            string text = Written(w =>
            {
                Row(w, "Türkiye", 2026, 31, 1234567.125);
                Row(w, "a,b", 2027, -3, -0.5);
                Row(w, "say \"x\"\nand y", 2028, 0, 1e21);
                Row(w, " blank ", 2029, 0, -0.0);
                w.Empty();
                w.Empty();
                w.Empty();
                w.NumberOrEmpty(double.NaN);
                w.EndRow();
            });
            Assert.Equal(
                "name,year,count,value\nTürkiye,2026,31,1234567.125\n\"a,b\",2027,-3,-0.5\n\"say \"\"x\"\"\nand y\",2028,0,1E+21\n\" blank \",2029,0,0\n,,,\n",
                text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_finite_number_reads_back_to_the_same_double()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<double>().Filter(double.IsFinite), value =>
        {
            string line = Written(w => Row(w, "x", 1, 1, value)).Split('\n')[1];
            double back = double.Parse(line.Split(',')[3], NumberStyles.Float, CultureInfo.InvariantCulture);
            return back == value;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(2026, 11));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_number_that_is_none_is_a_defect(double value) =>
        Assert.Throws<InvalidOperationException>(() => Written(w => Row(w, "x", 1, 1, value)));

    [Fact]
    public void Wrong_types_and_lengths_are_defects()
    {
        Assert.Throws<InvalidOperationException>(() => Written(w => w.Number(1)));
        Assert.Throws<InvalidOperationException>(() => Written(w =>
        {
            w.Text("x");
            w.EndRow();
        }));
        Assert.Throws<InvalidOperationException>(() => Written(w =>
        {
            Row(w, "x", 1, 1, 1);
            w.Text("y");
        }));
        Assert.Throws<InvalidOperationException>(() => Written(w =>
        {
            w.Text("x");
            w.Year(1);
            w.Integer(1);
            w.Number(1);
            w.Number(1);
        }));
        Assert.Throws<ArgumentException>(() => new TableSchema("t", "t", "t", [new Column("a", FieldType.Text, "", ""), new Column("a", FieldType.Text, "", "")], []));
        Assert.Throws<ArgumentException>(() => new TableSchema("t", "t", "t", [new Column("a", FieldType.Text, "", "")], ["b"]));
    }

    [Fact]
    public void Cells_longer_than_the_buffer_pass_whole()
    {
        string text = new('ü', 100_000);
        string written = Written(w =>
        {
            for (int i = 0; i < 5000; i++)
            {
                Row(w, "short", 2026, i, 0.1 * i);
            }

            Row(w, text, 2026, 1, 1);
            Row(w, "after", 2026, 1, 1);
        });
        string[] lines = written.Split('\n');
        Assert.Equal(5004, lines.Length);
        Assert.Equal(text + ",2026,1,1", lines[5001]);
        Assert.Equal("after,2026,1,1", lines[5002]);
    }

    private static void Row(TableWriter rows, string name, int year, int count, double value)
    {
        rows.Text(name);
        rows.Year(year);
        rows.Integer(count);
        rows.Number(value);
        rows.EndRow();
    }

    private static string Written(Action<TableWriter> write)
    {
        using MemoryStream stream = new();
        TableWriter writer = new(Schema, stream);
        write(writer);
        writer.Complete();
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
