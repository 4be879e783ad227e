using KawasakiServerless.Domain;
using KawasakiServerless.Site.Catalogue;
using KawasakiServerless.Site.Records;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// A table of the open data: its description, and how it is written from a report. If the meaning of a member changes, it becomes a new
/// member.
/// </summary>
internal sealed record OpenDataTable(OpenDataFile Description, Func<Report, WrittenTable> Write)
{
    private static readonly OpenDataTable DataDictionary = Of(
        new OpenDataFile(OpenDataColumns.Dictionary, "データ辞書", "1行が1つの列です。決まった値だけを取る列では、値ごとに1行です。", OpenDataColumns.DictionaryColumns),
        _ => DictionaryRow.All);

    /// <summary>
    /// All tables in the order in which the site offers them: first the tables of each kind of record, then the tables that explain their
    /// codes.
    /// </summary>
    public static IReadOnlyList<OpenDataTable> All { get; } =
        [.. RecordKinds.All.SelectMany(kind => PublishedKind.Of(kind).Tables), .. RegisterTables.All, DataDictionary];

    public static IReadOnlyList<OpenDataFile> Descriptions { get; } = [.. All.Select(t => t.Description)];

    /// <param name="description">The description of the table.</param>
    /// <param name="objects">The objects of the JSON.</param>
    /// <param name="rows">The rows of CSV and Excel: a cell holds one value, so a list becomes a separate table.</param>
    public static OpenDataTable Of<T, TRow>(
        OpenDataFile description, Func<Report, IEnumerable<T>> objects, Func<Report, IEnumerable<TRow>> rows) =>
        new(description, report => WrittenTable.Of(description, objects(report), rows(report)));

    /// <summary>A table whose rows are the same in every format.</summary>
    public static OpenDataTable Of<T>(OpenDataFile description, Func<Report, IEnumerable<T>> rows) => Of(description, rows, rows);

    public static IReadOnlyList<WrittenTable> AllOf(Report report) =>
        [.. All.AsParallel().AsOrdered().Select(table => table.Write(report))];
}
