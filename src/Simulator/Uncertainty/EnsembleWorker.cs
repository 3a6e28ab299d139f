using Simulator.Engine;
using Simulator.Lanes;

namespace Simulator.Uncertainty;

/// <summary>The scratch and the histograms of one thread; a batch of draws allocates nothing, unless its shocks are kept.</summary>
internal sealed class EnsembleWorker
{
    private readonly Plan _plan;
    private readonly Block _block;
    private readonly EnsembleOptions _options;
    private readonly KeptShocks? _kept;
    private BatchShocks _shocks;
    private DrawnWorlds _worlds;
    private HistogramReducer _reducer;

    public EnsembleWorker(Plan plan, ShockParameters parameters, EnsembleOptions options, SeriesList series, KeptShocks? kept = null)
    {
        _kept = kept;
        _plan = plan;
        _options = options;
        _block = new Block(plan, isDrawn: true);
        Histograms = new Histograms(plan, series, options);

        // Money is counted at constant prices, so that without debt nothing reads the price level.
        _shocks = new BatchShocks(DrawnShocks.Of(options.Seed, plan, parameters, movesPrices: plan.HasFiscal));
        _worlds = new DrawnWorlds(options.Draws);
        _reducer = new HistogramReducer(Histograms);

        // Draws differ in shocks and not in columns, so these are filled once.
        default(OneWorld).Fill(0, plan, _block);
        _block.Fiscal.HoldOwn();
    }

    public Histograms Histograms { get; }

    public static long Batches(long draws) => (draws + Histograms.DrawsInBatch - 1) / Histograms.DrawsInBatch;

    /// <summary>Runs the blocks of a batch.</summary>
    /// <returns>The number of its draws.</returns>
    public int Batch(long batch)
    {
        long begin = batch * Histograms.DrawsInBatch;
        int draws = (int)Math.Min(Histograms.DrawsInBatch, _options.Draws - begin);
        KeptBatch? room = Source(batch, (draws + Lane.Count - 1) / Lane.Count);
        for (long first = begin; first < begin + draws; first += Lane.Count)
        {
            YearLoop.Run(_plan, _block, first, ref _shocks, ref _worlds, ref _reducer);
            _shocks.End(_plan, _block.Drawn);
        }

        if (room is not null)
        {
            _kept!.Keep(batch, room);
        }

        return draws;
    }

    /// <summary>Says where the shocks of a batch come from.</summary>
    /// <returns>The room that they are put down in; null when they are there, or are not kept.</returns>
    private KeptBatch? Source(long batch, int blocks)
    {
        if (_kept?.Find(batch, blocks, _plan.Years) is { } there)
        {
            _shocks.TakeFrom(there);
            return null;
        }

        KeptBatch? room = _kept?.Room(blocks, _plan.Years, _plan.Members);
        if (room is null)
        {
            _shocks.Draw();
        }
        else
        {
            _shocks.DrawInto(room);
        }

        return room;
    }
}

/// <summary>The stated columns, filled before, in every lane; all lanes count but those beyond the last draw.</summary>
internal readonly struct DrawnWorlds(long draws) : IWorlds
{
    /// <inheritdoc/>
    public int Fill(long firstWorld, Plan plan, Block block) => (int)Math.Min(Lane.Count, draws - firstWorld);
}
