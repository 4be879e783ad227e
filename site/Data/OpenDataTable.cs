using KawasakiServerless.Domain;
using KawasakiServerless.Site.Catalogue;
using KawasakiServerless.Site.Records;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// A table of the open data: what is said of it, and how it is written from a report. A member that changes its meaning is a new member.
/// </summary>
internal sealed record OpenDataTable(OpenDataFile Description, Func<Report, WrittenTable> Write)
{
    private static readonly OpenDataTable DataDictionary = Of(
        new OpenDataFile(OpenDataColumns.Dictionary, "データ辞書", "1行が1つの列です。決まった値だけを取る列では、値ごとに1行です。", OpenDataColumns.DictionaryColumns),
        _ => DictionaryRow.All);

    /// <summary>Every table, in the order in which they are offered: those of each kind of record, then what their codes mean.</summary>
    public static IReadOnlyList<OpenDataTable> All { get; } =
        [.. RecordKinds.All.SelectMany(kind => PublishedKind.Of(kind).Tables), .. RegisterTables.All, DataDictionary];

    public static IReadOnlyList<OpenDataFile> Descriptions { get; } = [.. All.Select(t => t.Description)];

    /// <param name="description">What is said of the table.</param>
    /// <param name="objects">As the JSON has them.</param>
    /// <param name="rows">As CSV and Excel have them: a cell holds one datum, so a list is a table of its own.</param>
    public static OpenDataTable Of<T, TRow>(
        OpenDataFile description, Func<Report, IEnumerable<T>> objects, Func<Report, IEnumerable<TRow>> rows) =>
        new(description, report => WrittenTable.Of(description, objects(report), rows(report)));

    /// <summary>A table whose rows are the same in every format.</summary>
    public static OpenDataTable Of<T>(OpenDataFile description, Func<Report, IEnumerable<T>> rows) => Of(description, rows, rows);

    public static IReadOnlyList<WrittenTable> AllOf(Report report) =>
        [.. All.AsParallel().AsOrdered().Select(table => table.Write(report))];
}
