using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>A cell to mark: its problems, the most severe first, and whether it gets a comment in addition to a coloured fill.</summary>
internal sealed record CellMark(CellAddress Address, IReadOnlyList<Problem> Problems, bool HasComment)
{
    public Severity Severity => Problems[0].Severity;
}

/// <summary>The cells to mark, grouped by sheet.</summary>
internal sealed partial class CellMarks
{
    // MostCells limits the marked cells; a cell counts once for each of its problems. Nobody corrects more cells, and the range of a single
    // problem could cover a whole sheet. MostComments limits the comments: with many more, Excel opens the file slowly.
    private const int MostCells = 50_000, MostComments = 2_000;

    // The maximum number of problems in all comments together. Each problem takes about thirty XML nodes, which stay in memory until the
    // workbook is written.
    private const int MostCommented = 10_000;

    private readonly Dictionary<string, Dictionary<CellAddress, CellMark>> bySheet = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether some marked cells have no comment because the maximum number of comments, or of problems in comments, was reached.
    /// </summary>
    public bool AreCut { get; private set; }

    public static CellMarks Of(IReadOnlyList<Problem> problems, IEnumerable<string> sheets)
    {
        var (marks, known) = (new CellMarks(), sheets.ToHashSet(StringComparer.Ordinal));
        var places = problems.OrderByDescending(p => p.Severity)
            .Where(p => EditedSheet.IsName(p.Sheet) && known.Contains(p.Sheet!))
            .SelectMany(p => CellsOf(p.Cell).Select(cell => (Problem: p, Place: (Sheet: p.Sheet!, Cell: cell))))
            .Take(MostCells);
        var commented = 0;
        foreach (var (index, cell) in places.GroupBy(p => p.Place, p => p.Problem).Index())
        {
            commented += cell.Count();
            marks.Add(cell.Key.Sheet, new(cell.Key.Cell, [.. cell], index < MostComments && commented <= MostCommented));
        }

        return marks;
    }

    public IReadOnlyDictionary<CellAddress, CellMark> On(string sheet) =>
        bySheet.TryGetValue(sheet, out var marks) ? marks : new Dictionary<CellAddress, CellMark>();

    /// <summary>
    /// Returns every cell of a list of addresses and ranges, such as B5 or B9–B12,A2:E4; none when the text is null or contains no cell
    /// address.
    /// </summary>
    public static IEnumerable<CellAddress> CellsOf(string? cells) => RangesOf(cells).SelectMany(r =>
        from row in Enumerable.Range(r.First.Row, r.Last.Row - r.First.Row + 1)
        from column in Enumerable.Range(r.First.Column, r.Last.Column - r.First.Column + 1)
        select new CellAddress(row, column));

    private static IEnumerable<CellRange> RangesOf(string? cells)
    {
        foreach (Match match in Ranges().Matches(cells ?? ""))
        {
            if (!CellAddress.TryParse(match.Groups["first"].ValueSpan, out var first))
                continue;
            if (!CellAddress.TryParse(match.Groups["last"].ValueSpan, out var last))
                last = first;
            yield return new(
                new(Math.Min(first.Row, last.Row), Math.Min(first.Column, last.Column)),
                new(Math.Max(first.Row, last.Row), Math.Max(first.Column, last.Column)));
        }
    }

    private void Add(string sheet, CellMark mark)
    {
        if (!bySheet.TryGetValue(sheet, out var marks))
            bySheet[sheet] = marks = [];
        marks[mark.Address] = mark;
        AreCut |= !mark.HasComment;
    }

    [GeneratedRegex(@"(?<first>[A-Z]{1,3}[0-9]{1,7})(?:[–:-](?<last>[A-Z]{1,3}[0-9]{1,7}))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Ranges();
}
