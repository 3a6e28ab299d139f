using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Tests.Sweeps.Analysis;

/// <summary>Uniform numbers of the generator, one after the other: tests need a sample that no machine changes.</summary>
internal sealed class Uniforms(ulong seed)
{
    private readonly Vector512<ulong>[] _words = new Vector512<ulong>[64];
    private readonly double[] _numbers = new double[64 * Lane.Count];
    private long _firstDraw;
    private int _at = 64 * Lane.Count;

    public double Next()
    {
        if (_at == _numbers.Length)
        {
            Philox.Fill(seed, _firstDraw, 0, 0, 0x7e57, _words);
            _firstDraw += Lane.Count;
            for (int i = 0; i < _words.Length; i++)
            {
                Normals.Uniform(_words[i]).CopyTo(_numbers, i * Lane.Count);
            }

            _at = 0;
        }

        return _numbers[_at++];
    }

    public double[] Next(int count)
    {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = Next();
        }

        return numbers;
    }
}
