using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>
/// Finds the faults of the items of a cell that would be missed in the text of the whole cell: an unpaired bracket that one in another item
/// pairs, and an item after the first that looks like a formula.
/// </summary>
internal static class ItemFaults
{
    // Longer texts are examined as a whole. The items of a cell are far shorter.
    private const int Longest = 20_000;

    /// <summary>Returns the findings, each with the item that has the fault.</summary>
    /// <param name="column">The header of the column, for the texts of the findings.</param>
    public static IEnumerable<(Finding Finding, string Item)> In(string text, string column) =>
        text.Length == 0 ? []
        : (text.Length > Longest ? [text] : ItemsIn(text)).SelectMany(item =>
            (TextFaults.Of(Bullets.Without(item)) with { Cleaned = null, PrivateAt = 0 }).FindingsFor(column).Select(f => (f, item)));

    private static List<string> ItemsIn(string text)
    {
        var (lines, items) = (new ItemLines(text), new List<string>());
        foreach (var line in lines.All)
        {
            if (items.Count > 0 && !lines.BeginsItem(line) && !lines.IsHeading(line))
                items[^1] += $"\n{line}";
            else
                items.Add(line);
        }

        return items;
    }
}
