using System.Text;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>What a cell of the report layout holds: items, one under the other.</summary>
/// <param name="CutOff">Lines before the first item: the end of one that a page break cut.</param>
/// <param name="Items">Without their bullets; an item's further lines stay with it, separated by \n.</param>
internal sealed record CellItems(string? CutOff, IReadOnlyList<string> Items)
{
    public static CellItems Of(string text)
    {
        var lines = Bullets.LinesOf(text);
        var isBulleted = Array.Exists(lines, Bullets.IsAt);
        var before = lines.TakeWhile(l => !Bullets.BeginsItem(l, isBulleted)).ToList();
        var items = new List<StringBuilder>();
        foreach (var line in lines.Skip(before.Count))
        {
            if (Bullets.BeginsItem(line, isBulleted))
                items.Add(new(Bullets.Without(line)));
            else
                items[^1].Append('\n').Append(line);
        }

        return new(before.Count == 0 ? null : string.Join('\n', before), [.. items.Select(i => i.ToString())]);
    }
}
