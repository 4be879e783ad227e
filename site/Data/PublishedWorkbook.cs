using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;

namespace KawasakiServerless.Site;

/// <summary>The workbook that a department submitted, as readers may have it (提出ファイルの写し).</summary>
/// <param name="Length">In bytes.</param>
public sealed record PublishedWorkbook(FiscalYear ReportingYear, string Department, long Length)
{
    /// <summary>Without a leading slash: data/2018/workbooks/kankyo.xlsx. It stays while submissions come and go.</summary>
    public string Path => PathOf(ReportingYear, Department);

    public string Href => $"/{Path}";

    /// <summary>Where the workbooks of a year stand: data/2018/workbooks/.</summary>
    public static string FolderOf(FiscalYear year) => string.Create(CultureInfo.InvariantCulture, $"data/{year.Year}/workbooks/");

    public static string PathOf(FiscalYear year, string department) => FolderOf(year) + NameOf(department);

    public SiteFile FileOf(byte[] copy) => OpenData.File(FolderOf(ReportingYear), NameOf(Department), copy);

    private static string NameOf(string department) => $"{department}.xlsx";
}
