using System.Text;
using KawasakiServerless.Domain;
using KawasakiServerless.Packing;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.DataDictionary;
using KawasakiServerless.Site.Readability;

namespace KawasakiServerless.Site.Tests;

/// <summary>
/// Tests each rule with files that keep it and files that break it, because a rule that no file can break checks nothing.
/// </summary>
public sealed class ReadabilityRuleTests
{
    private const string Values =
        "indicator,initiative,viewpoint,viewpointName,policyAreaCode,policyArea,name,group,unit,cumulative,fiscalYear,era,value,text,"
            + "status,"
        + "sourceDepartment,sourceSubmission,sourceFile,sourceSheet,sourceCell,sourceUploadedAt,cell";

    private const string Row =
        "a-0001-1,a-0001,1,意識の醸成,elderly,高齢者施策,配布数,,部,false,2017,平成29年度,1000,,reported,a,s,f,取組,B5,2018-08-01T00:00:00+09:00,K5";

    [Fact]
    public void EveryRuleHasItsCheck() => Assert.Equal(ReadabilityRules.All.Select(r => r.Id), FileChecks.All.Select(c => c.Id));

    [Fact]
    public void AValidFileBreaksNoRule() => Assert.Empty(BrokenBy(Csv(Values, Row)));

    [Theory]
    [InlineData("L1-03", ",K5", "")]
    [InlineData("L1-04", ",B5,", ",B5,余り,")]
    [InlineData("L1-06", "配布数", "配 布 数")]
    [InlineData("L1-06", "配布数", "配布数　")]
    [InlineData("L1-07", "a-0001-1", "a-0001-1、a-0001-2")]
    [InlineData("L1-07", "配布数", "配布数;回収数")]
    [InlineData("L1-08", "配布数", "①配布数")]
    [InlineData("L1-08", "配布数", "㈱配布数")]
    [InlineData("L1-09", "配布数", "－")]
    [InlineData("L1-09", ",1000,,reported", ",,,reported")]
    [InlineData("L1-09", ",1000,,reported", ",0,,notReported")]
    [InlineData("L1-14", "配布数", "\"配布\r\n数\"")]
    [InlineData("L1-15", "配布数", "配布数,回収数")]
    [InlineData("L1-15", "配布数", "配\"布\"数")]
    [InlineData("L2-01", ",1000,", ",\"1,000\",")]
    [InlineData("L2-01", ",1000,", ",1000部,")]
    [InlineData("L2-01", ",false,", ",いいえ,")]
    [InlineData("L2-01", "a-0001,1,意", "a-0001,1.5,意")]
    [InlineData("L2-02", "配布数", "〃")]
    [InlineData("L2-02", "高齢者施策", "")]
    [InlineData("L2-04", ",reported,", ",Reported,")]
    [InlineData("L2-05", "配布数", "その他（会場）")]
    [InlineData("L3-03", ",1000,", ",-,")]
    [InlineData("L3-05", ",2017,", ",29,")]
    [InlineData("L3-05", ",2017,平", ",,平")]
    public void ARowThatBreaksARuleIsFound(string rule, string right, string wrong) =>
        Assert.Contains(rule, BrokenBy(Csv(Values, Row.Replace(right, wrong, StringComparison.Ordinal))));

    [Theory]
    [InlineData("L1-05", "name,group", "name,")]
    [InlineData("L1-06", "name,group", "name,gr oup")]
    [InlineData("L2-03", "name,group", "name,name")]
    [InlineData("L3-04", "group,unit", "group,measure")]
    [InlineData("L3-07", "indicator,", "figure,")]
    [InlineData("L3-08", "indicator,", "指標,")]
    [InlineData("L3-09", "fiscalYear,era", "2017年度,2018年度")]
    public void AHeaderThatBreaksARuleIsFound(string rule, string right, string wrong) =>
        Assert.Contains(rule, BrokenBy(Csv(Values.Replace(right, wrong, StringComparison.Ordinal), Row)));

    [Theory]
    [InlineData("L1-04")]
    [InlineData("L3-01")]
    public void ATitleAboveTheHeaderIsFound(string rule) => Assert.Contains(rule, BrokenBy(Csv("表1 指標の値", Values, Row)));

    [Fact]
    public void ASecondTableInTheFileIsFound() => Assert.Contains("L1-02", BrokenBy(Csv(Values, Row, Values, Row)));

    [Fact]
    public void AnEmptyRowThatDividesTheTableIsFound() => Assert.Contains("L1-03", BrokenBy(Csv(Values, Row, new string(',', 21), Row)));

    [Fact]
    public void AnUnknownWardNameIsFound()
    {
        const string header = "id,wardCode,ward,fiscalYear,era,category,heading,text,sourceDepartment,sourceSubmission,sourceFile,"
            + "sourceSheet,sourceCell,sourceUploadedAt";

        Assert.Contains("L3-06", BrokenBy("ward-activities.csv",
            Csv(header, "a-0001,kawasaki,川崎,2017,平成29年度,,,説明会,a,s,f,取組,B5,2018-08-01T00:00:00+09:00")));
    }

    [Fact]
    public void ACodeThatNoTableExplainsIsFound()
    {
        var column = new OpenDataColumn("kind", DataType.Code, "種類");
        var table = new OpenedTable("departments", [[OpenedCell.OfText("kind")]]) { Description = new("kinds", "種類", "", [column]) };

        Assert.Single(TableChecks.ExplainedCodes(FileKind.Csv, table));
        Assert.Empty(TableChecks.ExplainedCodes(FileKind.Csv,
            table with { Description = new("kinds", "種類", "", [column with { CodeTable = "kinds" }]) }));
    }

