using System.Text;
using KawasakiServerless.Workbooks.Repairing;
using KawasakiServerless.Workbooks.Tests.Annotating;
using static KawasakiServerless.Workbooks.Tests.Repairing.EditedBooks;

namespace KawasakiServerless.Workbooks.Tests.Repairing;

/// <summary>The markup of a sheet is changed only where an edited cell requires it, in every form that programs write.</summary>
public sealed class EditedMarkupTests
{
    [Fact]
    public void CellsAndRowsThatAreMissingComeInTheirOrder()
    {
        const string sheet = "<dimension ref=\"B2:C4\"/><cols><col min=\"4\" max=\"4\" style=\"1\"/></cols><sheetData><row r=\"2\" "
            + "spans=\"2:3\"><c r=\"B2\"><v>1</v></c><c r=\"C2\"><v>2</v></c></row>\n<row r=\"4\" s=\"2\" customFormat=\"1\"/></sheetData>";

        var mended = Mended.Of(new TestBook().Raw("表", "", sheet)
            .ToBytes(), [.. new[] { "A2", "D2", "A4", "B1", "D3", "B6" }.Select(a => new CellEdit("表", a, CellValue.Of(a)))]);

        Assert.Equal(
            "<dimension ref=\"A1:D6\"/><cols><col min=\"4\" max=\"4\" style=\"1\"/></cols><sheetData>"
            + $"<row r=\"1\">{Inline("B1")}</row><row r=\"2\" spans=\"1:4\">{Inline("A2")}<c r=\"B2\"><v>1</v></c><c "
            + $"r=\"C2\"><v>2</v></c>{Inline("D2", 1)}</row>\n"
            + $"<row r=\"3\">{Inline("D3", 1)}</row><row r=\"4\" s=\"2\" "
            + $"customFormat=\"1\">{Inline("A4", 2)}</row><row r=\"6\">{Inline("B6")}</row></sheetData>",
            Inside(mended.Text(Part)));
    }

    [Theory]
    [InlineData("<sheetData/>")]
    [InlineData("<sheetData></sheetData>")]
    public void AnEmptySheetCanBeFilledIn(string data)
    {
        var mended = Mended.Of(new TestBook().Raw("表", "", data).ToBytes(), new CellEdit("表", "B2", CellValue.Of(5)));

        Assert.Equal("<sheetData><row r=\"2\"><c r=\"B2\"><v>5</v></c></row></sheetData>", Inside(mended.Text(Part)));
    }

    [Fact]
    public void CellsWithoutAddressesCountFromTheOneBefore()
    {
        var mended = Mended.Of(
            new TestBook()
                .Raw(
                    "表", "",
                    "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c r=\"D2\"><v>4</v></c></row></sheetData>")
                .ToBytes(),
            new("表", "B1", CellValue.Of(20)),
            new("表", "C2", CellValue.Of(30)),
            new("表", "A2", CellValue.Of(31)));

        Assert.Equal(
            "<sheetData><row><c><v>1</v></c><c><v>20</v></c></row><row><c><v>31</v></c><c r=\"C2\"><v>30</v></c><c "
                + "r=\"D2\"><v>4</v></c></row></sheetData>",
            Inside(mended.Text(Part)));
    }

    [Fact]
    public void APrefixAndAnotherNamespaceAreKept()
    {
        var book = new TestBook().Sheet("表").Part(
            Part,
            "<?xml version='1.0' encoding='utf-8'?>\r\n<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'><!-- <c "
                + "r='A1'/> --><x:sheetData><x:row r='1'><x:c r = 'A1' s='1' t='str' "
                + "><x:f>B1&amp;\">\"</x:f><x:v>a</x:v></x:c></x:row></x:sheetData></x:worksheet>");

        var mended = Mended.Of(book.ToBytes(), new("表", "A1", CellValue.Of("b")), new("表", "B1", CellValue.Of(2)));

        Assert.Equal(
            "<?xml version='1.0' encoding='utf-8'?>\r\n<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'><!-- <c "
                + "r='A1'/> --><x:sheetData><x:row r='1'>"
            + "<x:c r = 'A1' s='1' t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">b</x:t></x:is></x:c><x:c "
            + "r=\"B1\"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>",
            mended.Text(Part));
    }

    [Fact]
    public void ByteOrderMarksAndUtf16AreKept()
    {
        var xml = $"\uFEFF<?xml version=\"1.0\" encoding=\"utf-16\"?><worksheet {Main}><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>";
        var parts = Answer.PartsOf(new TestBook().Sheet("表").ToBytes());
        parts[Part] = Encoding.Unicode.GetBytes(xml);

        var mended = Mended.Of(TestBook.Zip(parts.Select(p => (p.Key, p.Value))), new CellEdit("表", "A1", CellValue.Of("字")));

        Assert.Equal(xml.Replace("<c r=\"A1\"><v>1</v></c>", Inline("A1", "字"), StringComparison.Ordinal),
            Encoding.Unicode.GetString(Answer.PartsOf(mended.Bytes)[Part]));
    }
}
