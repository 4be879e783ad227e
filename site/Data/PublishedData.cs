using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Data;

/// <summary>The open data of a reporting year: its tables, all of them as one workbook and as one archive, and since when they stand so.</summary>
internal sealed class PublishedData
{
    private static readonly DateTimeOffset NoUpload = DateTimeOffset.UnixEpoch;

    public PublishedData(Report report, string siteName)
    {
        Report = report;
        var tables = DataTableList.Of(report);
        Tables = [.. tables.Select(t => t.Table)];
        DataFile? workbook = null, archive = null;
        Parallel.Invoke(
            () => workbook = DataFile.Of(DataFile.Workbook, DataWorkbook.Write(tables, Modified)),
            () => archive = DataFile.Of(DataFile.Archive, DataArchive.Write(Tables, $"{siteName} {report.ReportingYear.Label} オープンデータ")));
        (Workbook, Archive) = (workbook!, archive!);
    }

    public Report Report { get; }

    public IReadOnlyList<PublishedTable> Tables { get; }

    public DataFile Workbook { get; }

    public DataFile Archive { get; }

    public IEnumerable<DataFile> Files => [.. Tables.SelectMany(t => t.Files), Workbook, Archive];

    /// <summary>The folder whose content does not change with the years: 2018.</summary>
    public string Year => Report.ReportingYear.Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>The first and the newest upload among those that make up the report; the beginning of time where there is none.</summary>
    public DateTimeOffset Issued => Report.Submissions.Select(s => s.SubmittedAt).DefaultIfEmpty(NoUpload).Min();

    public DateTimeOffset Modified => Report.Submissions.Select(s => s.SubmittedAt).DefaultIfEmpty(NoUpload).Max();
}
