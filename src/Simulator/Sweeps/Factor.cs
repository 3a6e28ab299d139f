using Simulator.Alliance;
using Simulator.Pathways;
using Simulator.Sweeps.Designs;

namespace Simulator.Sweeps;

/// <summary>One thing that a sweep moves between two ends, for one or more members at once.</summary>
public sealed record Factor
{
    /// <summary>What it moves.</summary>
    public required SweepParameter Parameter { get; init; }

    /// <summary>Members that it moves together; one world has one value for all of them.</summary>
    public required MemberSet Members { get; init; }

    /// <summary>The members as the author wrote them; empty for all.</summary>
    public required string MembersText { get; init; }

    /// <summary>Where its values lie and how often each comes; of a categorical factor, the index of its level.</summary>
    public required FactorRange Range { get; init; }

    /// <summary>The words of a categorical factor, in order; empty for numbers.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The shapes that the words of a shape factor name; empty for others.</summary>
    public IReadOnlyList<(Shape Shape, double Value)> Shapes { get; init; } = [];

    /// <summary>Where it was written.</summary>
    public required RowOrigin Origin { get; init; }

    /// <summary>What the author wrote beside it: why the range is what it is.</summary>
    public string Note { get; init; } = "";

    /// <summary>The name in tables and charts: the parameter, and the members where not all are meant.</summary>
    public string Name => MembersText.Length == 0 ? Parameter.Name : $"{Parameter.Name}:{MembersText}";

    /// <summary>True when its values are words.</summary>
    public bool IsCategorical => Parameter.IsCategorical;
}
