using System.Text;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Annotating;
using KawasakiServerless.Workbooks.Copying;
using KawasakiServerless.Workbooks.Tests.Annotating;

namespace KawasakiServerless.Workbooks.Tests.Copying;

/// <summary>The copy of a workbook that is published contains what the visible cells show, each in its place, and nothing else.</summary>
public sealed class PublicCopyTests
{
    private const string Secret = "麤澤";

    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(Some.PathOf("Samples"), "*.xlsx").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void TheCopyOfASampleIsReadAsTheSameRecordsInTheSameCells(string file)
    {
        var original = File.ReadAllBytes(Path.Combine(Some.PathOf("Samples"), file));
        var (before, after) = (Some.Read(original).Records, Some.Read(Copy(original)).Records);

        Assert.NotEmpty(before.All);
        // This compares the sources too: the sheet and the cell of each record and of each number.
        Assert.Equal(before, after);
    }

    [Theory]
    [InlineData("libreoffice-kenkofukushi.xlsx")]
    [InlineData("openpyxl-takatsu.xlsx")]
    public void TheCopyOfAWorkbookSavedByAnotherProgramIsReadAsTheSameRecords(string file)
    {
        Assert.Equal(Some.Read(Some.Fixture(file)).Records, Some.Read(Copy(Some.Fixture(file))).Records);
        Assert.Empty(new Answer(Copy(Some.Fixture(file))).NewErrors(Some.Fixture(file)));
    }

    [Fact]
    public void ACopyIsValidOpenXmlAndTheSameAnyTime()
    {
        var original = Some.Template("kenkofukushi");

        Assert.Empty(new Answer(Copy(original)).Errors());
        Assert.Equal(Copy(original), Copy(original));
    }

    [Fact]
    public void PersonalNamesAndInvisibleContentAreNotCopied()
    {
        const string cell = $"<c r=\"A1\" t=\"inlineStr\"><is><t>{Secret}</t></is></c>";
        var original = new TestBook
        {
            WorkbookProperties = $"<fileSharing userName=\"{Secret}\"/>",
            AfterSheets = $"<definedNames><definedName name=\"{Secret}\">1</definedName></definedNames>",
        }
            .Raw("見える", "", $"""
                <sheetPr codeName="{Secret}"/><cols><col min="3" max="3" width="9" hidden="1"/></cols>
                <sheetData><row r="1"><c r="A1" t="str"><f>{Secret}!A1</f><v>値</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>0</v></c></row>
                <row r="2" hidden="1">{cell.Replace("A1", "A2", StringComparison.Ordinal)}</row></sheetData>
                <dataValidations><dataValidation prompt="{Secret}"/></dataValidations><headerFooter><oddHeader>{Secret}</oddHeader></headerFooter>
                <legacyDrawing r:id="c"/>
                """)
            .Raw("隠れた", "state=\"veryHidden\"", $"<sheetData><row r=\"1\">{cell}</row></sheetData>")
            .Part("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\"><si><t>{Secret}</t></si><si><r><rPr><strike/></rPr><t> 本文 </t></r><rPh sb=\"0\" eb=\"1\"><t>{Secret}</t></rPh></si></sst>")
            .Part("docProps/core.xml", $"<a>{Secret}</a>")
            .Part("docProps/app.xml", $"<a>{Secret}</a>")
            .Part("xl/comments1.xml", $"<a>{Secret}</a>")
            .Part("xl/persons/person.xml", $"<a>{Secret}</a>")
            .ToBytes();
        Assert.Contains(Answer.PartsOf(original).Values, IsSecret);

        var copy = new Answer(Copy(original));

        Assert.DoesNotContain(Answer.PartsOf(copy.Bytes).Values, IsSecret);
        Assert.Equal(["見える"], copy.SheetNames);
        Assert.Equal("1: A1 B1, 2: ", copy.CellsOf("見える"));
        Assert.Contains(
            "<r><rPr><strike /></rPr><t xml:space=\"preserve\"> 本文 </t></r>", copy.Text("xl/sharedStrings.xml"), StringComparison.Ordinal);
        Assert.Equal(7, Answer.PartsOf(copy.Bytes).Count);
    }

