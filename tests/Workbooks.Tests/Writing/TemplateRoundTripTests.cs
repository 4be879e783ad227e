using FsCheck;
using FsCheck.Fluent;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tests.Writing;

public sealed class TemplateRoundTripTests
{
    [Fact]
    public void RecordsWrittenToATemplateAreReadBackUnchanged() =>
        Prop.ForAll(RecordGenerators.Records.ToArbitrary(), ComesBack).QuickCheckThrowOnFailure();

    [Fact]
    public void TheSameRequestGivesTheSameBytes() =>
        Assert.Equal(Some.Template("kenkofukushi"), Some.Template("kenkofukushi"));

    [Fact]
    public void AnEmptyTemplateNamesItsDepartmentAndItsReportingYear()
    {
        var reading = Some.Read(Some.Template("takatsu"));
        Assert.Equal(
            ("takatsu", FiscalYear.Of(2018), WorkbookLayout.Template), (reading.Department, reading.ReportingYear, reading.Layout));
        Assert.Equal(Some.Time, reading.LastModified);
        Assert.Equal("nothing-reported", Assert.Single(reading.Problems).Code);
        Assert.True(reading.IsAccepted);
    }

    [Theory]
    [InlineData("zaisei", "はじめに 視点別取組 課題と方向性 連携取組")]
    [InlineData("takatsu", "はじめに 視点別取組 課題と方向性 連携取組 区の取組")]
    [InlineData("kenkofukushi", "はじめに 視点別取組 課題と方向性 連携取組 区の取組 活動統計 本文 やさしい日本語")]
    public void ADepartmentGetsTheSheetsItNeeds(string department, string sheets)
    {
        var (workbook, _) = SpreadsheetReader.Read(Some.Template(department), Budget.New());
        Assert.Equal(sheets, string.Join(' ', workbook!.Sheets.Where(s => !s.IsHidden).Select(s => s.Name)));
    }

    [Fact]
    public void ATextThatLooksLikeAFormulaStaysAText()
    {
        var initiative = new Initiative("a", Source.Read("", "", ""), 1, "elderly", ["財政局"], "=1+1");
        var reading = Some.Read(Some.Template("zaisei", DepartmentRecords.Of([initiative])));
        Assert.Equal("=1+1", Assert.Single(reading.Records.Initiatives).Text);
    }

    [Fact]
    public void APolicyAreaThatIsNoMoreIsLeftForStaffToChoose()
    {
        var direction = new Direction("a", Source.Read("", "", ""), 1, "abolished", [], "文");
        var problem = Assert.Single(Some.Read(Some.Template("zaisei", DepartmentRecords.Of([direction]))).Problems);
        Assert.Equal(("required", "C2"), (problem.Code, problem.Cell));
    }

    private static bool ComesBack(DepartmentRecords records)
    {
        var reading = Some.Read(Some.Template("kenkofukushi", records), "kenkofukushi");
        return reading.IsAccepted && Some.Comparable(reading.Records).Equals(Some.Comparable(records));
    }
}
