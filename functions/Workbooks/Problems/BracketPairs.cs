namespace KawasakiServerless.Workbooks.Problems;

/// <summary>The brackets used in Japanese texts, and the matching bracket for each.</summary>
internal static class BracketPairs
{
    public const string Openings = "「『（(【〔《〈", Closings = "」』）)】〕》〉";

    public static bool IsOpening(char bracket) => Openings.Contains(bracket, StringComparison.Ordinal);

    public static char Partner(char bracket) =>
        IsOpening(bracket)
            ? Closings[Openings.IndexOf(bracket, StringComparison.Ordinal)]
            : Openings[Closings.IndexOf(bracket, StringComparison.Ordinal)];
}
