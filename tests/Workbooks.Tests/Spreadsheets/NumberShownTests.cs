using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tests.Spreadsheets;

/// <summary>How a number format shows a number. If the format shows the number itself, the cell stays a number and gets no text.</summary>
public sealed class NumberShownTests
{
    [Theory]
    [InlineData("", 52.345)]
    [InlineData("General", 52.345)]
    [InlineData("general", 52.345)]
    [InlineData("G/標準", 52.345)]
    [InlineData("@", 52.345)]
    [InlineData("0", 52)]
    [InlineData("0.0", 52.5)]
    [InlineData("0.00", 52.5)]
    [InlineData("#,##0", 1052)]
    [InlineData("#,##0.00", -1052.25)]
    [InlineData("0_ ", 52)]
    [InlineData("0_)", 52)]
    [InlineData("0 ", 52)]
    [InlineData("0.###", -12.5)]
    [InlineData("#,##0.##########", 999.25)]
    public void AFormatThatShowsEveryDigitKeepsANumber(string code, double number) =>
        Assert.Equal(new SheetCell(CellKind.Number, null, number), NumberDisplay.Of(code).Show(number));

    [Theory]
    [InlineData("0%", 0.46)]
    [InlineData("0.0%", 0.459)]
    [InlineData("#,##0.00%", 12.3456)]
    public void APercentFormatThatShowsEveryDigitGivesAPercentage(string code, double number) =>
        Assert.Equal(new SheetCell(CellKind.Percent, null, number), NumberDisplay.Of(code).Show(number));

    [Theory]
    [InlineData("0", 52.345, "52")]
    [InlineData("0", 52.5, "53")]
    [InlineData("0.0", 52.345, "52.3")]
    [InlineData("0%", 0.459, "46%")]
    [InlineData("0.0%", 0.45917, "45.9%")]
    [InlineData("#,##0", 1052.345, "1,052")]
    [InlineData("#,##0,", 52_345, "52")]
    [InlineData("0,\"千\"", 52_345, "52千")]
    [InlineData("0,千", 52_345, "52千")]
    [InlineData("0人", 52, "52人")]
    [InlineData("\"約\"0", 52, "約52")]
    [InlineData("第0回", 3, "第3回")]
    [InlineData("000", 1, "001")]
    [InlineData("0;▲0", -52, "▲52")]
    [InlineData("0;\"▲\"0", -52, "▲52")]
    [InlineData("#,##0;[Red]▲#,##0", -1052, "▲1,052")]
    [InlineData("0;-0;\"なし\"", 0, "なし")]
    [InlineData("[>=1000]0,\"千\";0", 52_345, "52千")]
    [InlineData("[>=1000]0,\"千\";0", 52, "52")]
    [InlineData("¥#,##0", 1052, "¥1,052")]
    [InlineData("\\¥#,##0", 1052, "¥1,052")]
    [InlineData("0.00E+00", 52_345, "5.23E+04")]
    [InlineData("# ?/?", 0.5, "1/2")]
    [InlineData("0.0###", 52.5, "52.5")]
    [InlineData("0.###", 12.3456, "12.346")]
    [InlineData("#,##0.###", 57, "57.")]
    [InlineData("#,##0.###", 1052.5, "1,052.5")]
    [InlineData("0.##%", 0.125, "12.5%")]
    [InlineData("  0\"件\"  ", 52, "52件")]
    public void AFormatThatShowsANumberDifferentlyGivesTheShownText(string code, double number, string shown) =>
        Assert.Equal(new SheetCell(CellKind.Shown, shown, number), NumberDisplay.Of(code).Show(number));

    [Theory]
    [InlineData(";;;", 52)]
    [InlineData("0;0;", 0)]
    [InlineData("\"\"", 52)]
    [InlineData("0;;0", -52)]
    public void AFormatThatHidesANumberGivesABlankCell(string code, double number) =>
        Assert.True(NumberDisplay.Of(code).Show(number).IsBlank);

