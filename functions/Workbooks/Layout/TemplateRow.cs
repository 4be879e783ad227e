using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>The cell contents of one row that is written to a sheet of the template.</summary>
internal sealed class TemplateRow(LayoutContext context)
{
    private readonly Dictionary<string, Content> contents = new(StringComparer.Ordinal);

    public Content this[TemplateColumn column] => contents.GetValueOrDefault(column.Header, Content.Blank);

    public TemplateRow Set<T>(TemplateColumn<T> column, T? value)
    {
        contents[column.Header] = column.Write(value, context);
        return this;
    }

    /// <summary>Sets the record id (管理番号). Records without one have a draft id instead; their cell stays blank.</summary>
    public TemplateRow SetNumber(Record record) => Set(SharedColumns.Number, RecordId.TryParse(record.Id, out var id) ? id : null);
}
