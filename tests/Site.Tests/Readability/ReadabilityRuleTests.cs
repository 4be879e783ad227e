using System.Text;
using KawasakiServerless.Packing;
using KawasakiServerless.Site.Readability;

namespace KawasakiServerless.Site.Tests;

/// <summary>Each rule, kept and broken. A rule that nothing can break says nothing.</summary>
public sealed class ReadabilityRuleTests
{
    private const string Values = "indicator,initiative,viewpoint,policyArea,name,group,unit,cumulative,fiscalYear,era,value,text,status,sourceDepartment,sourceSubmission,sourceFile,sourceSheet,sourceCell,sourceUploadedAt,cell";
    private const string Row = "a-0001-1,a-0001,1,高齢者施策,配布数,,部,false,2017,平成29年度,1000,,reported,a,s,f,取組,B5,2018-08-01T00:00:00+09:00,K5";

    [Fact]
    public void AFileAsItShouldBeKeepsEveryRule() => Assert.Empty(BrokenBy(Csv(Values, Row)));

    [Theory]
    [InlineData("1-2", "a-0001-1", "a-0001-1、a-0001-2")]
    [InlineData("1-2", "配布数", "配布数;回収数")]
    [InlineData("1-3", ",1000,", ",\"1,000\",")]
    [InlineData("1-3", ",1000,", ",1000部,")]
    [InlineData("1-3", ",false,", ",いいえ,")]
    [InlineData("1-3", "a-0001,1,高", "a-0001,1.5,高")]
    [InlineData("1-5", "配布数", "配 布 数")]
    [InlineData("1-5", "配布数", "配布数　")]
    [InlineData("1-5", "配布数", "\"配布\r\n数\"")]
    [InlineData("1-6", "配布数", "〃")]
    [InlineData("1-7", "配布数", "=A1")]
    [InlineData("1-7", "配布数", "@SUM(A1)")]
    [InlineData("1-10", "配布数", "①配布数")]
    [InlineData("1-10", "配布数", "㈱配布数")]
    [InlineData("1-11", ",2017,", ",29,")]
    [InlineData("1-11", ",2017,平", ",,平")]
    [InlineData("1-13", ",1000,", ",-,")]
    [InlineData("1-13", ",1000,,reported", ",,,reported")]
    [InlineData("1-13", ",1000,,reported", ",0,,notReported")]
    [InlineData("2-1", ",B5,", ",B5,余り,")]
    public void ARowThatBreaksARuleIsFound(string rule, string right, string wrong) =>
        Assert.Contains(rule, BrokenBy(Csv(Values, Row.Replace(right, wrong, StringComparison.Ordinal))));

    [Theory]
    [InlineData("1-6", "name,group", "name,name")]
    [InlineData("1-6", "name,group", "name,")]
    [InlineData("1-9", "group,unit", "group,measure")]
    [InlineData("2-2", "indicator,", "指標,")]
    public void AHeaderThatBreaksARuleIsFound(string rule, string right, string wrong) =>
        Assert.Contains(rule, BrokenBy(Csv(Values.Replace(right, wrong, StringComparison.Ordinal), Row)));

    [Theory]
    [InlineData("2-2", "表1 指標の値")]
    [InlineData("2-1", "表1 指標の値")]
    public void ATitleAboveTheHeaderIsFound(string rule, string title) => Assert.Contains(rule, BrokenBy(Csv(title, Values, Row)));

    [Fact]
    public void ASecondTableInTheFileIsFound() => Assert.Contains("2-2", BrokenBy(Csv(Values, Row, Values, Row)));

    [Fact]
    public void AnEmptyRowThatDividesTheTableIsFound() => Assert.Contains("2-1", BrokenBy(Csv(Values, Row, new string(',', 19), Row)));

    [Fact]
    public void AWardThatIsNoneIsFound()
    {
        const string header = "id,ward,fiscalYear,era,category,heading,text,sourceDepartment,sourceSubmission,sourceFile,sourceSheet,sourceCell,sourceUploadedAt";

        Assert.Contains("1-12", BrokenBy("ward-activities.csv", Csv(header, "a-0001,川崎,2017,平成29年度,,,説明会,a,s,f,取組,B5,2018-08-01T00:00:00+09:00")));
    }

