using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Projects;

/// <summary>
/// Proposes records that may be one project: records that share a long part of a collaboration's name that few other records contain. A
/// person confirms the proposals in input/projects.yml; the site never links records that are not confirmed.
/// </summary>
internal static class ProjectProposals
{
    private const int ShortestPiece = 6, MostRecords = 8;

    public static IReadOnlyList<Project> Of(ReportView view)
    {
        List<(string Id, string Text)> texts =
            [.. view.Report.Records.All.Select(r => (r.Id, TextOf(r).Fold())).Where(t => t.Item2.Length >= ShortestPiece)];
        return
        [
            .. view.Report.Collaborations.Select(c => Of(c.Collaboration, texts)).OfType<Project>()
                .DistinctBy(p => string.Join(' ', p.Records.Order(StringComparer.Ordinal)))
                .Where(p => !view.Site.Content.Projects.Any(known => p.Records.All(known.Records.Contains))),
        ];
    }

    private static Project? Of(Collaboration collaboration, List<(string Id, string Text)> texts)
    {
        var name = collaboration.Name.Fold();
        foreach (var piece in Pieces(name))
        {
            List<string> holding = [.. texts.Where(t => t.Text.Contains(piece, StringComparison.Ordinal)).Select(t => t.Id)];
            if (holding.Count > MostRecords)
                return null;
            if (holding.Any(id => id != collaboration.Id))
                return new(piece, [.. holding.Where(id => id == collaboration.Id), .. holding.Where(id => id != collaboration.Id)]);
        }

        return null;
    }

    // The longest piece first, because a shorter piece within it is less specific.
    private static IEnumerable<string> Pieces(string name)
    {
        for (var length = name.Length; length >= ShortestPiece; length--)
        {
            for (var at = 0; at + length <= name.Length; at++)
                yield return name.Substring(at, length);
        }
    }

    // Outlines are left out, because they mention other projects in passing.
    private static string TextOf(Record record) => record switch
    {
        Initiative initiative => initiative.Text,
        Collaboration collaboration => collaboration.Name,
        WardActivity activity => $"{activity.Heading} {activity.Text}",
        _ => "",
    };
}
