using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.DataDictionary;

/// <summary>
/// Describes a table of the open data: its file name, its title, what one row represents, and its columns. The data dictionary, the
/// catalogue and the pages about the open data are generated from this description. The data files are written from the row records in
/// Data/Tables, whose properties must agree with the columns; ReadabilityGate stops the publication if they do not.
/// </summary>
public sealed record OpenDataFile(string Name, string Title, string Row, IReadOnlyList<OpenDataColumn> Columns)
{
    /// <summary>The address of the page that describes the table, such as /data/initiatives/.</summary>
    public string Href => $"{Links.Data.Href}{Name}/";

    /// <summary>The title of the page that describes the table. It ends in のデータ because Title alone is the title of another page.</summary>
    public string PageTitle => $"{Title}のデータ";

    /// <summary>The columns that JSON contains, each as a member of the row's object.</summary>
    public IEnumerable<OpenDataColumn> Members => Columns.Where(c => c.Forms.HasFlag(DataForms.Json));

    /// <summary>The columns that CSV and Excel contain.</summary>
    public IEnumerable<OpenDataColumn> Cells => Columns.Where(c => c.Forms.HasFlag(DataForms.Cells));
}
