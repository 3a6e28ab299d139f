using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Diagnostics;

namespace Simulator.Data.Scenarios;

/// <summary>What binding one file needs to know beside the row, and what it has accepted so far.</summary>
internal sealed class BindingContext(Edition edition, MemberExpression members, BindOptions options)
{
    private readonly Dictionary<(string File, string Code), (Spot Spot, string Message, int Count)> _accepted = [];

    public Edition Edition { get; } = edition;

    public MemberExpression Members { get; } = members;

    public BindOptions Options { get; } = options;

    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Notes something accepted; told once for each file, at its first place.</summary>
    public void Accept(string code, string file, string message, Func<Spot> spot)
    {
        (string, string) key = (file, code);
        _accepted[key] = _accepted.TryGetValue(key, out (Spot Spot, string Message, int Count) seen)
            ? (seen.Spot, seen.Message, seen.Count + 1)
            : (spot(), message, 1);
    }

    /// <summary>Turns what was accepted into notices.</summary>
    public void ReportAccepted()
    {
        foreach (((_, string code), (Spot spot, string message, int count)) in _accepted)
        {
            string more = count > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({count} times, the first here)") : "";
            Diagnostics.Add(new(code, spot, message + more));
        }
    }
}