    [Fact]
    public void AnEncodingOtherThanUtf8IsFound() => Assert.Contains("L3-08", BrokenBy([0xEF, 0xBB, 0xBF, 0x8E, 0x77, 0x95, 0x57]));

    [Fact]
    public void ACsvWithoutAByteOrderMarkIsFound() => Assert.Contains("L3-08", BrokenBy(Csv(Values, Row)[3..]));

    [Fact]
    public void ACsvWithLineFeedsInsteadOfCrlfIsFound() =>
        Assert.Contains("L3-08", BrokenBy(Encoding.UTF8.GetBytes($"\uFEFF{Values}\n{Row}\n")));

    [Fact]
    public void JsonWithAByteOrderMarkIsFound() => Assert.Contains("L3-08", BrokenBy("departments.json", [0xEF, 0xBB, 0xBF, .. "[]"u8]));

    [Theory]
    [InlineData("indicator-values.json", "{}")]
    [InlineData("indicator-values.json", "")]
    [InlineData("indicator-values.json", "[1]")]
    [InlineData("indicator-values.json", """[{"indicator":"a"}""")]
    [InlineData("indicator-values.json", """[{"indicator":"a"}]]""")]
    [InlineData("all.xlsx", "PK")]
    public void AFileThatCannotBeReadInItsFormatIsFound(string name, string content) =>
        Assert.Contains("L1-01", BrokenBy(name, Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void AJsonNumberInQuotesIsFound() =>
        Assert.Contains("L2-01", BrokenBy("indicator-notes.json", """[{"indicator":"a","order":"1","note":"n"}]"""u8.ToArray()));

    [Fact]
    public void AJsonObjectThatLacksMembersIsFound() =>
        Assert.Contains(
            "L1-03", BrokenBy("indicator-notes.json", """[{"indicator":"a","order":1,"note":"n"},{"indicator":"a"}]"""u8.ToArray()));

    [Fact]
    public void AJsonObjectWithMoreMembersThanTheFirstIsFound() =>
        Assert.Contains("L1-03", BrokenBy("indicator-notes.json", """[{"indicator":"a"},{"indicator":"a","order":1}]"""u8.ToArray()));

    [Theory]
    [InlineData("L2-01", """<c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2" t="inlineStr"><is><t>1</t></is></c><c r="C2" t="inlineStr"><is><t>n</t></is></c>""")]
    [InlineData("L2-01", """<c r="A2"><v>1</v></c><c r="B2"><v>1</v></c><c r="C2" t="inlineStr"><is><t>n</t></is></c>""")]
    [InlineData(
        "L2-06",
        """<c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="inlineStr"><is><t>n</t></is></c>""")]
    [InlineData(
        "L1-11",
        """<c r="A2" s="1" t="inlineStr"><is><t>a</t></is></c><c r="B2"><v>2</v></c><c r="C2" t="inlineStr"><is><t>n</t></is></c>""")]
    public void ASheetThatBreaksARuleIsFound(string rule, string cells) => Assert.Contains(rule, BrokenBy("all.xlsx", Workbook(cells)));

    [Fact]
    public void MergedCellsAreFound() =>
        Assert.Contains("L1-12", BrokenBy("all.xlsx", Workbook("", "<mergeCells count=\"1\"><mergeCell ref=\"A2:B2\"/></mergeCells>")));

    [Fact]
    public void AHiddenColumnIsFound() =>
        Assert.Contains("L1-13", BrokenBy("all.xlsx", Workbook("", "<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols>")));

    [Fact]
    public void APictureInAWorkbookIsFound() => Assert.Contains("L1-10", BrokenBy("all.xlsx", Workbook("", extra: "xl/media/image1.png")));

    private static IEnumerable<string> BrokenBy(byte[] csv) => BrokenBy("indicator-values.csv", csv);

    private static IEnumerable<string> BrokenBy(string name, byte[] bytes) =>
        FileReadability.Of(OpenedFile.Open(name, bytes)!, OpenDataTable.SheetDescriptions).Broken.Select(r => r.Rule.Id);

    private static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes("\uFEFF" + string.Concat(lines.Select(l => l + "\r\n")));

    private static byte[] Workbook(string cells, string after = "", string? extra = null)
    {
        const string header =
            """<c r="A1" t="inlineStr"><is><t>indicator</t></is></c><c r="B1" t="inlineStr"><is><t>order</t></is></c><c r="C1" t="inlineStr"><is><t>note</t></is></c>""";
        using var zip = new ReproducibleZip();
        zip.Add("xl/workbook.xml", Encoding.UTF8.GetBytes($"<workbook xmlns=\"{Xml.Main}\" xmlns:r=\"{Xml.Relationships}\"><sheets><sheet name=\"indicator-notes\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
        zip.Add(
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"u8.ToArray());
        zip.Add("xl/worksheets/sheet1.xml", Encoding.UTF8.GetBytes($"<worksheet xmlns=\"{Xml.Main}\"><sheetData><row r=\"1\">{header}</row>{(cells.Length == 0 ? "" : $"<row r=\"2\">{cells}</row>")}</sheetData>{after}</worksheet>"));
        zip.Add("xl/styles.xml", Encoding.UTF8.GetBytes($"<styleSheet xmlns=\"{Xml.Main}\"><fonts><font/><font><b/></font></fonts><cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"/></cellXfs></styleSheet>"));
        if (extra is not null)
            zip.Add(extra, new byte[] { 1 });
        return zip.ToArray();
    }
}