    [Fact]
    public void AnotherEncodingIsFound() => Assert.Contains("文字コード", BrokenBy([0xEF, 0xBB, 0xBF, 0x8E, 0x77, 0x95, 0x57]));

    [Fact]
    public void ACsvWithoutItsMarkIsFound() => Assert.Contains("文字コード", BrokenBy(Csv(Values, Row)[3..]));

    [Fact]
    public void LineEndsOfAnotherSystemAreFound() => Assert.Contains("文字コード", BrokenBy(Encoding.UTF8.GetBytes($"\uFEFF{Values}\n{Row}\n")));

    [Fact]
    public void JsonWithAMarkIsFound() => Assert.Contains("文字コード", BrokenBy("departments.json", [0xEF, 0xBB, 0xBF, .. "[]"u8]));

    [Theory]
    [InlineData("indicator-values.json", "{}")]
    [InlineData("all.xlsx", "PK")]
    public void AFileOfAnotherFormatIsFound(string name, string content) => Assert.Contains("1-1", BrokenBy(name, Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void AJsonNumberInQuotesIsFound() => Assert.Contains("1-3", BrokenBy("indicator-notes.json", """[{"indicator":"a","order":"1","note":"n"}]"""u8.ToArray()));

    [Fact]
    public void AJsonObjectWithOtherMembersIsFound() => Assert.Contains("2-1", BrokenBy("indicator-notes.json", """[{"indicator":"a","order":1,"note":"n"},{"indicator":"a"}]"""u8.ToArray()));

    [Theory]
    [InlineData("1-3", """<c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2" t="inlineStr"><is><t>1</t></is></c><c r="C2" t="inlineStr"><is><t>n</t></is></c>""")]
    [InlineData("1-3", """<c r="A2"><v>1</v></c><c r="B2"><v>1</v></c><c r="C2" t="inlineStr"><is><t>n</t></is></c>""")]
    [InlineData("1-7", """<c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="inlineStr"><is><t>n</t></is></c>""")]
    public void ASheetThatBreaksARuleIsFound(string rule, string cells) => Assert.Contains(rule, BrokenBy("all.xlsx", Workbook(cells)));

    [Fact]
    public void MergedCellsAreFound() => Assert.Contains("1-4", BrokenBy("all.xlsx", Workbook("", "<mergeCells count=\"1\"><mergeCell ref=\"A2:B2\"/></mergeCells>")));

    [Fact]
    public void APictureIsFound() => Assert.Contains("1-8", BrokenBy("all.xlsx", Workbook("", extra: "xl/media/image1.png")));

    private static IEnumerable<string> BrokenBy(byte[] csv) => BrokenBy("indicator-values.csv", csv);

    private static IEnumerable<string> BrokenBy(string name, byte[] bytes) =>
        ReadabilityScore.Of(OpenedFile.Open(name, bytes)!).Results.Where(r => !r.IsKept).Select(r => r.Rule.Number);

    private static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes("\uFEFF" + string.Concat(lines.Select(l => l + "\r\n")));

    private static byte[] Workbook(string cells, string after = "", string? extra = null)
    {
        const string header = """<c r="A1" t="inlineStr"><is><t>indicator</t></is></c><c r="B1" t="inlineStr"><is><t>order</t></is></c><c r="C1" t="inlineStr"><is><t>note</t></is></c>""";
        using var zip = new ReproducibleZip();
        zip.Add("xl/workbook.xml", Encoding.UTF8.GetBytes($"<workbook xmlns=\"{Xml.Main}\" xmlns:r=\"{Xml.Relationships}\"><sheets><sheet name=\"indicator-notes\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
        zip.Add("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"u8.ToArray());
        zip.Add("xl/worksheets/sheet1.xml", Encoding.UTF8.GetBytes($"<worksheet xmlns=\"{Xml.Main}\"><sheetData><row r=\"1\">{header}</row>{(cells.Length == 0 ? "" : $"<row r=\"2\">{cells}</row>")}</sheetData>{after}</worksheet>"));
        if (extra is not null)
            zip.Add(extra, new byte[] { 1 });
        return zip.ToArray();
    }
}
