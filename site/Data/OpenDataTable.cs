using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data.Tables;
using KawasakiServerless.Site.DataDictionary;
using KawasakiServerless.Site.Records;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// A table of the open data: its description, and the function that writes it from a report. Programs of other people rely on the columns,
/// so never change the meaning of a column; add a column with a new name instead.
/// </summary>
internal sealed record OpenDataTable(OpenDataFile Description, Func<Report, WrittenTable> Write)
{
    private static readonly OpenDataTable DataDictionary = Of(
        new OpenDataFile(OpenDataColumns.Dictionary, "データ辞書", "1行が1つの列です。決まった値だけを取る列では、値ごとに1行です。", OpenDataColumns.DictionaryColumns),
        _ => DictionaryRow.All);

    /// <summary>
    /// All tables in the order in which the site lists them: first the tables of each kind of record, then the tables that explain the
    /// codes in the records, then the data dictionary.
    /// </summary>
    public static IReadOnlyList<OpenDataTable> All { get; } =
        [.. PublishedKind.All.SelectMany(kind => kind.Tables), .. RegisterTables.All, DataDictionary];

    public static IReadOnlyList<OpenDataFile> Descriptions { get; } = [.. All.Select(t => t.Description)];

    /// <summary>The descriptions of the tables and of the README, which is a sheet of the open-data workbook.</summary>
    public static IReadOnlyList<OpenDataFile> SheetDescriptions { get; } = [.. Descriptions, DataReadme.Description];

    /// <param name="description">The description of the table.</param>
    /// <param name="objects">Returns the objects of the JSON array.</param>
    /// <param name="rows">Returns the rows of CSV and Excel. Rows contain no lists, because a cell can have only one value: each list is a
    /// separate table.</param>
    public static OpenDataTable Of<T, TRow>(
        OpenDataFile description, Func<Report, IEnumerable<T>> objects, Func<Report, IEnumerable<TRow>> rows) =>
        new(description, report => WrittenTable.Of(description, objects(report), rows(report)));

    /// <summary>Creates a table whose rows are written both as the objects of JSON and as the rows of CSV and Excel.</summary>
    public static OpenDataTable Of<T>(OpenDataFile description, Func<Report, IEnumerable<T>> rows) => Of(description, rows, rows);

    public static IReadOnlyList<WrittenTable> AllOf(Report report) => ParallelWork.Each(All, table => table.Write(report));
}
