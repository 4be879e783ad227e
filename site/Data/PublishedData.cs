using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Records;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// The open data of a reporting year: the files of each table, all tables as one workbook and as one archive, and the times of the first
/// publication and of the latest change.
/// </summary>
internal sealed class PublishedData
{
    private static readonly DateTimeOffset NoUpload = DateTimeOffset.UnixEpoch;

    public PublishedData(ReportView view)
    {
        (View, Report) = (view, view.Report);
        var tables = OpenDataTable.AllOf(Report);
        Tables = [.. tables.Select(t => Dated(t.Table))];
        var readme = DataReadme.Of(this);
        Archive = DataFile.Of(DataFile.Archive, DataArchive.Write(this, readme));
        Workbook = DataFile.Of(DataFile.Workbook, DataWorkbook.Write([readme.Sheet, .. tables.Select(t => t.Sheet)], Modified));
        Wide = DataFile.Of(DataFile.Wide, DataWorkbook.Write(WideSheet.Name, WideSheet.Of(Report), Modified));
    }

    public ReportView View { get; }

    public Report Report { get; }

    /// <summary>The title, with the reporting year, such as 川崎市 地域包括ケアシステム 取組の報告 平成30（2018）年度 オープンデータ.</summary>
    public string Title => $"{View.Site.Settings.SiteName} {Report.ReportingYear.Label} オープンデータ";

    public IReadOnlyList<PublishedTable> Tables { get; }

    public DataFile Workbook { get; }

    /// <summary>The workbook with one row per indicator and one column per fiscal year, for human readers.</summary>
    public DataFile Wide { get; }

    public DataFile Archive { get; }

    public IEnumerable<DataFile> Files => [.. Tables.SelectMany(t => t.Files), Workbook, Wide, Archive];

    /// <summary>
    /// The name of the reporting year's folder in data/, such as 2018. Its content is always that of this reporting year, whereas
    /// data/latest/ contains the newest report.
    /// </summary>
    public string Year => Report.ReportingYear.Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The time of the year's first publication. If none is recorded, that of the earliest of the submissions in the report, or the Unix
    /// epoch for a report without submissions.
    /// </summary>
    public DateTimeOffset Issued =>
        View.FirstPublishedAt ?? Report.Submissions.Select(s => s.SubmittedAt).DefaultIfEmpty(NoUpload).Min();

    /// <summary>The time of the latest submission or of the latest publication that removed records; never before Issued.</summary>
    public DateTimeOffset Modified => Report.Submissions.Select(s => s.SubmittedAt)
        .Concat(Published(kind: null)).DefaultIfEmpty(NoUpload).Max();

    // The rows of a table do not tell that others were removed, which only the recorded publications do.
    private PublishedTable Dated(PublishedTable table)
    {
        if (table.Facts.Modified is not { } rows || PublishedKind.KindOf(table.Name) is not { } kind)
            return table;
        var latest = Published(kind).Select(DataTime.Of).Append(rows).Max(StringComparer.Ordinal);
        return table with { Facts = table.Facts with { Modified = latest } };
    }

    private IEnumerable<DateTimeOffset> Published(RecordKind? kind) =>
        new[] { View.FirstPublishedAt, View.LastRemovedAt(kind) }.OfType<DateTimeOffset>();
}
