using KawasakiServerless.Domain;
using KawasakiServerless.Local.CommandLine;

namespace KawasakiServerless.Local.Tests.CommandLine;

public sealed class ProblemReportTests
{
    private static readonly Problem[] Problems =
    [
        new("a", Severity.Error, null, null, null, "年度が違います。", "様式を確かめてください。"),
        new("b", Severity.Error, "視点別取組", "B2", "九", "一覧にない値です。", "一から五で書いてください。例：五"),
        new("b", Severity.Warning, "視点別取組", "AB12", "a\n\e[31mb", "備考があります。", "消してください。"),
        new("c", Severity.Info, "視点別取組", "A2–A5, A7–A9, A12–A15, A20", "とても長い文字列がここに書かれています", "ご参考まで。", "そのままで構いません。"),
    ];

    [Fact]
    public async Task TheProblemReportHasATableForEachSheetWithCountsAndVerdictLast() => Assert.Equal(
        """
        報告.xlsx

          （ブック全体）
            重さ  セル  入力  指摘と直し方
            誤り              年度が違います。
                              → 様式を確かめてください。

          視点別取組
            重さ  セル  入力                         指摘と直し方
            誤り  B2    九                           一覧にない値です。
                                                     → 一から五で書いてください。
                                                       例：五
            注意  AB12  a  [31mb                     備考があります。
                                                     → 消してください。
            参考  A2–A5, A7–A9, A12–A15, A20
                        とても長い文字列がここに書…  ご参考まで。
                                                     → そのままで構いません。

        取組 0　指標 0　課題と今後の方向性 0　連携取組 0　区の取組 0　活動統計 0　本文 0
        誤り 2件　注意 1件　参考 1件
        誤りが2件あり、受け付けられません。

        """.ReplaceLineEndings("\n"),
        await PrintAsync(Ink.None, Problems));

    [Fact]
    public async Task TheProblemReportColoursProblemsBySeverity()
    {
        var printed = await PrintAsync(Ink.Coloured, Problems);

        Assert.Contains("\e[1;31m誤り\e[0m  B2", printed, StringComparison.Ordinal);
        Assert.Contains("\e[1;33m注意\e[0m  AB12", printed, StringComparison.Ordinal);
        Assert.EndsWith("\e[1;31m誤りが2件あり、受け付けられません。\e[0m\n", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheReportOfAWorkbookWithoutProblemsHasOnlyCountsAndVerdict() =>
        Assert.Equal("報告.xlsx\n\n取組 0　指標 0　課題と今後の方向性 0　連携取組 0　区の取組 0　活動統計 0　本文 0\n受け付けられます。\n", await PrintAsync(Ink.None));

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("1", null, false)]
    [InlineData("", null, true)]
    [InlineData(null, "dumb", false)]
    public void ColoursAreUsedUnlessNoColorIsSetOrTheTerminalIsDumb(string? noColour, string? terminal, bool isColoured) =>
        Assert.Equal(isColoured, Ink.ForTerminal(name => name == "NO_COLOR" ? noColour : terminal) == Ink.Coloured);

    [Theory]
    [InlineData("地域包括", 8, "地域包括")]
    [InlineData("地域包括ケア", 8, "地域包括|ケア")]
    [InlineData("地域包括、ケア。", 8, "地域包括、|ケア。")]
    [InlineData("地域包「括」ケア", 8, "地域包|「括」ケ|ア")]
    [InlineData("", 8, "")]
    public void ALongTextIsNeverBrokenBeforeAClosingSign(string text, int width, string lines) =>
        Assert.Equal(lines, string.Join('|', DisplayText.Wrap(text, width)));

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("地域包括", 8)]
    [InlineData("ｱｲｳ", 3)]
    [InlineData("Ｈ２９", 6)]
    [InlineData("か\u3099", 2)]
    [InlineData("𠮷", 2)]
    [InlineData("B9–B12", 6)]
    public void TheWidthOfATextIsItsWidthInATerminal(string text, int width) => Assert.Equal(width, DisplayText.WidthOf(text));

    private static async Task<string> PrintAsync(Ink ink, params Problem[] problems)
    {
        using var output = new StringWriter { NewLine = "\n" };
        await new ProblemReport(ink)
            .WriteAsync(new("zaisei", null, null, false, DepartmentRecords.Empty, [.. problems], null), "報告.xlsx", output);
        return output.ToString();
    }
}
