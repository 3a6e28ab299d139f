using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Simulator.Data.Diagnostics;
using Simulator.Data.Scenarios;

namespace Simulator.Data.Tests.Scenarios;

public sealed class ReaderPropertyTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20261121, 7);

    [Fact]
    public void NoBytesMakeTheReaderThrow() =>
        Prop.ForAll<byte[]>(bytes => Survives(bytes)).Check(Fixed);

    [Fact]
    public void NoTextMakesTheReaderThrow()
    {
        Gen<string> pieces = Gen.Elements(
            "scenario", "members", "what", "value", "from", "to", "2030", "x", "FRA", "EUROPE except", "at_least_pct", "share_pct", "budget_bn", "based_on", "plan",
            "3.5", "3,5", "-1e308", "1.000", "45", "mar-5", ",", ",", ",", ";", "\t", "\n", "\n", "\r\n", "\r", "\"", "\"\"", "#", " ", "\u00A0", "é", "\U0001F6E1", "step", "front 3", "related", "%", "\u2212");
        Arbitrary<string> texts = pieces.ListOf().Select(list => string.Concat(list)).ToArbitrary();
        Prop.ForAll(texts, text => Survives(Encoding.UTF8.GetBytes(text)) && Survives(Encoding.UTF8.GetBytes(DiagnosticCatalogue.UsualHeader + "\n" + text))).Check(Fixed);
    }

    [Fact]
    public void GoodFilesThatWereDamagedDoNotMakeTheReaderThrow()
    {
        // Every change has a fixed seed: what fails once fails again.
        Random random = new(4711);
        byte[][] good = [StarterFile.Bytes(ExcelVariant.None), StarterFile.Bytes(ExcelVariant.De), .. BrokenFileTests.Cases.Select(c => c.Encode(c.Text.Replace("«", "", StringComparison.Ordinal)))];
        for (int round = 0; round < 4000; round++)
        {
            List<byte> bytes = [.. good[random.Next(good.Length)]];
            for (int change = random.Next(1, 6); change > 0 && bytes.Count > 0; change--)
            {
                int at = random.Next(bytes.Count);
                switch (random.Next(4))
                {
                    case 0:
                        bytes[at] = (byte)random.Next(256);
                        break;
                    case 1:
                        bytes.RemoveRange(at, Math.Min(random.Next(1, 12), bytes.Count - at));
                        break;
                    case 2:
                        bytes.Insert(at, (byte)",;\t\"\n\r#%. -\u0000"[random.Next(12)]);
                        break;
                    default:
                        bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                        break;
                }
            }

            Assert.True(Survives([.. bytes]));
        }
    }

    [Fact]
    public void RowsReadTheSameWithAnySeparatorQuotingAndLineEnd()
    {
        Gen<string> cells = Gen.OneOf(
            Gen.Elements("x", "FRA", "at least, so to say", "semi;colon", "a \"quoted\" word", "two\nlines", "tab\tinside", "é\u00FC\u0142", "\U0001F6E1", "3,5", "-", "", "", "sep=;", "a#b"),
            Gen.Choose(0, 2000).Select(i => i.ToString(CultureInfo.InvariantCulture)));
        Gen<(string[][] Rows, char Separator, string LineEnd, bool Quoted, bool Mark, bool LastEnd)> files =
            from rows in cells.ArrayOf(5).ListOf(6)
            from separator in Gen.Elements(',', ';', '\t')
            from lineEnd in Gen.Elements("\n", "\r\n", "\r")
            from quoted in Gen.Elements(true, false)
            from mark in Gen.Elements(true, false)
            from lastEnd in Gen.Elements(true, false)
            select (rows.ToArray(), separator, lineEnd, quoted, mark, lastEnd);
        Prop.ForAll(files.ToArbitrary(), file =>
        {
            // Every row gets an id, so that none is blank or a comment, and a mark in its note, so that none is short.
            string[][] rows = [.. file.Rows.Select((r, i) => (string[])[$"id{i}", .. r, "end"])];
            StringBuilder text = new(file.Mark ? "\uFEFF" : "");
            text.AppendJoin(file.Separator, "scenario", "members", "what", "value", "from", "to", "note").Append(file.LineEnd);
            for (int i = 0; i < rows.Length; i++)
            {
                text.AppendJoin(file.Separator, rows[i].Select(c => Write(c, file.Quoted))).Append(i < rows.Length - 1 || file.LastEnd ? file.LineEnd : "");
            }

            ScenarioFile read = ScenarioReader.Read("x.csv", Encoding.UTF8.GetBytes(text.ToString()));
            Assert.DoesNotContain(read.Diagnostics, d => d.IsError);
            Assert.Equal(rows.Select(r => string.Join('|', r)), read.Rows.Select(r => string.Join('|', r.Cells.Select(c => c.Text))));
            foreach (WrittenRow row in read.Rows)
            {
                // The place that is given for a cell is where its text stands.
                Cell id = row.Cells[0];
                Spot spot = read.SpotOf(row, id, "scenario");
                Assert.Equal(id.Text, spot.SourceLine.Substring(spot.Column - 1, spot.Length));
            }

            return true;
        }).Check(Fixed);

        static string Write(string cell, bool quoted) =>
            quoted || cell.AsSpan().IndexOfAny(",;\t\n\"") >= 0 ? '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : cell;
    }

    [Fact]
    public void PlacesOfAllCellsAreRight()
    {
        // Cells that differ all over: the underlined text must be the cell itself, in any form of file.
        foreach (string separator in new[] { ",", ";", "\t" })
        {
            foreach (string lineEnd in new[] { "\n", "\r\n", "\r" })
            {
                StringBuilder text = new("\uFEFFscenario" + separator + "members" + separator + "what" + separator + "note" + lineEnd);
                for (int i = 0; i < 20; i++)
                {
                    text.Append(CultureInfo.InvariantCulture, $" s{i} {separator}\"\U0001F6E1 é{i}\"{separator} \"w,;{i}\" {separator}\"n{i}\"\"{lineEnd}second {i} line\"").Append(lineEnd);
                }

                ScenarioFile file = ScenarioReader.Read("x.csv", Encoding.UTF8.GetBytes(text.ToString()));
                Assert.Equal(20, file.Rows.Count);
                for (int i = 0; i < 20; i++)
                {
                    WrittenRow row = file.Rows[i];
                    for (int c = 0; c < 3; c++)
                    {
                        Spot spot = file.SpotOf(row, row.Cells[c], "");
                        Assert.Equal(2 + (2 * i), spot.Line);
                        Assert.Equal(row.Cells[c].Text, Reading.Underlined(new Diagnostic("NS012", spot, "")));
                    }

                    int at = row.Cells[3].Text.IndexOf("line", StringComparison.Ordinal);
                    Spot inside = file.SpotOf(row, row.Cells[3], "", at, 4);
                    Assert.Equal((3 + (2 * i), "line"), (inside.Line, Reading.Underlined(new Diagnostic("NS012", inside, ""))));
                }
            }
        }
    }

    // Speed is measured in benchmarks/; what can be asserted on any machine is that eight times the rows take eight times the memory.
    [Fact]
    public void EightTimesTheRowsTakeEightTimesTheMemory()
    {
        byte[] small = Large(10_000);
        byte[] large = Large(80_000);
        Allocated(small);
        double ratio = (double)Allocated(large) / Allocated(small);
        Assert.InRange(ratio, 6, 11); // list growth by doubling moves it by a third at most

        static long Allocated(byte[] bytes)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            ScenarioSet set = Reading.Bind([ScenarioReader.Read("x.csv", bytes)]);
            Assert.False(set.HasErrors);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static byte[] Large(int rows)
    {
        StringBuilder text = new("scenario,members,what,value,from,to,shape,note\n");
        for (int i = 0; i < rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"case-{i / 20},{(i % 3 == 0 ? "FRA ITA" : "EUROPE except GBR")},at_least_pct,{3 + (i % 10 * 0.1):R},202{6 + (i % 3)},203{i % 10},back 3,\"row {i}, a note\"\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static bool Survives(byte[] bytes)
    {
        ScenarioSet set = Reading.Bind([ScenarioReader.Read("x.csv", bytes)]);
        foreach (Diagnostic diagnostic in set.Diagnostics)
        {
            string text = DiagnosticText.Render(diagnostic);
            if (text.Length == 0 || diagnostic.Spot.Line < 0 || diagnostic.Spot.Column > diagnostic.Spot.SourceLine.Length + 1)
            {
                return false;
            }
        }

        StringWriter json = new();
        DiagnosticJson.Write(json, set.Diagnostics, set.Count);
        return set.HasErrors || set.Scenarios.Count > 0;
    }
}
