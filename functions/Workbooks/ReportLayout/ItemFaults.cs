using System.Text;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>
/// Finds the faults of the items of a cell that would be missed in the text of the whole cell: an unpaired bracket that one in another item
/// pairs, and an item after the first that looks like a formula.
/// </summary>
internal static class ItemFaults
{
    /// <summary>Returns the findings, each with the item that has the fault.</summary>
    /// <param name="column">The header of the column, for the texts of the findings.</param>
    public static IEnumerable<(Finding Finding, string Item)> In(string text, string column) =>
        text.Length == 0 ? []
        : (text.Contains('\n', StringComparison.Ordinal) ? ItemsIn(text) : [text])
            .SelectMany(item => FaultsOf(item).FindingsFor(column).Select(f => (f, item)));

    // The characters are checked in the whole cell.
    private static TextFaults FaultsOf(string item) =>
        TextFaults.Of(Bullets.Without(item)) with { HidesCharacters = false, PrivateAt = 0 };

    private static IEnumerable<string> ItemsIn(string text)
    {
        var (lines, items) = (new ItemLines(text), new List<StringBuilder>());
        foreach (var line in lines.All)
        {
            if (items.Count > 0 && !lines.BeginsItem(line) && !lines.IsHeading(line))
                items[^1].Append('\n').Append(line);
            else
                items.Add(new(line));
        }

        return items.Select(i => i.ToString());
    }
}