    [Theory]
    [InlineData("yyyy/m/d", "2017/4/1")]
    [InlineData("ggge\"年\"m\"月\"", "平成29年4月")]
    [InlineData("[$-411]ggge年m月d日", "平成29年4月1日")]
    [InlineData("h:mm", "0:00")]
    [InlineData("[h]:mm", "1027824:00")]
    [InlineData("mm:ss.0", "00:00.0")]
    [InlineData("YYYY", "2017")]
    [InlineData("e", "29")]
    public void ADateFormatGivesADate(string code, string shown)
    {
        var cell = NumberDisplay.Of(code).Show(42_826);

        Assert.Equal((CellKind.Date, 42_826, shown), (cell.Kind, cell.Serial, cell.Text));
    }

    [Theory]
    [InlineData("0\"days\"")]
    [InlineData("0\\d")]
    [InlineData("0_d")]
    [InlineData("[Red]0")]
    [InlineData("General\"d\"")]
    [InlineData("G/標準\"d\"")]
    [InlineData("0.0E+0")]
    [InlineData("0;yyyy")]
    [InlineData("0%\"d\"d")]
    public void DateLettersOutsideADateFormatGiveNoDate(string code) =>
        Assert.NotEqual(CellKind.Date, NumberDisplay.Of(code).Show(42_826.5).Kind);

    [Theory]
    [InlineData(0, 52.345, "Number 52.345")]
    [InlineData(1, 52.345, "Shown 52")]
    [InlineData(2, 52.345, "Shown 52.35")]
    [InlineData(3, 1052.345, "Shown 1,052")]
    [InlineData(4, 1052.345, "Shown 1,052.35")]
    [InlineData(5, 52.345, "Shown ¥52")]
    [InlineData(6, -52, "Shown ¥-52")]
    [InlineData(7, 52.345, "Shown ¥52.35")]
    [InlineData(8, -52, "Shown ¥-52.00")]
    [InlineData(9, 0.459, "Shown 46%")]
    [InlineData(10, 0.45917, "Shown 45.92%")]
    [InlineData(11, 52_345, "Shown 5.23E+04")]
    [InlineData(12, 0.5, "Shown 1/2")]
    [InlineData(13, 0.25, "Shown 1/4")]
    [InlineData(14, 42_826, "Date 2017/4/1")]
    [InlineData(15, 42_826, "Date 1-Apr-17")]
    [InlineData(16, 42_826, "Date 1-Apr")]
    [InlineData(17, 42_826, "Date Apr-17")]
    [InlineData(18, 42_826.5, "Date 12:00 PM")]
    [InlineData(19, 42_826.5, "Date 12:00:00 PM")]
    [InlineData(20, 42_826.5, "Date 12:00")]
    [InlineData(21, 42_826.5, "Date 12:00:00")]
    [InlineData(22, 42_826, "Date 2017/4/1 0:00")]
    [InlineData(23, 42_826, "Number 42826")]
    [InlineData(26, 42_826, "Number 42826")]
    [InlineData(27, 42_826, "Date H29.4.1")]
    [InlineData(28, 42_826, "Date 平成29年4月1日")]
    [InlineData(29, 42_826, "Date 平成29年4月1日")]
    [InlineData(30, 42_826, "Date 4/1/17")]
    [InlineData(31, 42_826, "Date 2017年4月1日")]
    [InlineData(32, 42_826.5, "Date 12時00分")]
    [InlineData(33, 42_826.5, "Date 12時00分00秒")]
    [InlineData(34, 42_826, "Date 2017年4月")]
    [InlineData(35, 42_826, "Date 4月1日")]
    [InlineData(36, 42_826, "Date H29.4.1")]
    [InlineData(37, -1052, "Shown (1,052)")]
    [InlineData(38, -1052, "Shown (1,052)")]
    [InlineData(39, -1052.345, "Shown (1,052.35)")]
    [InlineData(40, -1052.345, "Shown (1,052.35)")]
    [InlineData(41, 52, "Shown 52")]
    [InlineData(42, 52, "Shown ¥52")]
    [InlineData(43, 52, "Shown 52.00")]
    [InlineData(44, 42_826, "Shown ¥42,826.00")]
    [InlineData(45, 42_826, "Date 00:00")]
    [InlineData(46, 42_826, "Date 1027824:00:00")]
    [InlineData(47, 42_826, "Date 00:00.0")]
    [InlineData(48, 52_345, "Shown 52.3E+3")]
    [InlineData(49, 52.345, "Number 52.345")]
    [InlineData(50, 42_826, "Date H29.4.1")]
    [InlineData(51, 42_826, "Date 平成29年4月1日")]
    [InlineData(52, 42_826, "Date 2017年4月")]
    [InlineData(53, 42_826, "Date 4月1日")]
    [InlineData(57, 42_826, "Date H29.4.1")]
    [InlineData(58, 42_826, "Date 平成29年4月1日")]
    [InlineData(59, 42_826, "Number 42826")]
    public void ABuiltInFormatShowsANumberWithoutAFormatCode(int id, double number, string shown)
    {
        var cell = NumberDisplay.OfBuiltIn(id).Show(number);

        Assert.Equal(shown, $"{cell.Kind} {cell.Text}");
    }