    [Theory]
    [InlineData("", "r=\"B1\"", "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>")]
    [InlineData("", "r=\"B1\" s=\"1\"", "")]
    [InlineData("<cols><col min=\"260\" max=\"262\" width=\"9\" hidden=\"1\"/></cols>", "r=\"IZ1\"", "")]
    [InlineData("", "r=\"IZ1\"", "<mergeCells><mergeCell ref=\"IY1:IZ1\"/></mergeCells>")]
    public void ContentThatNoVisibleCellShowsIsNotCopied(string columns, string cell, string merges)
    {
        var original = Formatted(";;;")
            .Raw(
                "表", "",
                $"{columns}<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>見える</t></is></c><c {cell} t=\"s\"><v>0</v></c></row>"
                    + $"</sheetData>{merges}")
            .Part("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\"><si><t>{Secret}</t></si></sst>").ToBytes();

        var copy = new Answer(Copy(original));

        Assert.DoesNotContain(Answer.PartsOf(copy.Bytes).Values, IsSecret);
        Assert.Contains("<t xml:space=\"preserve\">見える</t>", copy.Text("xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void TheListOfFindingsOfAnAnswerIsNotCopied()
    {
        var answer = AnnotatedWorkbook.Write(
            Some.Template("zaisei"), [new Problem("required", Severity.Error, "取組", "B5", null, "メッセージ", "直し方")]);

        Assert.Contains("指摘一覧", new Answer(answer).SheetNames);
        Assert.DoesNotContain("指摘一覧", new Answer(Copy(answer)).SheetNames);
    }

    [Theory]
    [InlineData("渡辺のメモ", "指摘一覧 (2)")]
    [InlineData("確認済み", "確認済み")]
    public void AListOfFindingsThatTheDepartmentChangedIsNotCopied(string header, string name)
    {
        var answer = Answer.PartsOf(AnnotatedWorkbook.Write(
            Some.Template("zaisei"), [new Problem("required", Severity.Error, "取組", "B5", null, "メッセージ", "直し方")]));
        answer["xl/workbook.xml"] = Changed(answer["xl/workbook.xml"], "name=\"指摘一覧\"", $"name=\"{name}\"");
        var list = answer.Single(p => Encoding.UTF8.GetString(p.Value).Contains("入力されている内容", StringComparison.Ordinal)).Key;
        answer[list] = Changed(
            answer[list], "</row><row r=\"6\"", $"<c r=\"G5\" t=\"inlineStr\"><is><t>{header}</t></is></c></row><row r=\"6\"");

        var copy = new Answer(Copy(TestBook.Zip(answer.Select(p => (p.Key, p.Value)))));

        Assert.DoesNotContain(name, copy.SheetNames);
        Assert.Contains("視点別取組", copy.SheetNames);
    }

    [Fact]
    public void TheColoursOfMarkedCellsAreNotCopied()
    {
        var answer = Answer.To(Some.Template("zaisei"), new Problem("required", Severity.Error, "視点別取組", "B5", null, "メッセージ", "直し方"));
        Assert.Equal("FFFFD0D4", answer.FillOf("視点別取組", "B5"));

        Assert.Null(new Answer(Copy(answer.Bytes)).FillOf("視点別取組", "B5"));
    }

    [Fact]
    public void StylesAndNumberFormatsThatNoVisibleCellUsesAreNotCopied()
    {
        var original = new TestBook().Raw(
            "表", "",
            "<cols><col min=\"1\" max=\"1\" style=\"1\"/></cols><sheetData><row r=\"1\"><c r=\"A1\" s=\"2\"><v>1</v></c></row><row r=\"2\" hidden=\"1\"><c "
                + "r=\"A2\" s=\"1\"><v>1</v></c></row></sheetData>")
            .Part(
                "xl/styles.xml",
                $"<styleSheet xmlns=\"{Main}\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"&quot;{Secret}&quot;0\"/><numFmt numFmtId=\"171\" "
                    + "formatCode=\"0&quot;人&quot;\"/></numFmts><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders>"
                    + "<cellStyleXfs><xf/><xf numFmtId=\"170\"/></cellStyleXfs><cellXfs><xf xfId=\"0\"/><xf numFmtId=\"170\" xfId=\"1\"/><xf "
                    + "numFmtId=\"171\" xfId=\"1\"/></cellXfs><cellStyles><cellStyle name=\"標準\" xfId=\"0\" builtinId=\"0\"/><cellStyle "
                    + $"name=\"{Secret}\" xfId=\"1\"/></cellStyles><dxfs><dxf><font><name val=\"{Secret}\"/></font></dxf></dxfs><tableStyles "
                    + $"defaultTableStyle=\"{Secret}\"/></styleSheet>").ToBytes();

        var styles = new Answer(Copy(original)).Text("xl/styles.xml");

        Assert.DoesNotContain(Secret, styles, StringComparison.Ordinal);
        Assert.Contains("<numFmt numFmtId=\"171\" formatCode=\"0&quot;人&quot;\" />", styles, StringComparison.Ordinal);
        Assert.Contains(
            "<cellXfs><xf xfId=\"0\" /><xf numFmtId=\"0\" xfId=\"0\" /><xf numFmtId=\"171\" xfId=\"0\" /></cellXfs>", styles,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ACopyKeepsThe1904DateSystem()
    {
        var original = new TestBook { WorkbookProperties = "<workbookPr date1904=\"1\"/>" }.Sheet("一", ["あ"]).ToBytes();

        Assert.Contains("date1904=\"1\"", new Answer(Copy(original)).Text("xl/workbook.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void AnXlsFileAnInvalidFileAndAWorkbookOfHiddenSheetsHaveNoCopy()
    {
        Assert.Null(PublicCopy.TryMake(Some.Fixture("libreoffice-kinds.xls"), CancellationToken.None));
        Assert.Null(PublicCopy.TryMake("not a workbook"u8.ToArray(), CancellationToken.None));
        Assert.Null(PublicCopy.TryMake(new TestBook().Hidden("一", ["あ"]).ToBytes(), CancellationToken.None));
    }

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    internal static TestBook Formatted(string format) => new TestBook().Part(
        "xl/styles.xml",
        $"<styleSheet xmlns=\"{Main}\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"{format}\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf "
            + "numFmtId=\"170\"/></cellXfs></styleSheet>");

    private static byte[] Changed(byte[] part, string from, string to)
    {
        var text = Encoding.UTF8.GetString(part);
        Assert.Contains(from, text, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
    }

    private static bool IsSecret(byte[] part) => Encoding.UTF8.GetString(part).Contains(Secret, StringComparison.Ordinal);

    private static byte[] Copy(byte[] original) => Assert.IsType<byte[]>(PublicCopy.TryMake(original, CancellationToken.None));
}
