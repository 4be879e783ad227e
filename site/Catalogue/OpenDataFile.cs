namespace KawasakiServerless.Site.Catalogue;

/// <summary>
/// A table of the open data: its file name, its title, what a row is, and its columns. The files, the dictionary, the catalogue and the
/// pages all follow this one description.
/// </summary>
public sealed record OpenDataFile(string Name, string Title, string Row, IReadOnlyList<OpenDataColumn> Columns)
{
    public static IReadOnlyList<OpenDataFile> All => Data.OpenDataTable.Descriptions;

    /// <summary>The first sheet of the workbook, which is not published as a table.</summary>
    internal static OpenDataFile Readme { get; } = new(
        Data.DataReadme.SheetName, "説明", "1行が1つの項目です。", [OpenDataColumns.Name("item", "項目"), OpenDataColumns.Sentence("content", "内容")]);

    /// <summary>The address of its page: /data/initiatives/.</summary>
    public string Href => $"{Links.Data.Href}{Name}/";

    /// <summary>Differs from the title of the page that shows the table's records.</summary>
    public string PageTitle => $"{Title}のデータ";

    /// <summary>The columns that are members of a JSON object.</summary>
    public IEnumerable<OpenDataColumn> Members => Columns.Where(c => c.Forms.HasFlag(DataForms.Json));

    /// <summary>The columns of a row in CSV and Excel.</summary>
    public IEnumerable<OpenDataColumn> Cells => Columns.Where(c => c.Forms.HasFlag(DataForms.Cells));
}
