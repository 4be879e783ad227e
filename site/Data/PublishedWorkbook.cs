using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Data;

/// <summary>A copy of the workbook that a department submitted, published for download (提出ファイルの写し).</summary>
/// <param name="Length">The size of the copy in bytes.</param>
public sealed record PublishedWorkbook(FiscalYear ReportingYear, string Department, long Length)
{
    /// <summary>
    /// The path of the file in the site, such as data/2018/workbooks/kankyo.xlsx. It is the same for every submission of the department.
    /// </summary>
    public string Path => PathOf(ReportingYear, Department);

    public string Href => $"/{Path}";

    /// <summary>The folder of a year's workbooks, such as data/2018/workbooks/.</summary>
    public static string FolderOf(FiscalYear year) => string.Create(CultureInfo.InvariantCulture, $"data/{year.Year}/workbooks/");

    public static string PathOf(FiscalYear year, string department) => FolderOf(year) + NameOf(department);

    public SiteFile FileOf(byte[] copy) => OpenData.File(FolderOf(ReportingYear), NameOf(Department), copy);

    private static string NameOf(string department) => $"{department}.xlsx";
}