    [Theory]
    [InlineData("0\"", 52)]
    [InlineData("[0", 52)]
    [InlineData("0", 1e15)]
    [InlineData("0", 1e300)]
    public void AnInvalidFormatOrAHugeNumberGivesTheNumberItself(string code, double number) =>
        Assert.Equal(new SheetCell(CellKind.Number, null, number), NumberDisplay.Of(code).Show(number));

    [Fact]
    public void ADateOfThe1904SystemIsShownAsThatOf1900() =>
        Assert.Equal(new SheetCell(CellKind.Date, "2017/4", 42_826), NumberDisplay.Of("yyyy/m").Show(41_364, 1_462));

    [Fact]
    public void AFormatWithAnEmptySectionShowsNoDate() => Assert.Equal(default, NumberDisplay.Of("yyyy;yyyy;").Show(0));

    [Theory]
    [InlineData("@", "実施", "実施")]
    [InlineData("@", " 実施 ", " 実施 ")]
    [InlineData("0", "実施", "実施")]
    [InlineData("0;0;0;\"注：\"@", "実施", "注：実施")]
    [InlineData("\"注：\"@", "実施", "注：実施")]
    [InlineData("@\" \"", "実施", "実施")]
    [InlineData("0;0;0;", "実施", "")]
    public void ATextIsShownAsTheTextSectionOfTheFormatSays(string code, string text, string shown) =>
        Assert.Equal(SheetCell.OfText(shown), NumberDisplay.Of(code).Show(SheetCell.OfText(text)));

    [Fact]
    public void AFormatForTextsKeepsTruthValuesAndTheStruckOutFlag()
    {
        var display = NumberDisplay.Of("0;0;0;\"注：\"@");

        Assert.Equal(SheetCell.OfTruth(true), display.Show(SheetCell.OfTruth(true)));
        Assert.True(display.Show(SheetCell.OfText("実施", hasStruck: true)).HasStruck);
    }

    [Fact]
    public void AFormatCodeMayHaveAsManyCharactersAsExcelAllows()
    {
        Assert.Equal(CellKind.Shown, NumberDisplay.Of($"0\"{new string('x', 252)}\"").Show(52).Kind);
        Assert.Equal(new SheetCell(CellKind.Number, null, 52), NumberDisplay.Of($"0\"{new string('x', 253)}\"").Show(52));
    }

    [Fact]
    public void ADecimalHas28PlacesAtMost() =>
        Assert.Equal(new SheetCell(CellKind.Number, null, 52.5), NumberDisplay.Of($"0.{new string('0', 100)}").Show(52.5));

    [Theory]
    [InlineData("[>]0")]
    [InlineData("[<=-]0;0")]
    public void AConditionWithoutANumberShowsTheNumberWithoutAFormat(string code) =>
        Assert.Equal("52.345", NumberDisplay.Of(code).Show(52.345).Text);

    [Fact]
    public void AConditionWithoutANumberShowsADateInTheUsualForm() =>
        Assert.Equal("2018/4/1", NumberDisplay.Of("[>]yyyy").Show(43191).Text);
}
