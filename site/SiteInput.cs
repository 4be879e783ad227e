using KawasakiServerless.Domain;

namespace KawasakiServerless.Site;

/// <summary>The input of the public site: the report of each released reporting year.</summary>
/// <param name="Newest">The report at the root of the site.</param>
/// <param name="Earlier">Newest first; each is published below its year.</param>
public sealed record SiteInput(Report Newest, EquatableList<Report> Earlier)
{
    /// <summary>
    /// The changes of this and of earlier publications; null where no history is recorded, as in a folder made by `build`.
    /// </summary>
    public History? History { get; init; }

    /// <summary>The published workbooks of the departments, of all years; the files themselves are not rendered.</summary>
    public EquatableList<PublishedWorkbook> Workbooks { get; init; } = [];

    /// <summary>Newest first.</summary>
    public IEnumerable<Report> Years => Earlier.Prepend(Newest);

    /// <summary>Takes reports in any order, at least one.</summary>
    public static SiteInput Of(IEnumerable<Report> reports)
    {
        var newestFirst = reports.OrderByDescending(r => r.ReportingYear).ToList();
        return new(newestFirst[0], [.. newestFirst.Skip(1)]);
    }
}
