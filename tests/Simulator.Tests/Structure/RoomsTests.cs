using Simulator.Engine;

namespace Simulator.Tests.Structure;

/// <summary>The rooms of the model and the arrows between them: a room may use those before it and never one after it.</summary>
public class RoomsTests
{
    private static readonly string[] Rooms = ["Lanes", "Alliance", "Pathways", "Fiscal", "Engine", "Projections", "Feasibility", "Uncertainty", "Sweeps", "Backtesting"];

    [Fact]
    public void Every_type_lives_in_a_room()
    {
        IEnumerable<Type> homeless = Model().Where(t => Room(t) < 0);
        Assert.Empty(homeless);
    }

    [Fact]
    public void Arrows_between_rooms_go_one_way()
    {
        IEnumerable<string> wrong =
            from type in Model()
            from used in References.Of(type)
            where used.Assembly == type.Assembly && Room(used) > Room(type)
            select $"{type} uses {used}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_model_refers_to_no_other_part_of_the_program()
    {
        IEnumerable<string?> references = typeof(Projector).Assembly.GetReferencedAssemblies().Select(a => a.Name);
        Assert.All(references, name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    [Fact]
    public void The_finder_of_arrows_sees_signatures_locals_and_calls()
    {
        Type[] used = [.. References.Of(typeof(YearLoop))];
        Assert.Contains(typeof(Plan), used);
        Assert.Contains(typeof(EconomyStep), used);
        Assert.Contains(typeof(Simulator.Lanes.LaneBuffer), References.Of(typeof(Block)));
        Assert.Contains(typeof(Simulator.Lanes.Elementary), References.Of(typeof(RowStep)));
        Assert.Contains(typeof(Simulator.Pathways.AtLeast), References.Of(typeof(RowStep)));
    }

    private static IEnumerable<Type> Model() =>
        typeof(Projector).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("Simulator", StringComparison.Ordinal) == true);

    private static int Room(Type type)
    {
        string[] parts = (type.Namespace ?? "").Split('.');
        return parts.Length >= 2 && parts[0] == "Simulator" ? Array.IndexOf(Rooms, parts[1]) : -1;
    }
}
