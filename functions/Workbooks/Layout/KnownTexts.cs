using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>Remembers what was found in texts that are few and stand in many rows: names of departments, words for figures.</summary>
internal sealed class KnownTexts
{
    // More, or longer ones, are in no honest workbook, and would take minutes.
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
