namespace Simulator.Reports.Workbooks;

/// <summary>The sheet of charts: the scenarios together, then three charts of each.</summary>
internal sealed class ChartsSheet
{
    private const int RowHeightPixels = 20;
    private const double RowHeightPoints = 15;
    private const int LeftWidth = 720;
    private const int RightWidth = 700;
    private const int RightColumn = 10;
    private const int ChartHeight = 360;
    private const int BarsFrame = 160;
    private const int BarHeight = 28;
    private const int BlockRows = 39;
    private const int FirstBlockRows = 24;

    private readonly List<PlacedChart> _charts = [];
    private readonly List<(int Row, string Text)> _headings = [];
    private readonly List<int> _breaks = [];
    private int _row;

    /// <summary>Places the charts.</summary>
    /// <param name="results">The results of the run.</param>
    /// <param name="ranges">The charts with their numbers: first those of all scenarios, then three of each.</param>
    /// <param name="together">How many are of all scenarios.</param>
    /// <param name="dataSheet">Name of the sheet of chart data.</param>
    public ChartsSheet(RunResults results, IReadOnlyList<ChartRange> ranges, int together, string dataSheet)
    {
        if (together > 0)
        {
            Heading("The scenarios together");
            foreach (ChartRange range in ranges.Take(together))
            {
                Add(range, dataSheet, 0, 1, LeftWidth + 200, (FirstBlockRows - 3) * RowHeightPixels);
            }

            End(FirstBlockRows);
        }

        for (int s = 0; s < results.Projections.Count; s++)
        {
            Heading($"{RunResults.IdOf(results.Projections[s])}: {results.Projections[s].Scenario.Title}");
            ChartRange[] own = [.. ranges.Skip(together + (3 * s)).Take(3)];
            Add(own[0], dataSheet, 0, 1, LeftWidth, ChartHeight);
            Add(own[1], dataSheet, 0, 2 + (ChartHeight / RowHeightPixels), LeftWidth, ChartHeight);
            Add(own[2], dataSheet, RightColumn, 1, RightWidth, Math.Min((2 * ChartHeight) + RowHeightPixels, BarsFrame + (BarHeight * own[2].Block.Categories.Count)));
            End(BlockRows);
        }
    }

    /// <summary>The charts with their places.</summary>
    public IReadOnlyList<PlacedChart> Charts => _charts;

    /// <summary>Writes the headings above the charts.</summary>
    /// <param name="sheet">The sheet.</param>
    public void Write(SheetWriter sheet)
    {
        // Every row has the height that the places of the charts were reckoned with.
        Dictionary<int, string> headings = _headings.ToDictionary(h => h.Row, h => h.Text);
        while (sheet.Rows < _row)
        {
            string heading = headings.GetValueOrDefault(sheet.Rows, "");
            sheet.StartRow(RowHeightPoints);
            sheet.Text(heading, CellStyle.Section);
            sheet.EndRow();
        }

        sheet.Complete(drawing: "rId1", breaks: _breaks);
    }

    private void Heading(string text) => _headings.Add((_row, text));

    private void Add(ChartRange range, string dataSheet, int column, int row, int width, int height) =>
        _charts.Add(new PlacedChart(ChartPartXml.Of(range, dataSheet), range.Block.Title, range.Block.Subtitle, column, _row + row, width, height));

    private void End(int rows)
    {
        _row += rows;
        _breaks.Add(_row);
    }
}
