using System.IO.Compression;
using System.Text;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Reading;

public sealed class BadInputTests
{
    private static readonly byte[] Workbook = Some.Sample("takatsu");

    [Fact]
    public void RandomBytesAreReportedAsNoWorkbook()
    {
        var random = new Random(1);
        for (var i = 0; i < 5_000; i++)
        {
            var bytes = new byte[random.Next(2_000)];
            random.NextBytes(bytes);
            Assert.Equal("not-a-workbook", CodeOf(i % 2 == 0 ? bytes : [(byte)'P', (byte)'K', 3, 4, .. bytes]));
        }
    }

    [Fact]
    public void ReadingAWorkbookWithRandomlyChangedBytesThrowsNoException()
    {
        var random = new Random(2);
        for (var i = 0; i < 12_000; i++)
        {
            var bytes = (byte[])Workbook.Clone();
            for (var n = random.Next(1, 8); n > 0; n--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Assert.NotNull(Some.Read(bytes).Problems);
        }
    }

    [Fact]
    public void ReadingAWorkbookWithChangedXmlAttributesThrowsNoException()
    {
        string[] odd =
        [
            "\"\"", "\"-1\"", "\"99999999999\"", "\"NaN\"", "\"1e400\"", "\"A1:XFD1048576\"", "\"s\"", "\"e\"", "\"d\"", "\"b\"",
        ];
        var random = new Random(3);
        var book = TestBook.Of("zaisei", "課題", ["視点", "施策", "課題と今後の方向性"], [1, "その他", new RawCell("s=\"1\" t=\"n\"", "<v>5</v>")]).ToBytes();
        for (var i = 0; i < 3_000; i++)
            Assert.NotNull(Some.Read(Changed(book, xml => WithOneAttribute(xml, odd[random.Next(odd.Length)], random))).Problems);
    }

    [Fact]
    public void ATruncatedWorkbookIsNoWorkbook()
    {
        for (var length = 0; length < Workbook.Length; length += 97)
            Assert.Equal("not-a-workbook", CodeOf(Workbook[..length]));
    }

    [Theory]
    [InlineData("<html><body><table><tr><td>視点</td></tr></table></body></html>")]
    [InlineData("管理番号,視点,施策\r\n,1,その他\r\n")]
    [InlineData("")]
    public void AFileOfAnotherKindIsNoWorkbook(string content) => Assert.Equal("not-a-workbook", CodeOf(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void AnXlsHeaderFollowedByZerosIsNoWorkbook() =>
        Assert.Equal("not-a-workbook", CodeOf([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2_000]]));

    [Fact]
    public void AnyOtherZipIsNoWorkbook() => Assert.Equal("not-a-workbook", CodeOf(TestBook.Zip([("a.txt", "a"u8.ToArray())])));

    [Theory]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/worksheets/1.xml")]
    public void AWorkbookWithAMissingPartIsNoWorkbook(string path) =>
        Assert.Equal("not-a-workbook", CodeOf(Book().Part(path, "").ToBytes()));

    [Fact]
    public void AWorkbookWithoutAStylesPartIsAccepted() => Assert.True(Some.Read(Book().Part("xl/styles.xml", "").ToBytes()).IsAccepted);

    [Fact]
    public void AWorkbookWithAMissingSharedTextIsNoWorkbook() => Assert.Equal(
        "not-a-workbook",
        CodeOf(TestBook.Of("zaisei", "課題", ["視点", "施策", "課題と今後の方向性"], [1, "その他", new RawCell("t=\"s\"", "<v>7</v>")]).ToBytes()));

    [Fact]
    public void EntitiesAreNotExpanded()
    {
        const string bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
        Assert.Equal("not-a-workbook", CodeOf(Book().Part("xl/sharedStrings.xml", $"{bomb}<sst><si><t>&b;</t></si></sst>").ToBytes()));
        Assert.Equal(
            "not-a-workbook", CodeOf(Book().Part("xl/sharedStrings.xml", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><sst/>").ToBytes()));
    }

    [Fact]
    public void AZipBombIsRefusedBeforeItIsUnpacked()
    {
        var spaces = new byte[1024 * 1024];
        spaces.AsSpan().Fill((byte)' ');
        Assert.Equal("too-large", CodeOf(Padded(spaces, 210)));
    }

    [Fact]
    public void XmlNestedTooDeeplyOrWithTooLongATagIsRefused()
    {
        Assert.Equal(
            "not-a-workbook", CodeOf(Book().Part("xl/sharedStrings.xml", string.Concat(Enumerable.Repeat("<a>", 1_000_000))).ToBytes()));
        Assert.Equal("too-large", CodeOf(Book().Part("xl/sharedStrings.xml", $"<sst a=\"{new string('x', 2_000_000)}\"/>").ToBytes()));
    }

    [Fact]
    public void MoreThanAThousandEntriesAreTooMany() =>
        Assert.Equal("too-large", CodeOf(TestBook.Zip(Enumerable.Range(0, 1_001).Select(i => ($"{i}.xml", "x"u8.ToArray())))));

    [Fact]
    public void MoreThanAHundredThousandRowsAreTooMany() =>
        Assert.Equal("too-large", CodeOf(Book(
            ).Raw("行", "", $"<sheetData>{string.Concat(Enumerable.Repeat("<row/>", 100_001))}</sheetData>").ToBytes()));

    [Fact]
    public void AWorkbookWithHugeDimensionsAndMergedCellsIsAccepted()
    {
        var rows = TestBook.Rows([["視点", "施策", "課題と今後の方向性"], [1, "その他", "文"]]);
        var book = TestBook.Of("zaisei", "空").Raw("課題", "", $"<dimension ref=\"A1:XFD1048576\"/>{rows}<mergeCells><mergeCell ref=\"E1:XFD1048576\"/><mergeCell ref=\"A3:A1048576\"/></mergeCells>");
        Assert.True(Some.Read(book.ToBytes()).IsAccepted);
    }

    [Fact]
    public void ATextOfThreeMillionCharactersIsReportedAsTooLong()
    {
        var book = TestBook.Of("zaisei", "課題", ["視点", "施策", "課題と今後の方向性"], [1, "その他", new string('x', 3_000_000)]);
        var reading = Some.Read(book.ToBytes());
        Assert.Equal("text-too-long", Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public void AWorkbookThatRepeatsALongTextInEveryCellIsAccepted()
    {
        var cells = string.Concat(Enumerable.Repeat("<c t=\"s\"><v>0</v></c>", 256));
        var sheet = $"<sheetData>{string.Concat(Enumerable.Repeat($"<row>{cells}</row>", 40))}</sheetData>";
        var book = Enumerable.Range(0, 20).Aggregate(Book(), (b, i) => b.Raw($"{i}", "", sheet))
            .Part("xl/sharedStrings.xml", $"<sst><si><t>{new string('㍻', 70_000)}</t></si></sst>");
        Assert.True(Some.Read(book.ToBytes()).IsAccepted);
    }

    [Fact]
    public void AtMostTenThousandProblemsAreReported()
    {
        object?[][] rows = [["視点", "施策", "課題と今後の方向性"], .. Enumerable.Range(0, 12_000).Select(i => (object?[])[$"視点{i + 10}", "その他", "文"])];
        Assert.Equal(10_000, Some.Read(TestBook.Of("zaisei", "課題", rows).ToBytes()).Problems.Count);
    }

    [Fact]
    public void CancellingIsNotSwallowed()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => WorkbookReader.Read(Workbook, new(Some.Register, Some.Year, null), source.Token));
    }

    private static TestBook Book() => TestBook.Of("zaisei", "課題", ["視点", "施策", "課題と今後の方向性"], [1, "その他", "文"]);

    private static string CodeOf(byte[] content) => Assert.Single(Some.Read(content).Problems).Code;

    private static byte[] Padded(byte[] block, int times)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("xl/workbook.xml", CompressionLevel.Fastest).Open();
            part.Write("<workbook>"u8);
            for (var i = 0; i < times; i++)
                part.Write(block);
        }

        return stream.ToArray();
    }

    private static byte[] Changed(byte[] book, Func<string, string> change)
    {
        using var archive = new ZipArchive(new MemoryStream(book));
        return TestBook.Zip(
            [.. archive.Entries.Select(e => (e.FullName, Encoding.UTF8.GetBytes(change(new StreamReader(e.Open()).ReadToEnd()))))]);
    }

    private static string WithOneAttribute(string xml, string value, Random random)
    {
        var attributes = System.Text.RegularExpressions.Regex.Matches(
            xml, "(?<!xmlns[:a-z]*=)(?<= (?:r|s|t|ref|numFmtId|date1904|sheetId)=)\"[^\"]*\"");
        if (attributes.Count == 0)
            return xml;
        var chosen = attributes[random.Next(attributes.Count)];
        return xml[..chosen.Index] + value + xml[(chosen.Index + chosen.Length)..];
    }
}
