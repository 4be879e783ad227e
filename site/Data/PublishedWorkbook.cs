using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;

namespace KawasakiServerless.Site;

/// <summary>The published copy of the workbook that a department submitted (提出ファイルの写し).</summary>
/// <param name="Length">In bytes.</param>
public sealed record PublishedWorkbook(FiscalYear ReportingYear, string Department, long Length)
{
    /// <summary>Without a leading slash: data/2018/workbooks/kankyo.xlsx. New submissions do not change it.</summary>
    public string Path => PathOf(ReportingYear, Department);

    public string Href => $"/{Path}";

    /// <summary>The folder of a year's workbooks: data/2018/workbooks/.</summary>
    public static string FolderOf(FiscalYear year) => string.Create(CultureInfo.InvariantCulture, $"data/{year.Year}/workbooks/");

    public static string PathOf(FiscalYear year, string department) => FolderOf(year) + NameOf(department);

    public SiteFile FileOf(byte[] copy) => OpenData.File(FolderOf(ReportingYear), NameOf(Department), copy);

    private static string NameOf(string department) => $"{department}.xlsx";
}
