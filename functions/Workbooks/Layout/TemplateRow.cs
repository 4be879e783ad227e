using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>One row to write.</summary>
internal sealed class TemplateRow(LayoutContext context)
{
    private readonly Dictionary<string, Content> contents = new(StringComparer.Ordinal);

    public Content this[TemplateColumn column] => contents.GetValueOrDefault(column.Header, Content.Blank);

    public TemplateRow Set<T>(TemplateColumn<T> column, T? value)
    {
        contents[column.Header] = column.Write(value, context);
        return this;
    }

    /// <summary>Writes the 管理番号; a draft id is not one and is left out.</summary>
    public TemplateRow SetNumber(Record record) => Set(SharedColumns.Number, RecordId.TryParse(record.Id, out var id) ? id : null);
}
