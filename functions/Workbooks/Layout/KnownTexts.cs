using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>Caches the findings of texts that recur in many rows: names of departments, text in place of figures.</summary>
internal sealed class KnownTexts
{
    // More or longer texts occur only in hostile workbooks, and checking them would take minutes.
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
