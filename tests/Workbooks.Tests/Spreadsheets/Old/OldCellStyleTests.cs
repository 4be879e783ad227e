using KawasakiServerless.Workbooks.Spreadsheets.Biff;

namespace KawasakiServerless.Workbooks.Tests.Spreadsheets.Old;

/// <summary>The fonts and formats of an .xls affect how its cells are read in the same way as those of an .xlsx.</summary>
public sealed class OldCellStyleTests
{
    private const int Usual = 0, Struck = 1, Raised = 2, Lowered = 3, StruckAgain = 5;

    private const int StruckCell = 1, CellOfDigits = 2, CellOfWords = 3, HiddenCell = 4;

    // The numbers of fonts in an .xls skip 4, so the fifth font has the number 5.
    private static readonly byte[][] Looks =
    [
        Records.Font(0, 0), Records.Font(8, 0), Records.Font(0, 1), Records.Font(0, 2), Records.Font(8, 0),
        Format(170, "000"), Format(171, "0;-0;0;\"※\"@"), Format(172, ";;;"),
        Records.Look(Usual, 0), Records.Look(Struck, 0), Records.Look(Usual, 170), Records.Look(Usual, 171), Records.Look(Usual, 172),
    ];

    public static TheoryData<byte[], string> Texts => new()
    {
        { Records.Rich("57", (0, Struck), (1, Usual)), "Text:7" },
        { Records.Rich("57", (1, StruckAgain)), "Text:5" },
        { Records.Rich("57", (0, Struck)), "Struck:" },
        { Records.Rich("1201", (3, Raised)), "Text:120¹" },
        { Records.Rich("H2O", (1, Lowered), (2, Usual)), "Text:H₂O" },
        { Records.Rich("57", (1, 99)), "Text:57" },
        { Records.Rich("57", (1, Struck), (0, Usual)), "Text:57" },
        { Records.Rich("57", (9, Struck)), "Text:57" },
    };

    public static TheoryData<byte[], string> TextsInStruckCells => new()
    {
        { Records.Wide("57"), "Struck:" },
        { Records.Wide(" "), "" },
        { Records.Rich("57", (1, Usual)), "Text:7" },
        { Records.Rich("57", (0, Usual)), "Text:57" },
        { Records.Rich("57", (0, Usual), (1, Struck)), "Text:5" },
        { Records.Rich("57", (0, Struck)), "Struck:" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void LettersAreReadAsTheirFontsShowThem(byte[] text, string shown) =>
        Assert.Equal($"A1={shown} B1=Number:1", Shared(text).Sheet("表", Records.Text(0, 0, 0), Records.Number(0, 1, 1)).Cells());

    [Theory]
    [MemberData(nameof(TextsInStruckCells))]
    public void InACellThatIsStruckOutOnlyLettersWithAFontOfTheirOwnAreShown(byte[] text, string shown) => Assert.Equal(
        $"{(shown.Length > 0 ? $"A1={shown} " : "")}B1=Number:1",
        Shared(text).Sheet("表", Records.Text(0, 0, 0, StruckCell), Records.Number(0, 1, 1)).Cells());

    [Fact]
    public void ACellIsFlaggedWhenStruckOutLettersWereLeftOut()
    {
        var (workbook, _) = Shared(Records.Rich("57", (0, Struck), (1, Usual)), Records.Wide("57"))
            .Sheet("表", Records.Text(0, 0, 0), Records.Text(0, 1, 1)).Read();
        Assert.Equal([true, false], workbook!.Sheets[0].Rows[0].Cells.Select(c => c.Cell.HasStruck));
    }

    [Fact]
    public void TheFontsOfATextMayLieInTwoRecords()
    {
        var rich = Records.Rich("57", (0, Struck), (1, Usual));
        var xls = new TestXls()
            .Globals([.. Looks, Records.SharedStrings(2, rich[..^5]), Records.Continue([.. rich[^5..], .. Records.Wide("次")])])
            .Sheet("表", Records.Text(0, 0, 0), Records.Text(0, 1, 1));
        Assert.Equal("A1=Text:7 B1=Text:次", xls.Cells());
    }

    [Fact]
    public void ATextWithFontsMayBeStoredInTheRecordOfItsCell()
    {
        byte[] rich = [.. Records.Wide("57"), 2, 0, 0, 0, Struck, 0, 1, 0, Usual, 0];
        var xls = new TestXls().Globals(Looks).Sheet("表", Records.Of(RecordType.RichString, Records.Place(0, 0, 0), rich));
        Assert.Equal("A1=Text:7", xls.Cells());
    }

    [Fact]
    public void InBiff5TheFontsOfATextBeginAtBytePositions()
    {
        byte[] rich = [5, 0, 0x90, 0xEC, (byte)'5', (byte)'7', (byte)'8', 2, 2, Struck, 3, Usual];
        var xls = new TestXls(TestXls.Biff5).Globals(Looks).Sheet("T", Records.Of(RecordType.RichString, Records.Place(0, 0, 0), rich));
        Assert.Equal("A1=Text:川78", xls.Cells());
    }

    [Fact]
    public void NumbersAndTruthValuesInAStruckOutCellAreStruckOut()
    {
        var xls = new TestXls().Globals(Looks).Sheet(
            "表",
            Records.Number(0, 0, 5, StruckCell), Records.Number(0, 1, 0, StruckCell),
            Records.Of(RecordType.BooleanOrError, Records.Place(0, 2, StruckCell), [1, 0]),
            Records.Of(RecordType.Blank, Records.Place(0, 3, StruckCell)));
        Assert.Equal("A1=Struck: B1=Struck: C1=Struck:", xls.Cells());
    }

    [Fact]
    public void ZerosAreNotReadFromASheetThatHidesThem()
    {
        var xls = new TestXls().Globals(Looks).Sheet(
            "表",
            Records.Number(0, 0, 0), Records.Number(0, 1, 5), Records.Number(0, 2, 0, CellOfDigits), Records.Number(0, 3, 0, StruckCell),
            Records.Formula(0, 4, BitConverter.GetBytes(0.0)), Records.Of(RecordType.BooleanOrError, Records.Place(0, 5, 0), [0, 0]),
            Records.Text(0, 6, "0"),
            Records.Of(RecordType.Window, Records.Short(0x06A6), new byte[16]));
        Assert.Equal("B1=Number:5 F1=Truth:FALSE G1=Text:0", xls.Cells());
    }

    [Fact]
    public void ZerosAreReadFromASheetThatShowsThem() => Assert.Equal(
        "A1=Number:0 C1=Shown:000",
        new TestXls().Globals(Looks)
            .Sheet("表", Records.Number(0, 0, 0), Records.Number(0, 2, 0, CellOfDigits),
                Records.Of(RecordType.Window, Records.Short(0x06B6), new byte[16]))
            .Cells());

    [Fact]
    public void ATextIsReadAsItsNumberFormatShowsIt()
    {
        var xls = Shared(Records.Wide("対象外"))
            .Sheet("表", Records.Text(0, 0, 0, CellOfWords), Records.Text(0, 1, 0, HiddenCell), Records.Text(0, 2, 0, CellOfDigits));
        Assert.Equal("A1=Text:※対象外 C1=Text:対象外", xls.Cells());
    }

    private static TestXls Shared(params byte[][] texts) =>
        new TestXls().Globals([.. Looks, Records.SharedStrings((uint)texts.Length, texts)]);

    private static byte[] Format(int number, string code) => Records.Of(RecordType.Format, Records.Short(number), Records.Wide(code));
}
