using System.Globalization;
using System.Security;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests;

/// <summary>How the contents that departments type into the cell of a figure are read.</summary>
public sealed class FigureCellTests
{
    [Theory]
    [InlineData("実施")]
    [InlineData("検討中")]
    [InlineData("第4次計画策定")]
    [InlineData("ﾊﾟﾝﾌﾚｯﾄを作成")]
    [InlineData("𠮷野家と協定")]
    public void WordsInAFigureCellAreKeptAsText(string typed)
    {
        var reading = Read("人", typed);
        Assert.Empty(reading.Problems);
        Assert.Equal(Figure.InWords(FiscalYear.Of(2016), typed), FigureIn(reading));
    }

    [Theory]
    [InlineData("約92", "およその数や合わせた数のため", "92")]
    [InlineData("１，０００部以上", "およその数や合わせた数のため", "1000")]
    [InlineData("延べ500人", "およその数や合わせた数のため", "500")]
    [InlineData("90～95", "範囲のため", "95")]
    [InlineData("90-95", "範囲のため", "95")]
    [InlineData("3〜5回", "範囲のため", "5")]
    [InlineData("35→37", "一つの数として読み取れないため", "37")]
    [InlineData("1億2千万", "一つの数として読み取れないため", "120000000")]
    [InlineData("3万", "一つの数として読み取れないため", "30000")]
    [InlineData("92?", "一つの数として読み取れないため", "92")]
    [InlineData("1,00", "一つの数として読み取れないため", "1000")]
    [InlineData("1e3", "一つの数として読み取れないため", "1000")]
    [InlineData("検討中 7", "一つの数として読み取れないため", "7")]
    [InlineData("3回実施", "一つの数として読み取れないため", "3")]
    [InlineData("H28：5", "一つの数として読み取れないため", "1000")]
    [InlineData("92人（延べ）", "一つの数として読み取れないため", "92")]
    [InlineData("4月1日と10月1日", "一つの数として読み取れないため", "1000")]
    [InlineData("13:30", "一つの数として読み取れないため", "1000")]
    [InlineData("H28実績5", "一つの数として読み取れないため", "1000")]
    [InlineData("1O0", "一つの数として読み取れないため", "1000")]
    [InlineData("5(注1)", "一つの数として読み取れないため", "5")]
    [InlineData("12 *2", "一つの数として読み取れないため", "12")]
    [InlineData("三十", "一つの数として読み取れないため", "30")]
    [InlineData("二千三百五", "一つの数として読み取れないため", "2305")]
    [InlineData("百二十人", "一つの数として読み取れないため", "120")]
    [InlineData("三万二千人", "一つの数として読み取れないため", "32000")]
    [InlineData("三回", "一つの数として読み取れないため", "3")]
    [InlineData("二〇", "一つの数として読み取れないため", "20")]
    [InlineData("約三百", "およその数や合わせた数のため", "300")]
    public void AFigureThatIsNotOneNumberIsKeptAsTextWithAWarning(string typed, string why, string example)
    {
        var reading = Expect.Only(
            Read("人", typed),
            new("figure-in-doubt", Severity.Warning, "視点別取組", "E2",
                typed, $"「{typed.Replace('\n', ' ')}」は{why}、文章のまま扱います。", $"数値として公開したいときは、この年度の数を一つだけ書き、「約」などの言葉は「備考」に書いてください。例：{example}"));
        Assert.Equal(Figure.InWords(FiscalYear.Of(2016), typed), FigureIn(reading));
    }

    [Theory]
    [InlineData("3回・50人", "「3」「50」", "3")]
    [InlineData("5/1", "「5」「1」", "5")]
    [InlineData("10人\n20人", "「10」「20」", "10")]
    [InlineData("120\n130", "「120」「130」", "120")]
    [InlineData("60.9%・79.6%", "「60.9」「79.6」", "60.9")]
    [InlineData("川崎1,200人、幸800人、中原5人", "「1200」「800」「5」", "1200")]
    public void SeveralNumbersInAFigureCellAreQuotedSoThatOneIsChosen(string typed, string numbers, string example)
    {
        var reading = Expect.Only(
            Read("人", typed),
            new("figure-in-doubt", Severity.Warning, "視点別取組", "E2",
                typed, $"「{typed.Replace('\n', ' ')}」は一つの数として読み取れないため、文章のまま扱います。", $"数値として公開したいときは、{numbers}のうちこの指標の数を一つだけ書き、ほかの数は行を分けて別の指標にしてください。例：{example}"));
        Assert.Equal(Figure.InWords(FiscalYear.Of(2016), typed), FigureIn(reading));
    }

