namespace Simulator.Data.Scenarios;

/// <summary>One scenario of a file as listed, before binding.</summary>
/// <param name="Id">Its id as written.</param>
/// <param name="Title">Its title; the id where no title row was written.</param>
/// <param name="Rows">How many rows it has in this file.</param>
/// <param name="Line">Line of its first row.</param>
public sealed record ScenarioListing(string Id, string Title, int Rows, int Line);

/// <summary>What is in a scenario file: for lists, suggestions and the run id.</summary>
public static class ScenarioFileInfo
{
    /// <summary>The scenarios of a file in the order in which they first occur, read off the rows without checking them.</summary>
    /// <param name="file">A file that was read.</param>
    public static IReadOnlyList<ScenarioListing> Of(ScenarioFile file)
    {
        List<ScenarioListing> listings = [];
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        foreach (WrittenRow row in file.Rows)
        {
            string id = file.CellOf(row, ScenarioColumn.Scenario).Text;
            if (id.Length == 0)
            {
                continue;
            }

            if (!places.TryGetValue(id, out int place))
            {
                place = listings.Count;
                places.Add(id, place);
                listings.Add(new ScenarioListing(id, id, 0, row.Line));
            }

            bool isTitle = file.CellOf(row, ScenarioColumn.What).Text.Equals("title", StringComparison.OrdinalIgnoreCase);
            string title = file.CellOf(row, ScenarioColumn.Value).Text;
            ScenarioListing listing = listings[place];
            listings[place] = listing with { Rows = listing.Rows + 1, Title = isTitle && title.Length > 0 ? title : listing.Title };
        }

        return listings;
    }
}
