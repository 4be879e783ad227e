using System.Globalization;
using System.Security;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Reading;

/// <summary>
/// What Excel makes of a typed text, such as a date of the current year or an exponent, is not published without a finding.
/// </summary>
public sealed class AutomaticConversionTests
{
    private static readonly object?[] Headers = ["区分", "項目", "期間開始", "期間終了", "総数", "内訳", "割合"];

    [Theory]
    [InlineData("yyyy/m/d")]
    [InlineData("yyyy\"年\"m\"月\"")]
    [InlineData("yyyy\\-mm;@")]
    [InlineData("[$-411]ggge\"年\"m\"月\"d\"日\"")]
    [InlineData("[$-411]gge.m")]
    [InlineData("[$-411]ge.m.d")]
    [InlineData("e\"年\"m\"月\"")]
    [InlineData("mmm-yy")]
    [InlineData("d-mmm-yy")]
    [InlineData("m/d/yy")]
    [InlineData("yyyy/m/d h:mm")]
    public void ADateThatShowsItsYearAndMonthIsAMonth(string format)
    {
        var reading = Read(format, Shown(42_826), "幼児");

        Assert.Empty(reading.Problems);
        Assert.Equal(YearMonth.Of(2017, 4), Assert.Single(reading.Records.Statistics).From);
    }

    [Theory]
    [InlineData("m\"月\"d\"日\"", "4月1日")]
    [InlineData("d-mmm", "1-Apr")]
    [InlineData("m\"月\"", "4月")]
    [InlineData("m/d", "4/1")]
    [InlineData("h:mm", "0:00")]
    [InlineData("yyyy", "2026")]
    [InlineData("ggge\"年\"", "令和8年")]
    public void ADateThatDoesNotShowItsYearAndMonthIsNoMonth(string format, string shown) => Expect.Only(
        Book(format, Shown(46_113), "幼児"),
        new("not-a-year", Severity.Error, "活動統計", "C2", shown, "「期間開始」を年月として読み取れませんでした。",
            "年と月を書いてください。年は、元号を付けるか、西暦4桁で書いてください。例：平成29（2017）年4月"));

    [Fact]
    public void ADateInIsoFormIsReadAsItsFormatShowsIt()
    {
        var iso = new RawCell("s=\"1\" t=\"d\"", "<v>2017-04-01T00:00:00</v>");

        Assert.Equal("4月1日", Assert.Single(Some.Read(Book("m\"月\"d\"日\"", iso, "幼児").ToBytes()).Problems).Found);
        Assert.Equal(YearMonth.Of(2017, 4), Assert.Single(Read("ggge\"年\"m\"月\"", iso, "幼児").Records.Statistics).From);
    }

    [Theory]
    [InlineData("0.00E+00", 100, "1.00E+02", "1E2")]
    [InlineData("0.00E+00", 12_000, "1.20E+04", "12E3")]
    [InlineData("0.E+00", 1_200_000, "1.E+06", "12E5")]
    [InlineData("##0.0E+0", -300, "-300.0E+0", "-3E2")]
    [InlineData("0.00E+00", 0.05, "5.00E-02", "5E-2")]
    [InlineData("0.00E+00", 1.5, "1.50E+00", "1.5")]
    [InlineData("0.00E+00", 1e20, "1E+20", "1E20")]
    public void AnExponentInAColumnForTextIsReportedWithWhatWasTyped(string format, double stored, string shown, string typed)
    {
        var reading = Expect.Only(
            Book(format, "平成29年4月", Shown(stored)),
            new("shown-differs", Severity.Warning, "活動統計", "F2", shown,
                $"「内訳」が、指数の形（{shown}）の数値になっています。「{typed}」などと入力すると、Excelが数値に変えることがあります。表示されているとおりに読み取りました。",
                $"セルの表示形式を「文字列」にしてから、入力し直してください。例：{typed}"));

        Assert.Equal([shown], Assert.Single(reading.Records.Statistics).Shares.Select(s => s.Label));
    }

    [Theory]
    [InlineData("0.00", 1.5)]
    [InlineData("# ?/?", 0.5)]
    [InlineData("General", 100)]
    public void AnyOtherNumberInAColumnForTextIsRead(string format, double stored) =>
        Assert.Empty(Read(format, "平成29年4月", Shown(stored)).Problems);

    [Fact]
    public void AnExponentInTheReportLayoutIsReportedToo() => Assert.Equal(
        ["shown-differs D2"],
        Some.Read(new TestBook().Sheet("連携", ["担当局・区名", "主な連携先", "事業名等", "事業概要", "今後の方向性"], ["健康福祉局", "環境局", "甲", Shown(100), "丙"])
            .Part("xl/styles.xml", StylesOf("0.00E+00")).ToBytes(), "kenkofukushi").Problems.Select(p => $"{p.Code} {p.Cell}"));

    private static TestBook Book(string format, object? from, object? label) =>
        TestBook.Of("kenkofukushi", "活動統計", Headers, ["相談", "年齢", from, "2030/3", 100, label, 20]).Part("xl/styles.xml", StylesOf(format));

    private static WorkbookReading Read(string format, object? from, object? label) => Some.Read(Book(format, from, label).ToBytes());

    private static RawCell Shown(double stored) => new("s=\"1\"", $"<v>{stored.ToString(CultureInfo.InvariantCulture)}</v>");

    private static string StylesOf(string format) =>
        "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts><numFmt numFmtId=\"170\" "
        + $"formatCode=\"{SecurityElement.Escape(format)}\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>";
}
