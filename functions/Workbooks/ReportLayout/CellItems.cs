using System.Text;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>The items of the list in a cell of the report layout: each is one initiative or direction.</summary>
/// <param name="CutOff">The lines before the first item, which are the end of an item that begins in a cell above, before a page break;
/// null when there are none.</param>
/// <param name="Items">The items without their bullets. The lines of an item are separated by \n.</param>
/// <param name="Headings">The headings between the items. The table has no place for them, so they are reported and not read.</param>
internal sealed record CellItems(string? CutOff, IReadOnlyList<string> Items, IReadOnlyList<string> Headings)
{
    public static CellItems Of(string text)
    {
        var lines = new ItemLines(text);
        var before = lines.All.TakeWhile(l => !lines.BeginsItem(l) && !lines.IsHeading(l)).ToList();
        var (items, headings, isUnderHeading) = (new List<StringBuilder>(), new List<string>(), false);
        foreach (var line in lines.All.Skip(before.Count))
        {
            var isHeading = lines.IsHeading(line);
            if (isHeading)
                headings.Add(line);
            else if (isUnderHeading || lines.BeginsItem(line))
                items.Add(new(Bullets.Without(line)));
            else
                items[^1].Append('\n').Append(line);
            isUnderHeading = isHeading;
        }

        return new(before.Count == 0 ? null : string.Join('\n', before), [.. items.Select(i => i.ToString())], headings);
    }
}
