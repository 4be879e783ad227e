using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Problems;

/// <summary>The Japanese texts of findings about columns of figures whose header does not name a year clearly.</summary>
internal static class YearHeaderFindings
{
    /// <param name="meant">The label of the fiscal year that was probably intended, such as 平成28年度.</param>
    public static Finding WithoutEra(string header, string meant) => ProblemKinds.NotAYear.Say(
        $"見出し「{Excerpt.Of(header)}」は年度として読み取れません。",
        $"元号を付けるか、西暦で書いてください。例：{meant}");

    /// <summary>For a header that begins with a year but also says something else, such as 平成28年度上半期.</summary>
    public static Finding WithOtherWords(string header, string meant) => ProblemKinds.NotAYear.Say(
        $"見出し「{Excerpt.Of(header)}」は年度として読み取れません。",
        $"一つの列に一年度の数値を書き、見出しは年度だけにしてください。例：{meant}");

    /// <summary>For a header that is a date.</summary>
    public static Finding Day(string header, string meant) => IsDate(
        header, $"その日が含まれる年度の数値であれば、見出しを年度だけにしてください。例：{meant}");

    /// <summary>For a header that is the first day of a fiscal year, such as H28.4.1.</summary>
    public static Finding FirstDay(string header, FiscalYear year) => IsDate(
        header,
        $"{year.EraLabel}の数値であれば「{year.EraLabel}」、前の年度の末の数値であれば「{year.Previous.EraLabel}」とだけ書いてください。例：{year.EraLabel}");

    private static Finding IsDate(string header, string remedy) => ProblemKinds.NotAYear.Say(
        $"見出し「{Excerpt.Of(header)}」は日付のため、年度として読み取れません。", remedy);
}
