using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Projects;

/// <summary>
/// Proposes groups of records that may describe the same project: a collaboration and the records that contain the longest possible part of
/// its name, at least six consecutive characters. If more than 8 records contain this part, no group is proposed. A person confirms a
/// proposal by adding it to input/projects.yml. The site links only confirmed records.
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

    // All substrings of a collaboration's name with six or more characters, the longest first, because a longer substring in common is
    // stronger evidence that records describe the same project.
    private static IEnumerable<string> Pieces(string name)
    {
        for (var length = name.Length; length >= ShortestPiece; length--)
        {
            for (var at = 0; at + length <= name.Length; at++)
                yield return name.Substring(at, length);
        }
    }

    // The text of a record that is searched. The outline of a collaboration is not searched, because outlines mention other projects too.
    private static string TextOf(Record record) => record switch
    {
        Initiative initiative => initiative.Text,
        Collaboration collaboration => collaboration.Name,
        WardActivity activity => $"{activity.Heading} {activity.Text}",
        _ => "",
    };
}
