using System.Runtime.CompilerServices;

namespace KawasakiServerless.Domain;

/// <summary>The indicators (指標) in the order of the report, indexed by the ids of their initiatives.</summary>
[CollectionBuilder(typeof(IndicatorList), nameof(Create))]
public sealed class IndicatorList(EquatableList<Indicator> indicators) : RecordList<Indicator>(indicators, i => i.Initiative)
{
    public static IndicatorList Create(ReadOnlySpan<Indicator> items) => new(EquatableList.Create(items));

    /// <returns>The indicators of the initiative with this id, in the order of the report.</returns>
    public IEnumerable<Indicator> OfInitiative(string id) => WithKey(id);
}
