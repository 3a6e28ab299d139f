namespace Simulator.Data.Sources;

/// <summary>A table of text, ready to be printed or written.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Header">Column names.</param>
/// <param name="Rows">Rows of as many cells as the header; numbers in invariant culture.</param>
/// <param name="Notes">Sentences to print below.</param>
public sealed record CatalogueTable(string Title, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string> Notes);