    [Theory]
    [InlineData("1、000", "1000")]
    [InlineData("5①", "5")]
    [InlineData("5¹", "5")]
    [InlineData("25¹", "25")]
    [InlineData("(注)5", "5")]
    [InlineData("2018/6/1現在", "1000")]
    [InlineData("2018/6/1現在 5人", "5")]
    public void TheExampleForAFigureIsTheNumberThatWasProbablyMeant(string typed, string example)
    {
        var problem = Assert.Single(Read("人", typed).Problems);

        Assert.Equal("figure-in-doubt", problem.Code);
        Assert.EndsWith($"例：{example}", problem.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("－")]
    [InlineData("―")]
    [InlineData("*")]
    [InlineData("N/A")]
    [InlineData("○")]
    [InlineData("〇")]
    [InlineData("∞")]
    public void SignsAndLatinLettersInAFigureCellAreKeptAsTextWithAWarning(string typed)
    {
        var reading = Expect.Only(
            Read("人", typed),
            new("figure-in-words", Severity.Warning, "視点別取組", "E2",
                typed, "「平成28（2016）年度」は数値ではないため、文字のまま扱います。", "数値のときは数字だけを書いてください。その年度に当てはまらないときは「対象外」と書き、まだ分からないときは空のままにしてください。例：対象外"));
        Assert.Equal(Figure.InWords(FiscalYear.Of(2016), typed), FigureIn(reading));
    }

    [Theory]
    [InlineData("t=\"b\"", "1", "TRUE")]
    [InlineData("t=\"b\"", "0", "FALSE")]
    [InlineData("t=\"str\"", "TRUE", "TRUE")]
    public void ATruthValueInAFigureCellIsAnError(string attributes, string value, string found) => Expect.Only(
        Read("人", new RawCell(attributes, $"<v>{value}</v>")),
        new("not-a-number", Severity.Error, "視点別取組", "E2",
            found, "「平成28（2016）年度」がTRUE又はFALSE（論理値）になっています。", "数字を入力し直してください。行ったかどうかを示すときは、文字で書いてください。例：実施"));

    [Theory]
    [InlineData("NaN")]
    [InlineData("1e400")]
    [InlineData("-1E+999")]
    [InlineData("Infinity")]
    [InlineData("1e20")]
    public void AnInvalidOrTooLargeNumberInAFigureCellIsAnError(string value)
    {
        var asNumber = Assert.Single(Read("人", new RawCell("", $"<v>{value}</v>")).Problems);
        Assert.Equal(("not-a-number", Severity.Error, "E2"), (asNumber.Code, asNumber.Severity, asNumber.Cell));
        Expect.Only(
            Read("人", value),
            new("not-a-number", Severity.Error, "視点別取組", "E2",
                value, "「平成28（2016）年度」が、数値として扱える大きさを超えているか、数値として計算できていません。", "桁数や計算式を確かめ、数字だけを書いてください。例：1000"));
    }

    [Fact]
    public void APercentageGivesAnIndicatorWithoutAUnitTheUnitPercent()
    {
        foreach (var typed in Percentages)
        {
            var reading = Read(null, typed);
            Assert.Empty(reading.Problems);
            Assert.Equal(("%", 45.9m), (reading.Records.Indicators[0].Unit, FigureIn(reading).Value));
        }
    }

    [Fact]
    public void APercentageForAnIndicatorWithAnotherUnitIsAWarning()
    {
        foreach (var typed in Percentages)
        {
            var problem = Assert.Single(Read("人", typed).Problems);
            Assert.Equal(
                ("unit-differs", Severity.Warning, "E2", "45.9%", "「平成28（2016）年度」に「%」が付いていますが、「単位」は「人」です。"),
                (problem.Code, problem.Severity, problem.Cell, problem.Found, problem.Message));
            Assert.Empty(Read("％", typed).Problems);
            Assert.Empty(Read("パーセント", typed).Problems);
        }
    }

    [Theory]
    [InlineData("0\"人\"", 52, "人", 52)]
    [InlineData("#,##0\"人\"", 1234, "名", 1234)]
    [InlineData("0\"人\";▲0\"人\"", 52, "人（延べ）", 52)]
    [InlineData("0\"か所\"", 52, "箇所", 52)]
    [InlineData("0\"千円\"", 52, "千円", 52)]
    [InlineData("0\"%\"", 52, "％", 52)]
    [InlineData("0%", 0.52, "%", 52)]
    [InlineData("0.#", 52, "人", 52)]
    [InlineData("¥#,##0", 52345, "円", 52345)]
    [InlineData("[$￥-411]#,##0;▲[$￥-411]#,##0", -52345, "円", -52345)]
    [InlineData("#,##0_);(#,##0)", -52345, "円", -52345)]
    [InlineData("0\"人\"", 52, null, 52)]
    public void AUnitShownByTheNumberFormatIsAcceptedIfItFitsTheIndicator(string format, double stored, string? unit, decimal value)
    {
        var reading = Read(unit, stored, format);
        Assert.Empty(reading.Problems);
        Assert.Equal((value, unit ?? "人"), (FigureIn(reading).Value, reading.Records.Indicators[0].Unit));
    }

    [Theory]
    [InlineData("0\"人\"", 52, "件", "52人", "人")]
    [InlineData("0\"千円\"", 52, "円", "52千円", "千円")]
    [InlineData("0%", 0.52, "人", "52%", "%")]
    [InlineData("¥#,##0", 52345, "千円", "¥52,345", "円")]
    public void AUnitShownByTheNumberFormatIsAWarningIfTheIndicatorHasAnother(
        string format, double stored, string unit, string found, string shown) => Expect.Only(
        Read(unit, stored, format),
        new(
            "unit-differs", Severity.Warning, "視点別取組", "E2", found, $"「平成28（2016）年度」に「{shown}」が付いていますが、「単位」は「{unit}」です。",
            $"「単位」を「{shown}」にするか、数字だけを書いてください。表示形式で付けているときは、表示形式を「標準」に戻してください。例：{shown}"));

    [Theory]
    [InlineData("#,##0,\"千円\"", 52345, "千円")]
    [InlineData("0\"千\"", 52, "人")]
    [InlineData("0\"歳以上\"", 65, "歳")]
    public void AFigureWhoseNumberFormatShowsMoreThanAUnitIsKeptAsText(string format, double stored, string unit)
    {
        var reading = Read(unit, stored, format);
        Assert.Null(FigureIn(reading).Value);
        Assert.Equal("shown-differs", Assert.Single(reading.Problems).Code);
    }

    private static WorkbookReading Read(string? unit, double stored, string format) => Some.Read(
        Book(unit, new RawCell("s=\"1\"", string.Create(CultureInfo.InvariantCulture, $"<v>{stored}</v>")))
            .Part("xl/styles.xml", StylesOf(format)).ToBytes());

    private static string StylesOf(string format) =>
        $"<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"{SecurityElement.Escape(format)}\"/></numFmts><cellXfs><xf/><xf numFmtId=\"170\"/></cellXfs></styleSheet>";

    private static object[] Percentages => ["45.9%", new RawCell("s=\"1\"", "<v>0.459</v>")];

    private static Figure FigureIn(WorkbookReading reading) => Assert.Single(reading.Records.Indicators).Figures[0];

    private static WorkbookReading Read(string? unit, object figure) => Some.Read(Book(unit, figure).ToBytes());

    private static TestBook Book(string? unit, object figure) =>
        TestBook.Of("zaisei", "視点別取組", ["視点", "施策", "取組", "単位", "平成28年度", "平成29年度"], [1, "その他", "文", unit, figure, "対象外"]);
}
