namespace Simulator.Data.Scenarios;

/// <summary>What is wrong with a part of a cell's text.</summary>
/// <param name="Code">Code of the diagnostic.</param>
/// <param name="Message">What is wrong, one clause without a full stop.</param>
/// <param name="Help">A way out; may be empty.</param>
/// <param name="Start">First character (UTF-16) that is meant.</param>
/// <param name="Length">How many characters are meant; −1 for the rest.</param>
/// <param name="Label">Short text under the part; may be empty.</param>
internal sealed record CellFault(string Code, string Message, string Help, int Start = 0, int Length = -1, string Label = "");
