using System.Runtime.CompilerServices;

namespace KawasakiServerless.Domain;

/// <summary>The initiatives (取組) in the order of the report, indexed by their ids (管理番号).</summary>
[CollectionBuilder(typeof(InitiativeList), nameof(Create))]
public sealed class InitiativeList(EquatableList<Initiative> initiatives) : RecordList<Initiative>(initiatives, i => i.Id)
{
    public static InitiativeList Create(ReadOnlySpan<Initiative> items) => new(EquatableList.Create(items));

    /// <returns>The initiative with this id; null if the report has none.</returns>
    public Initiative? Find(string id) => WithKey(id).FirstOrDefault();
}
