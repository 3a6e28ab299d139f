using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Tests.Lanes;

/// <summary>The generator against the known answers of its authors and against a plain implementation of its description.</summary>
public class PhiloxTests
{
    public static TheoryData<uint[], uint[], uint[]> KnownAnswers => new()
    {
        { [0, 0, 0, 0], [0, 0], [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8] },
        { [~0u, ~0u, ~0u, ~0u], [~0u, ~0u], [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd] },
        { [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0], [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1] },
    };

    [Theory]
    [MemberData(nameof(KnownAnswers))]
    public void Known_answers_of_Random123(uint[] counter, uint[] key, uint[] expected)
    {
        Assert.Equal(expected, Plain(counter, key));
        ulong seed = key[0] | ((ulong)key[1] << 32);

        // Each lane in turn holds the known counter, the others a neighbour's.
        for (int lane = 0; lane < Lane.Count; lane++)
        {
            Vector512<ulong> Word(int i) => Vector512.Create((ulong)(counter[i] ^ 1)).WithElement(lane, counter[i]);
            Philox.Block(Word(0), Word(1), Word(2), Word(3), Keys(seed), out Vector512<ulong> first, out Vector512<ulong> second);
            Assert.Equal(expected[0] | ((ulong)expected[1] << 32), first[lane]);
            Assert.Equal(expected[2] | ((ulong)expected[3] << 32), second[lane]);
        }
    }

    [Fact]
    public void A_word_depends_on_its_own_counter_only()
    {
        var random = new Random(5);
        var words = new Vector512<ulong>[2 * 7];
        for (int i = 0; i < 500; i++)
        {
            ulong seed = (ulong)random.NextInt64(long.MinValue, long.MaxValue);
            long firstDraw = random.NextInt64(0, (1L << 32) - Lane.Count);
            int year = random.Next(40);
            int firstMember = random.Next(250);
            int variable = random.Next(4);
            Philox.Fill(seed, firstDraw, year, firstMember, variable, words);
            for (int m = 0; m < 7; m++)
            {
                for (int lane = 0; lane < Lane.Count; lane++)
                {
                    uint[] expected = Plain(
                        [(uint)(firstDraw + lane), (uint)year, (uint)(firstMember + m), (uint)variable], [(uint)seed, (uint)(seed >> 32)]);
                    Assert.Equal(expected[0] | ((ulong)expected[1] << 32), words[2 * m][lane]);
                    Assert.Equal(expected[2] | ((ulong)expected[3] << 32), words[(2 * m) + 1][lane]);
                }
            }
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData((1L << 32) - 7)]
    public void A_draw_that_has_no_counter_is_refused(long firstDraw) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Philox.Fill(1, firstDraw, 1, 0, 0, new Vector512<ulong>[2]));

    /// <summary>Salmon and others 2011, section 3: one block of one draw.</summary>
    internal static uint[] Plain(uint[] counter, uint[] key)
    {
        (uint c0, uint c1, uint c2, uint c3) = (counter[0], counter[1], counter[2], counter[3]);
        (uint k0, uint k1) = (key[0], key[1]);
        for (int round = 0; round < 10; round++)
        {
            ulong p0 = 0xd2511f53UL * c0;
            ulong p1 = 0xcd9e8d57UL * c2;
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            k0 += 0x9e3779b9;
            k1 += 0xbb67ae85;
        }

        return [c0, c1, c2, c3];
    }

    private static ulong[] Keys(ulong seed)
    {
        ulong[] keys = new ulong[20];
        for (uint r = 0; r < 10; r++)
        {
            keys[2 * r] = (uint)seed + (r * 0x9e3779b9);
            keys[(2 * r) + 1] = (uint)(seed >> 32) + (r * 0xbb67ae85);
        }

        return keys;
    }
}
