using System.Text;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>What a cell of the report layout holds: items, one under the other.</summary>
/// <param name="CutOff">Lines before the first item: the end of one that a page break cut.</param>
/// <param name="Items">Without their bullets; an item's further lines stay with it, separated by \n.</param>
internal sealed record CellItems(string? CutOff, IReadOnlyList<string> Items)
{
    public static CellItems Of(string text)
    {
        var lines = new ItemLines(text);
        var before = lines.All.TakeWhile(l => !lines.BeginsItem(l)).ToList();
        var items = new List<StringBuilder>();
        foreach (var line in lines.All.Skip(before.Count))
        {
            if (lines.BeginsItem(line))
                items.Add(new(Bullets.Without(line)));
            else
                items[^1].Append('\n').Append(line);
        }

        return new(before.Count == 0 ? null : string.Join('\n', before), [.. items.Select(i => i.ToString())]);
    }
}
