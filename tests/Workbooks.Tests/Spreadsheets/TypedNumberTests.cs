using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tests.Spreadsheets;

public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("56", 56)]
    [InlineData("５６", 56)]
    [InlineData("1,000", 1000)]
    [InlineData("12,345,678", 12_345_678)]
    [InlineData("１，０００．５", 1000.5)]
    [InlineData("1000.25", 1000.25)]
    [InlineData("+7", 7)]
    [InlineData("-5", -5)]
    [InlineData("－5", -5)]
    [InlineData("−5", -5)]
    [InlineData("–5", -5)]
    [InlineData("‐5", -5)]
    [InlineData("▲5", -5)]
    [InlineData("▲ 5", -5)]
    [InlineData("△1,234", -1234)]
    [InlineData("（5）", -5)]
    [InlineData("(1,234.5)", -1234.5)]
    [InlineData("45.9%", 45.9)]
    [InlineData("45.9 ％", 45.9)]
    [InlineData("▲45.9%", -45.9)]
    [InlineData(" 5\u200B6 ", 56)]
    [InlineData("999999999999999", 999_999_999_999_999)]
    public void ATypedNumberIsParsed(string typed, double number) => Assert.Equal((decimal)number, TypedNumber.Parse(typed));

    [Theory]
    [InlineData("")]
    [InlineData("人")]
    [InlineData("5人")]
    [InlineData("約5")]
    [InlineData("5 6")]
    [InlineData("1,00")]
    [InlineData("1,0000")]
    [InlineData("1234,567")]
    [InlineData(",5")]
    [InlineData("5,")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.2.3")]
    [InlineData("--5")]
    [InlineData("+ 5")]
    [InlineData("▲")]
    [InlineData("(5")]
    [InlineData("5)")]
    [InlineData("(-5)")]
    [InlineData("(5%)")]
    [InlineData("5%%")]
    [InlineData("5\n6")]
    [InlineData("①")]
    [InlineData("5①")]
    [InlineData("120²")]
    [InlineData("½")]
    [InlineData("㊿")]
    [InlineData("1e3")]
    [InlineData("1000000000000000")]
    [InlineData("99999999999999999999999999999999999")]
    public void ATextThatIsNoPlainNumberIsNotParsed(string typed) => Assert.Null(TypedNumber.Parse(typed));

    [Fact]
    public void FiftyCharactersMayBeANumber()
    {
        Assert.Equal(5, TypedNumber.Parse($"{new string('0', 49)}5"));
        Assert.Null(TypedNumber.Parse($"{new string('0', 50)}5"));
    }

    [Theory]
    [InlineData("5 6", 56)]
    [InlineData("5　6", 56)]
    [InlineData("1 000", 1000)]
    [InlineData("1 2 3", 123)]
    [InlineData("▲ 5 6", -56)]
    [InlineData("+5 6", 56)]
    [InlineData("4 5.9%", 45.9)]
    [InlineData("4 5 .9 %", 45.9)]
    [InlineData("(5 6)", -56)]
    public void ANumberSplitBySpacesIsParsed(string typed, double number) => Assert.Equal((decimal)number, TypedNumber.ParseSplit(typed));

    [Theory]
    [InlineData("56")]
    [InlineData("▲ 5")]
    [InlineData("5 人")]
    [InlineData("5 6人")]
    [InlineData("約5 6")]
    [InlineData("1, 00")]
    [InlineData("5 6)")]
    [InlineData("120 30")]
    [InlineData("12 34")]
    [InlineData("5 60")]
    [InlineData("1200 300")]
    [InlineData("5\n6")]
    [InlineData("120\n130")]
    public void ATextThatIsNoNumberSplitBySpacesIsNotParsed(string typed) => Assert.Null(TypedNumber.ParseSplit(typed));

    [Theory]
    [InlineData("92人", "92", "人")]
    [InlineData("９２　名", "92", "名")]
    [InlineData("1,000か所", "1,000", "か所")]
    [InlineData("3.5時間", "3.5", "時間")]
    [InlineData("12事業", "12", "事業")]
    [InlineData("12事業所", "12", "事業所")]
    [InlineData("5ヶ所", "5", "ヶ所")]
    [InlineData("5箇所", "5", "箇所")]
    [InlineData("7ポイント", "7", "ポイント")]
    [InlineData("1,00人", "1,00", "人")]
    public void ANumberTypedWithAUnitIsSplitIntoNumberAndUnit(string typed, string number, string unit) =>
        Assert.Equal((number, unit), TypedNumber.WithUnit(typed));

    [Theory]
    [InlineData("92")]
    [InlineData("人")]
    [InlineData("▲92人")]
    [InlineData("約92人")]
    [InlineData("92人程度")]
    [InlineData("3万")]
    [InlineData("3千")]
    [InlineData("3百")]
    [InlineData("3億")]
    [InlineData("3万人")]
    [InlineData("92%")]
    [InlineData("92羽")]
    [InlineData("92①人")]
    public void ATextThatIsNoPositiveNumberWithAKnownUnitIsNotSplit(string typed) => Assert.Null(TypedNumber.WithUnit(typed));

    [Theory]
    [InlineData("▲52", -52)]
    [InlineData("¥52", 52)]
    [InlineData("￥1,052", 1052)]
    [InlineData("\\52", 52)]
    [InlineData("52人", 52)]
    [InlineData("1,052 人", 1052)]
    [InlineData("45.9%", 45.9)]
    [InlineData("5.", 5)]
    [InlineData("5.人", 5)]
    [InlineData("▲.5", -0.5)]
    public void TheNumberOfADisplayedTextIsFound(string shown, double number) =>
        Assert.Equal((decimal)number, TypedNumber.OfDisplay(shown));

    [Theory]
    [InlineData("52千")]
    [InlineData("第3回")]
    [InlineData("約52")]
    [InlineData("13:30")]
    [InlineData("52¥")]
    public void ADisplayedTextThatIsNotJustANumberGivesNoNumber(string shown) => Assert.Null(TypedNumber.OfDisplay(shown));

    [Theory]
    [InlineData("45.9%", true)]
    [InlineData("45.9％", true)]
    [InlineData("45.9％ ", true)]
    [InlineData("45.9", false)]
    [InlineData("%45", false)]
    [InlineData("①%", false)]
    public void APercentSignAfterANumberIsRecognised(string typed, bool isPercent) => Assert.Equal(isPercent, TypedNumber.IsPercent(typed));

    [Theory]
    [InlineData("1e400", true)]
    [InlineData("-1E+999", true)]
    [InlineData("NaN", true)]
    [InlineData("Infinity", true)]
    [InlineData("1,000,000,000,000,000,000", true)]
    [InlineData("1e3", false)]
    [InlineData(".5", false)]
    [InlineData("5.", false)]
    [InlineData("", false)]
    [InlineData("∞", false)]
    [InlineData("人", false)]
    [InlineData("9①", false)]
    public void ANumberTooLargeForACellOrAFailedResultIsRecognised(string typed, bool isBeyond) =>
        Assert.Equal(isBeyond, TypedNumber.IsBeyond(typed));

    [Theory]
    [InlineData("約92", "92")]
    [InlineData("約８万件", "80000")]
    [InlineData("3.5千部", "3500")]
    [InlineData("2百人", "200")]
    [InlineData("1億2千万", "120000000")]
    [InlineData("12億3,456万7百", "1234560700")]
    [InlineData("62.8%程度", "62.8")]
    [InlineData("1,000部以上", "1000")]
    [InlineData("第999999999回", "999999999")]
    [InlineData("1.23456", "1.2346")]
    public void TheOnlyNumberWithinWordsIsFound(string typed, string digits) => Assert.Equal(digits, TypedNumber.Within(typed));

    [Theory]
    [InlineData("人")]
    [InlineData("90〜95")]
    [InlineData("5人3回")]
    [InlineData("1億 2千万")]
    [InlineData("1,00部")]
    [InlineData("約5,6")]
    [InlineData("約1.2.3")]
    [InlineData("約1000000000")]
    [InlineData("約③")]
    public void WordsWithoutExactlyOneReadableNumberGiveNoNumber(string typed) => Assert.Null(TypedNumber.Within(typed));

    [Theory]
    [InlineData("約92部", "92", "部")]
    [InlineData("75万部", "750000", "部")]
    [InlineData("約45.9%", "45.9", "%")]
    [InlineData("約5羽", "5", "")]
    [InlineData("90～95", "95", "")]
    [InlineData("90-95人", "95", "人")]
    [InlineData("3回～5回", "5", "回")]
    [InlineData("35→37", "37", "")]
    [InlineData("35人 ⇒ 37人", "37", "人")]
    public void TheNumberProbablyMeantByATextIsFound(string typed, string digits, string unit) =>
        Assert.Equal((digits, unit), TypedNumber.Meant(typed));

    [Theory]
    [InlineData("人")]
    [InlineData("H28：5")]
    [InlineData("10人\n20人")]
    [InlineData("3/5")]
    [InlineData("〜約1000000000")]
    public void ATextWithoutAProbableNumberGivesNoNumber(string typed) => Assert.Null(TypedNumber.Meant(typed));
}
