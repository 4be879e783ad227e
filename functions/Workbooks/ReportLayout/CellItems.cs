using System.Text;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>The items in a cell of the report layout, one below the other.</summary>
/// <param name="CutOff">The lines before the first item: the end of an item that a page break cut off.</param>
/// <param name="Items">The items without their bullets; further lines of an item are appended with \n.</param>
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
