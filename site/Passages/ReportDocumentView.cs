using KawasakiServerless.Domain;

namespace KawasakiServerless.Site;

/// <summary>A document of the report with its passages, and the part of its address that is its own: 1-1 of 資料1-1.</summary>
public sealed record ReportDocumentView(string Code, string? Title, string Slug, EquatableList<Passage> Passages)
{
    public string Label => Title is null ? Code : $"{Code} {Title}";

    internal static IReadOnlyList<ReportDocumentView> AllOf(Report report)
    {
        var titles = report.Register.Documents.ToDictionary(d => d.Code, d => d.Title);
        var codes = report.Register.Documents.Select(d => d.Code).Concat(report.Passages.Select(p => p.Document)).Distinct().ToList();
        var passages = report.Passages.ToLookup(p => p.Document);
        List<ReportDocumentView> documents = [];
        foreach (var code in codes.Where(passages.Contains))
            documents.Add(new(code, titles.GetValueOrDefault(code), FreeSlug(code, documents), [.. passages[code]]));
        return documents;
    }

    private static string FreeSlug(string code, List<ReportDocumentView> taken)
    {
        var slug = SlugOf(code);
        return slug.Length > 0 && taken.TrueForAll(d => d.Slug != slug) ? slug : $"document-{Svg.Number(taken.Count + 1)}";
    }

    private static string SlugOf(string code) =>
        string.Concat(code.Fold().ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')).Trim('-');
}
