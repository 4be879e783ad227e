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
    /// <returns>For each line, whether it is nested: because it is indented further than others, or because its mark has a lower level. A
    /// list that does not begin with the mark of its outermost level was not marked by level.</returns>
    public static IEnumerable<bool> In(IReadOnlyList<(int? Level, int Indent)> lines)
    {
        var (outermost, least) = ((int?)null, LeastIndent(lines));
        foreach (var (at, (level, indent)) in lines.Index())
        {
            var begins = level >= 0 && outermost is null;
            outermost = level is null ? null : begins ? Outermost(lines.Skip(at), least) : outermost;
            yield return !begins && level >= 0 && (level > outermost || indent >= least + Step);
        }
    }

    private static int Outermost(IEnumerable<(int? Level, int Indent)> rest, int least)
    {
        var list = rest.TakeWhile(l => l.Level is not null).Where(l => l.Level >= 0).ToList();
        var levels = list.Where((l, i) => i == 0 || l.Indent < least + Step).Select(l => l.Level!.Value).ToList();
        return levels[0] == levels.Min() ? levels[0] : int.MaxValue;
    }

    // Leaves out the first line, because the spaces before the text of a cell are removed.
    private static int LeastIndent(IEnumerable<(int? Level, int Indent)> lines) =>
        lines.Skip(1).Where(l => l.Level >= 0).Select(l => l.Indent).DefaultIfEmpty(0).Min();

    private static int IndentOf(string line) => line.TakeWhile(char.IsWhiteSpace).Sum(c => c is '\u3000' or '\t' ? Step : 1);
}
