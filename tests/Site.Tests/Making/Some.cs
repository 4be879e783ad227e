using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KawasakiServerless.Domain;
using Record = KawasakiServerless.Domain.Record;

namespace KawasakiServerless.Site.Tests;

/// <summary>Creates the objects that tests need.</summary>
internal static class Some
{
    public static DateTimeOffset UploadedAt => ReportOf2018.UploadedAt;

    public static SiteOptions Options { get; } = new(new Uri("http://localhost:7071/"));

    public static Report Report { get; } = ReportOf2018.Compose();

    public static Source Source { get; } = new("kenkofukushi", "2018-kenkofukushi-0001", "2018-健康福祉局.xlsx", "取組", "B5:H5", UploadedAt);

    public static Initiative Initiative(string text) => new("kenkofukushi-0001", Source, 1, "elderly", ["健康福祉局長寿社会部"], text);

    public static Indicator Indicator(params Figure[] figures) =>
        new("kenkofukushi-0001-1", Source, "kenkofukushi-0001", "配布部数", null, "部", false, [.. figures], []);

    public static Figure Figure(int year, decimal value) => Domain.Figure.Reported(FiscalYear.Of(year), value);

    public static Report ReportOf(params Record[] records) => Domain.Report.Compose(
        FiscalYear.Of(2018), Register.Of2018, [new("kenkofukushi", Source.Submission, UploadedAt, DepartmentRecords.Of(records))]);

    public static Task<IReadOnlyList<SiteFile>> SiteOfAsync(Report report) => SiteOfAsync(Options, report);

    public static Task<IReadOnlyList<SiteFile>> SiteOfAsync(SiteOptions options, params Report[] years) =>
        SiteRenderer.RenderAsync(SiteInput.Of(years), options, CancellationToken.None);

    public static Task<IReadOnlyList<SiteFile>> SiteOfAsync(SiteInput input) =>
        SiteRenderer.RenderAsync(input, Options, CancellationToken.None);

    public static string Html(this IEnumerable<SiteFile> files, string path) =>
        Encoding.UTF8.GetString(files.Single(f => f.Path == path).Bytes.Span);

    public static IHtmlDocument Page(this IEnumerable<SiteFile> files, string path) => new HtmlParser().ParseDocument(files.Html(path));

    /// <summary>The text as a reader sees it, with each run of white space as one space.</summary>
    public static string Words(this string? text) =>
        string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
