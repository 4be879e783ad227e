using System.Text;

namespace KawasakiServerless.Workbooks.Tests;

/// <summary>What the texts of an .xls are read to.</summary>
public sealed class OldTextTests
{
    [Fact]
    public void ATextMayChangeItsWidthAtEachBorderOfARecord()
    {
        byte[] head = [.. Records.Short(10), 0, .. "abc"u8];
        byte[] wide = [1, .. Encoding.Unicode.GetBytes("甲乙丙")], narrow = [0, .. "defg"u8, .. Records.Wide("次")];
        var xls = new TestXls().Globals(Records.SharedStrings(2, head), Records.Continue(wide), Records.Continue(narrow))
            .Sheet("表", Records.Text(0, 0, 0), Records.Text(0, 1, 1));
        Assert.Equal("A1=Text:abc甲乙丙defg B1=Text:次", xls.Cells());
    }

    [Fact]
    public void ASurrogatePairMayLieInTwoRecords()
    {
        var halves = Encoding.Unicode.GetBytes("𠮷野家");
        byte[] head = [.. Records.Short(4), 1, .. halves[..2]];
        var xls = new TestXls().Globals(Records.SharedStrings(1, head), Records.Continue([1, .. halves[2..]]))
            .Sheet("表", Records.Text(0, 0, 0));
        Assert.Equal("A1=Text:𠮷野家", xls.Cells());
    }

    [Fact]
    public void FormattingAndPhoneticGuidesAreNoText()
    {
        // Two runs and ten bytes of guides, which are cut in two by the border of a record.
        var guides = Encoding.Unicode.GetBytes("カワサキシ");
        byte[] rich = [2, 0, 0x0D, 2, 0, 10, 0, 0, 0, .. Encoding.Unicode.GetBytes("川崎"), .. new byte[8], .. guides[..4]];
        var xls = new TestXls().Globals(Records.SharedStrings(2, rich), Records.Continue([.. guides[4..], .. Records.Narrow("next")]))
            .Sheet("表", Records.Text(0, 0, 0), Records.Text(0, 1, 1));
        Assert.Equal("A1=Text:川崎 B1=Text:next", xls.Cells());
    }

    [Fact]
    public void ATextThatStartsWhereARecordEndsIsInTheNext()
    {
        var xls = new TestXls().Globals(Records.SharedStrings(2, Records.Narrow("a")), Records.Continue(Records.Narrow("b")))
            .Sheet("表", Records.Text(0, 0, 0), Records.Text(0, 1, 1));
        Assert.Equal("A1=Text:a B1=Text:b", xls.Cells());
    }

    [Theory]
    [InlineData(0x003C, 0)]
    [InlineData(0x04BC, 10)]
    [InlineData(0x0221, 14)]
    [InlineData(0x0236, 16)]
    public void TheTextOfAFormulaComesAfterItsOtherRecords(int between, int length)
    {
        var text = new string('長', 5_000);
        var first = Records.Of(RecordType.FormulaString, Records.Short(5_000), [1], Encoding.Unicode.GetBytes(text[..4_000]));
        var rest = Records.Continue([1, .. Encoding.Unicode.GetBytes(text[4_000..])]);
        var other = Records.Of((RecordType)between, new byte[length]);
        var xls = new TestXls().Sheet("表", Records.FormulaOfText(0, 0), other, first, rest, Records.Number(0, 1, 1));
        Assert.Equal($"A1=Text:{text} B1=Number:1", xls.Cells());
    }

    [Theory]
    [InlineData(0, "川崎")]
    [InlineData(932, "川崎")]
    [InlineData(1200, "川崎")]
    [InlineData(1252, "\u0090\u00ec\u008d\u00e8")]
    public void TextsBeforeUnicodeAreInTheCodePageThatIsNamed(int codePage, string text)
    {
        byte[] bytes = [0x90, 0xEC, 0x8D, 0xE8];
        byte[] named = codePage == 0 ? [] : Records.Of(RecordType.CodePage, Records.Short(codePage));
        // A character in two records.
        var xls = new TestXls(TestXls.Biff5).Globals(named).Sheet(
            "T",
            Records.Of(RecordType.Label, Records.Place(0, 0, 0), Records.Short(4), bytes),
            Records.Of(RecordType.RichString, Records.Place(0, 1, 0), Records.Short(4), bytes, [1, 0, 0]),
            Records.FormulaOfText(0, 2), Records.Of(RecordType.FormulaString, Records.Short(4), bytes[..1]), Records.Continue(bytes[1..]));
        Assert.Equal($"A1=Text:{text} B1=Text:{text} C1=Text:{text}", xls.Cells());
    }

    // The numbers of fonts leave out 4.
    private static byte[][] Fonts => [Records.Font(0), Records.Font(8), Records.Font(0, 1), Records.Font(0, 2), Records.Font(8), Records.Format(0, 0), Records.Format(1, 0), Records.Format(5, 0)];

    [Fact]
    public void WhatIsStruckOutIsNoPartOfAText()
    {
        var xls = new TestXls().Globals([.. Fonts, Records.SharedStrings(4, Records.Lettered("57人", (0, 1), (1, 0)), Records.Lettered("講座", (1, 5)), Records.Lettered("赤字", (1, 0)), Records.Lettered("消す", (0, 1)))])
            .Sheet("表", Records.Text(0, 0, 0), Records.Text(0, 1, 1), Records.Text(0, 2, 2), Records.Text(0, 3, 3));

        Assert.Equal("A1=Text:7人 B1=Text:講 C1=Text:赤字 D1=Struck:", xls.Cells());
        Assert.Equal([true, true, false, false], xls.Read().Workbook!.Sheets[0].Rows[0].Cells.Select(c => c.Cell.HasStruck));
    }

    [Fact]
    public void RaisedAndLoweredDigitsAreNoDigits()
    {
        var xls = new TestXls().Globals([.. Fonts, Records.SharedStrings(2, Records.Lettered("1201", (3, 2)), Records.Lettered("H2O", (1, 3), (2, 0)))])
            .Sheet("表", Records.Text(0, 0, 0), Records.Text(0, 1, 1));

        Assert.Equal("A1=Text:120¹ B1=Text:H₂O", xls.Cells());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ACellWhoseFontIsStruckOutCountsAsBlank(int format)
    {
        byte[] place(int column) => Records.Place(0, column, format);
        var xls = new TestXls().Globals([.. Fonts, Records.SharedStrings(2, Records.Narrow("x"), Records.Lettered("yz", (1, 2)))]).Sheet(
            "表",
            Records.Number(0, 0, 5, format),
            Records.Of(RecordType.LabelOfSharedString, place(1), BitConverter.GetBytes(0)),
            Records.Of(RecordType.LabelOfSharedString, place(2), BitConverter.GetBytes(1)),
            Records.Of(RecordType.Label, place(3), Records.Wide("文")),
            Records.Of(RecordType.BooleanOrError, place(4), [1, 0]),
            Records.Of(RecordType.Formula, place(5), BitConverter.GetBytes(2.5), new byte[8]),
            Records.Of(RecordType.Formula, place(6), [0, 0, 0, 0, 0, 0, 0xFF, 0xFF], new byte[8]),
            Records.Of(RecordType.FormulaString, Records.Wide("式")));

        Assert.Equal("A1=Struck: B1=Struck: C1=Text:z D1=Struck: E1=Struck: F1=Struck: G1=Struck:", xls.Cells());
    }
}
