using System.Text;
using KawasakiServerless.Workbooks.Spreadsheets.Biff;

namespace KawasakiServerless.Workbooks.Tests.Spreadsheets.Old;

/// <summary>How the texts of an .xls are read.</summary>
public sealed class OldTextTests
{
    [Fact]
    public void ATextMayChangeItsCharacterWidthAtEachContinuationRecord()
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
        // The text has two runs of formatting and ten bytes of phonetic guides. The end of a record divides the guides.
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
        // In C1, a character is divided between two records.
        var xls = new TestXls(TestXls.Biff5).Globals(named).Sheet(
            "T",
            Records.Of(RecordType.Label, Records.Place(0, 0, 0), Records.Short(4), bytes),
            Records.Of(RecordType.RichString, Records.Place(0, 1, 0), Records.Short(4), bytes, [1, 0, 0]),
            Records.FormulaOfText(0, 2), Records.Of(RecordType.FormulaString, Records.Short(4), bytes[..1]), Records.Continue(bytes[1..]));
        Assert.Equal($"A1=Text:{text} B1=Text:{text} C1=Text:{text}", xls.Cells());
    }
}
