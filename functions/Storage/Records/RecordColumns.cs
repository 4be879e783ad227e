using Azure.Data.Tables;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage.Records;

/// <summary>The properties that records of all kinds have: the id and the source.</summary>
internal readonly record struct RecordHead(string Id, Source Source);

/// <summary>Maps the properties that are specific to one kind of record to columns of its row, and back.</summary>
internal abstract class RecordColumns
{
    public static RecordColumns Of(RecordKind kind) => kind switch
    {
        RecordKind.Initiative => InitiativeColumns.Instance,
        RecordKind.Indicator => IndicatorColumns.Instance,
        RecordKind.Direction => DirectionColumns.Instance,
        RecordKind.Collaboration => CollaborationColumns.Instance,
        RecordKind.WardActivity => WardActivityColumns.Instance,
        RecordKind.Statistic => StatisticColumns.Instance,
        RecordKind.Passage => PassageColumns.Instance,
        RecordKind.PlainSummary => PlainSummaryColumns.Instance,
    };

    public abstract IEnumerable<(string Name, object? Value)> Write(Record record);

    /// <exception cref="InvalidDataException">The row lacks a required column, or a column has a value of the wrong type.</exception>
    public abstract Record Read(TableEntity row, RecordHead head);
}

/// <inheritdoc/>
internal abstract class RecordColumns<T> : RecordColumns
    where T : Record
{
    public sealed override IEnumerable<(string Name, object? Value)> Write(Record record) => Write((T)record);

    protected abstract IEnumerable<(string Name, object? Value)> Write(T record);
}
