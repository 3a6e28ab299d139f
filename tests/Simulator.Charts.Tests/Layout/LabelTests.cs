using FsCheck;
using FsCheck.Fluent;
using Simulator.Charts.Layout;

namespace Simulator.Charts.Tests.Layout;

public class LabelTests
{
    [Fact]
    public void Spread_labels_keep_their_order_and_distance() => Prop.ForAll<NonEmptyArray<byte>>(heights =>
    {
        var wanted = heights.Get.Take(12).Select(b => (double)b).ToArray();
        var placed = EndLabels.Spread(wanted, 20, 0, 300);
        var order = Enumerable.Range(0, wanted.Length).OrderBy(i => wanted[i]).ToArray();

        // 1e-9: the sums of heights are not exact.
        var apart = Enumerable.Range(1, order.Length - 1).All(k => placed[order[k]] - placed[order[k - 1]] >= 20 - 1e-9);
        return apart && placed.All(p => p >= 10 - 1e-9 && p <= 290 + 1e-9);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(23, 3));

    [Fact]
    public void Spread_leaves_labels_alone_that_are_apart() =>
        Assert.Equal([100, 40, 160], EndLabels.Spread([100, 40, 160], 20, 0, 300));

    [Fact]
    public void Spread_of_too_many_starts_at_the_top() =>
        Assert.Equal([10, 30, 50], EndLabels.Spread([5, 5, 5], 20, 0, 40));

    [Fact]
    public void Words_go_to_the_side_that_is_preferred()
    {
        var placer = new LabelPlacer(new Box(0, 0, 300, 300));
        var right = placer.Place(new Spot(150, 150), "3.5%", 12, false, LabelSide.Right, 8, true, "#000000");
        var left = placer.Place(new Spot(150, 150), "2.1%", 12, false, LabelSide.Left, 8, true, "#000000");
        Assert.Equal((158.0, Align.Start), (right!.X, right.Align));
        Assert.Equal((142.0, Align.End), (left!.X, left.Align));
    }

    [Fact]
    public void Words_never_cover_words() => Prop.ForAll<NonEmptyArray<byte>>(bytes =>
    {
        var bounds = new Box(0, 0, 260, 260);
        var placer = new LabelPlacer(bounds);
        var rooms = new List<Box>();
        for (var i = 0; i + 1 < bytes.Get.Length; i += 2)
        {
            var spot = new Spot(bytes.Get[i], bytes.Get[i + 1]);
            var words = placer.Place(spot, "12.5%", 12, true, (LabelSide)(i / 2 % 4), 8, i % 3 == 0, "#000000");
            if (words is not null)
            {
                rooms.Add(words.Room);
            }
        }

        return rooms.TrueForAll(bounds.Contains)
            && Enumerable.Range(0, rooms.Count).All(i => rooms.Skip(i + 1).All(other => !rooms[i].Overlaps(other)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(29, 3));

    [Fact]
    public void Words_step_aside_for_lines_and_dots()
    {
        var placer = new LabelPlacer(new Box(0, 0, 300, 300));
        placer.Avoid(new Spot(150, 150), new Spot(300, 150));
        var words = placer.Place(new Spot(150, 150), "3.5%", 12, false, LabelSide.Right, 8, true, "#000000");
        Assert.False(words!.Room.Overlaps(new Box(150, 149.9, 300, 150.1)));

        placer.Avoid(new Box(140, 120, 160, 140));
        var above = placer.Place(new Spot(150, 150), "4.5%", 12, false, LabelSide.Above, 8, true, "#000000");
        Assert.False(above!.Room.Overlaps(new Box(140, 120, 160, 140)));
    }

    [Fact]
    public void Words_that_may_be_left_out_are_left_out_where_lines_leave_no_place()
    {
        var placer = new LabelPlacer(new Box(0, 0, 300, 300));
        for (var y = 0; y <= 300; y += 5)
        {
            placer.Avoid(new Spot(0, y), new Spot(300, y));
        }

        Assert.Null(placer.Place(new Spot(150, 150), "3.5%", 12, false, LabelSide.Right, 8, false, "#000000"));
        Assert.NotNull(placer.Place(new Spot(150, 150), "3.5%", 12, false, LabelSide.Right, 8, true, "#000000"));
    }
}
