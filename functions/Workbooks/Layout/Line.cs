using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>One row to be written.</summary>
internal sealed class Line(LayoutContext context)
{
    private readonly Dictionary<string, Content> contents = new(StringComparer.Ordinal);

    public Content this[Column column] => contents.GetValueOrDefault(column.Header, Content.Blank);

    public Line Set<T>(Column<T> column, T? value)
    {
        contents[column.Header] = column.Write(value, context);
        return this;
    }

    /// <summary>A draft id is no 管理番号, and is not written.</summary>
    public Line SetNumber(Record record) => Set(SharedColumns.Number, RecordId.TryParse(record.Id, out var id) ? id : null);
}
