namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>Finds the lines of a list within a cell that are nested below an item, by their marks or by their indentation.</summary>
internal static class NestedLines
{
    // The width of a full-width space. A single half-width space before a mark is usually a typing error.
    private const int Step = 2;

    /// <summary>Returns the lines of a cell without blank ones, each with the width of the spaces before it.</summary>
    public static (string Text, int Indent)[] Split(string text) =>
        [.. text.Split('\n').Select(l => (Text: l.Trim(), Indent: IndentOf(l))).Where(l => l.Text.Length > 0)];

    /// <param name="lines">The lines with their levels, 0 for the outermost. A line without a mark has the level -1, and a heading has
    /// none; a new list begins after it.</param>
    /// <returns>For each line, whether it is nested. No line is nested in a list that does not begin with its outermost level, because
    /// such marks were not chosen by level.</returns>
    public static IEnumerable<bool> In(IReadOnlyList<(int? Level, int Indent)> lines)
    {
        var (outermost, least) = ((int?)null, LeastIndent(lines));
        foreach (var (at, (level, indent)) in lines.Index())
        {
            var begins = level >= 0 && outermost is null;
            outermost = level is null ? null : begins ? Outermost(lines.Skip(at)) : outermost;
            yield return !begins && level >= 0 && (level > outermost || (level == outermost && indent >= least + Step));
        }
    }

    private static int Outermost(IEnumerable<(int? Level, int Indent)> rest)
    {
        var levels = rest.Select(l => l.Level).TakeWhile(l => l is not null).Where(l => l >= 0).Select(l => l!.Value).ToList();
        return levels[0] == levels.Min() ? levels[0] : int.MaxValue;
    }

    // Leaves out the first line, because the spaces before the text of a cell are removed.
    private static int LeastIndent(IEnumerable<(int? Level, int Indent)> lines) =>
        lines.Skip(1).Where(l => l.Level >= 0).Select(l => l.Indent).DefaultIfEmpty(0).Min();

    private static int IndentOf(string line) => line.TakeWhile(char.IsWhiteSpace).Sum(c => c is '\u3000' or '\t' ? Step : 1);
}
