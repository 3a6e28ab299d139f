using Simulator.Alliance;

namespace Simulator.Data.Editions;

/// <summary>Complete editions that were published before the one in use.</summary>
public static class EarlierEditions
{
    /// <summary>The editions, oldest first. They are read when asked for, as if by another hand: their files are no input of a run.</summary>
    /// <param name="folder">The data folder in use.</param>
    /// <param name="used">The edition in use.</param>
    public static Lazy<IReadOnlyList<Edition>> Of(DataFolder folder, Edition used) => new(() =>
    {
        DataResult<DataFolder> beside = DataFolder.Open(folder.Root);
        DataResult<IReadOnlyList<EditionEntry>> list = beside.Ok ? EditionStore.List(beside.Value) : new(beside.Problems);
        return !list.Ok
            ? []
            : [.. list.Value.Where(e => string.CompareOrdinal(e.CutOff, used.CutOff) < 0).OrderBy(e => e.CutOff, StringComparer.Ordinal)
                .Select(e => EditionStore.Load(beside.Value, e.Id)).Where(e => e.Ok).Select(e => e.Value)];
    });
}
