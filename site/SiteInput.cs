using KawasakiServerless.Domain;

namespace KawasakiServerless.Site;

/// <summary>What the public site is made from: the report of each released reporting year.</summary>
/// <param name="Newest">Stands at the root of the site.</param>
/// <param name="Earlier">Newest first; each stands below its year.</param>
public sealed record SiteInput(Report Newest, EquatableList<Report> Earlier)
{
    /// <summary>What earlier publications changed, and this one; null where none is kept, as in a folder made by `build`.</summary>
    public History? History { get; init; }

    /// <summary>The departments' workbooks that readers may have, of any year; the files themselves are not rendered.</summary>
    public EquatableList<PublishedWorkbook> Workbooks { get; init; } = [];

    /// <summary>Newest first.</summary>
    public IEnumerable<Report> Years => Earlier.Prepend(Newest);

    /// <summary>Reports in any order, at least one.</summary>
    public static SiteInput Of(IEnumerable<Report> reports)
    {
        var newestFirst = reports.OrderByDescending(r => r.ReportingYear).ToList();
        return new(newestFirst[0], [.. newestFirst.Skip(1)]);
    }
}
