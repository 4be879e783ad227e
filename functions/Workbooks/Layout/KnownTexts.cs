using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>
/// Caches the results of a check, with the checked text as the key, because the same texts recur in many rows of a sheet, such as names of
/// departments and words in place of figures.
/// </summary>
internal sealed class KnownTexts
{
    // Only hostile workbooks contain more different texts or longer ones. The texts beyond these limits are not checked, because that would
    // take minutes.
    private const int Most = 5_000, LongestText = 500;

    private readonly Dictionary<string, Finding?> known = new(StringComparer.Ordinal);

    public static KnownTexts Of(object kind, LayoutContext context) => context.Once(kind, _ => new KnownTexts());

    public Finding? Check(string text, Func<Finding?> check)
    {
        if (text.Length > LongestText)
            return null;
        if (!known.TryGetValue(text, out var finding) && known.Count < Most)
            known[text] = finding = check();
        return finding;
    }
}
