using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Passages;

/// <summary>A document of the report with its passages. Slug is the name of its folder in addresses, such as 1-1 for 資料1-1.</summary>
public sealed record ReportDocumentView(string Code, string? Title, string Slug, EquatableList<Passage> Passages)
{
    public string Label => Title is null ? Code : $"{Code} {Title}";

    internal static IReadOnlyList<ReportDocumentView> AllOf(Report report)
    {
        var titles = report.Register.Documents.ToDictionary(d => d.Code, d => d.Title);
        var codes = report.Register.Documents.Select(d => d.Code).Concat(report.Passages.Select(p => p.Document)).Distinct().ToList();
        var passages = report.Passages.ToLookup(p => p.Document);
        var slugs = new DocumentSlugs();
        return [.. codes.Where(passages.Contains)
            .Select(code => new ReportDocumentView(code, titles.GetValueOrDefault(code), slugs.Take(code), [.. passages[code]]))];
    }
}
