using KawasakiServerless.Workbooks.Layout;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>
/// Decides whether a typed word is a certain name (such as that of a department) with exactly one typing error: one character is missing,
/// typed twice, swapped with its neighbour, or replaced by one that looks or sounds alike.
/// </summary>
internal static class TypingSlip
{
    // Shorter names are not compared, because they are too similar: 幸区 and 東区 differ in one character but are different places.
    private const int Shortest = 4;

    // Groups of characters that are mistaken for each other. 市, 区, 県 and similar suffixes are not listed, because changing them yields a
    // different valid name.
    private static readonly string[] Alike =
        ["祉社", "健建", "録緑縁", "剤済斉", "境鏡", "働動", "説設", "努務", "施旋", "育盲", "宮官", "原源", "麻磨", "経径", "労務", "総統惣", "画書"];

    /// <param name="typed">The input, normalized by FoldHeader, which also removes all spaces.</param>
    /// <param name="name">The name, normalized by FoldHeader.</param>
    public static bool Is(string typed, string name) =>
        typed != name && name.Length >= Shortest && Math.Abs(typed.Length - name.Length) <= 1
        && (LeavesOneOut(typed, name) || (LeavesOneOut(name, typed) && HasTwice(typed, name)) || TakesOneForAnother(typed, name)
            || SwapsTwo(typed, name));

    /// <summary>
    /// Returns the name that the input matches, exactly or with one typing error; null when it matches none or several of the names.
    /// </summary>
    public static string? Of(string typed, IEnumerable<string> names)
    {
        var folded = TemplateColumn.FoldHeader(typed).Trim('「', '」', '『', '』', '"', '。', '、', '(', ')');
        var meant = names.Where(n => TemplateColumn.FoldHeader(n) is var name && (name == folded || Is(folded, name)))
            .Distinct(StringComparer.Ordinal).Take(2).ToList();
        return meant is [var only] ? only : null;
    }

    private static bool LeavesOneOut(string shorter, string longer) =>
        longer.Length == shorter.Length + 1 && Enumerable.Range(0, longer.Length).Any(i => longer.Remove(i, 1) == shorter);

    private static bool HasTwice(string typed, string name) =>
        Enumerable.Range(1, typed.Length - 1).Any(i => typed[i] == typed[i - 1] && typed.Remove(i, 1) == name);

    private static bool TakesOneForAnother(string typed, string name) =>
        typed.Length == name.Length
        && Enumerable.Range(0, name.Length).Where(i => typed[i] != name[i]).ToList() is [var at]
        && Array.Exists(Alike, a => a.Contains(typed[at], StringComparison.Ordinal) && a.Contains(name[at], StringComparison.Ordinal));

    private static bool SwapsTwo(string typed, string name) =>
        typed.Length == name.Length
        && Enumerable.Range(0, name.Length).Where(i => typed[i] != name[i]).ToList() is [var first, var second]
        && second == first + 1 && typed[first] == name[second] && typed[second] == name[first]
        && !char.IsAsciiDigit(typed[first]) && !char.IsAsciiDigit(typed[second]);
}
