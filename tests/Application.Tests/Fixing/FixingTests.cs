using KawasakiServerless.Application.Checks;
using KawasakiServerless.Application.Fixing;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Application.Tests.Reviews;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Checks;
using KawasakiServerless.Testing;
using KawasakiServerless.Workbooks.Repairing;

namespace KawasakiServerless.Application.Tests.Fixing;

/// <summary>
/// When cells of a checked workbook are corrected in the portal, a new check of the corrected workbook is created, and nothing else
/// changes.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class FixingTests(SharedAzurite azurite)
{
    private const string Form = "0123456789abcdef0123456789abcdef", Initiatives = "視点別取組", Clerk = "a clerk",
        Viewpoint = "1 意識の醸成と参加・活動の促進";

    private static readonly CellName BrokenViewpoint = new(Initiatives, "B2");

    [Fact]
    public async Task CorrectingACellCreatesANewCheckThatListsTheCorrection()
    {
        await using var city = await City.OpenAsync(azurite);
        var check = await CheckAsync(city, Broken());
        Assert.Contains(check.Fixes.Places, p => p.Key == BrokenViewpoint.Key);
        Assert.Equal(CheckState.HasErrors, CheckDecisions.StateOf(check, counting: null, submitted: null, unconfirmed: 0));

        var mended = await FixedAsync(city, check, BrokenViewpoint, Viewpoint);

        Assert.DoesNotContain(mended.Problems, p => p.Severity == Severity.Error);
        Assert.Equal([new(BrokenViewpoint, "視点", "視点9", Viewpoint)], mended.Edits);
        Assert.Equal("報告.xlsx", mended.FileName);
        Assert.Equal(check, await city.Get<CheckStore>().FindAsync(check.Id, default));
        Assert.Equal(mended, await city.Get<CheckStore>().FindAsync(mended.Id, default));
    }

    [Fact]
    public async Task SendingTheSameCorrectionTwiceAtOnceCreatesOneCheck()
    {
        await using var city = await City.OpenAsync(azurite);
        var check = await CheckAsync(city, Broken());

        var mended = await Task.WhenAll(
            FixedAsync(city, check, BrokenViewpoint, Viewpoint), FixedAsync(city, check, BrokenViewpoint, Viewpoint));

        Assert.Equal((mended[0].Id, mended[0].Submission), (mended[1].Id, mended[1].Submission));
    }

    [Fact]
    public async Task ACellCorrectedTwiceIsListedOnceWithItsFirstAndItsLastValue()
    {
        await using var city = await City.OpenAsync(azurite);
        var first = await FixedAsync(city, await CheckAsync(city, Broken()), BrokenViewpoint, "視点8");

        var second = await FixedAsync(city, first, BrokenViewpoint, Viewpoint);

        Assert.Equal([new(BrokenViewpoint, "視点", "視点9", Viewpoint)], second.Edits);
    }

    [Theory]
    [InlineData("視点9")]
    [InlineData(" 視点9\r\n")]
    public async Task TypingTheValueThatTheCellAlreadyHasCreatesNoCheck(string typed)
    {
        await using var city = await City.OpenAsync(azurite);

        Assert.IsType<FixOutcome.Nothing>(await FixAsync(city, await CheckAsync(city, Broken()), BrokenViewpoint, new(typed, "")));
    }

    [Fact]
    public async Task ATooLongTextOrAnUnknownChoiceIsRefusedWithAReason()
    {
        await using var city = await City.OpenAsync(azurite);
        var check = await CheckAsync(city, Broken());

        var tooLong = Assert.IsType<FixOutcome.Refused>(await FixAsync(city, check, BrokenViewpoint, new(new('字', 32_768), "")));
        var noChoice = Assert.IsType<FixOutcome.Refused>(await FixAsync(city, check, BrokenViewpoint, new("", "0123456789ab")));

        Assert.Equal("too-long", tooLong.Reasons[BrokenViewpoint.Key].Code);
        Assert.Equal("choice-gone", noChoice.Reasons[BrokenViewpoint.Key].Code);
    }

    [Fact]
    public async Task AQuickChoiceIsWrittenUnlessTheFieldWasChangedAsWell()
    {
        await using var city = await City.OpenAsync(azurite);
        var check = await CheckAsync(city, WithFigure("5回"));
        var input = (await FormAsync(city, check)).Fields.First(i => i.QuickChoices.Count > 0);

        var both = Assert.IsType<FixOutcome.Refused>(await FixAsync(city, check, input.At, new("6", input.QuickChoices[0].Key)));
        Assert.Equal("choice-and-text", both.Reasons[input.Key].Code);
        var fixedCheck = Assert.IsType<FixOutcome.Fixed>(
            await FixAsync(city, check, input.At, new(input.Standing, input.QuickChoices[0].Key))).Check;

        Assert.Equal("「5」にする", input.QuickChoices[0].Label);
        Assert.Equal((input.At, "5"), (Assert.Single(fixedCheck.Edits).At, fixedCheck.Edits[0].New));
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(600, true)]
    public async Task TheValueOfTheLastReportIsOfferedOnlyToACellWithAnotherValue(int figure, bool isOffered)
    {
        await using var city = await City.OpenAsync(azurite);
        await city.SubmitAsync("zaisei", ReviewedCity.JumpTo(500));

        var fields = (await FormAsync(city, await CheckAsync(city, ReviewedCity.JumpTo(figure)))).Fields;

        var jump = Assert.Single(fields, f => f.Standing == $"{figure}");
        Assert.Equal(isOffered, jump.QuickChoices.Any(c => c.Label == "前の報告と同じにする（500）"));
    }

    [Fact]
    public async Task ACertainCorrectionIsProposedAndWrittenOnlyIfItIsChosen()
    {
        await using var city = await City.OpenAsync(azurite);
        var check = await CheckAsync(city, WithFigure("5回"));
        var proposal = Assert.Single(Assert.IsType<Opened<EquatableList<ProposedRepair>>.Ready>(
            await city.Get<RepairAll>().ProposeAsync(check, await city.ReportingYearAsync(), default)).Content);
        Assert.Equal((1, "5回", "5"), (check.Fixes.Repairs, proposal.Old, proposal.New));

        Assert.IsType<FixOutcome.Nothing>(
            await city.Get<RepairAll>().RepairAsync(await RequestAsync(city, check), new HashSet<string>(), default));
        var mended = Assert.IsType<FixOutcome.Fixed>(
            await city.Get<RepairAll>().RepairAsync(await RequestAsync(city, check), null, default)).Check;

        Assert.Equal(("5回", "5"), (Assert.Single(mended.Edits).Old, mended.Edits[0].New));
        Assert.Equal(0, mended.Fixes.Repairs);
        Assert.DoesNotContain(mended.Problems, p => p.Severity == Severity.Error);
    }

    [Fact]
    public async Task AWorkbookInTheOldXlsFormatCanBeCorrectedOnlyInExcel()
    {
        await using var city = await City.OpenAsync(azurite);
        var check = await CheckAsync(city, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]]);

        var form = await FormAsync(city, check);

        Assert.Equal((Fixes.None, "old-format"), (check.Fixes, form.Whole?.Code));
        Assert.NotEmpty(form.InExcel);
        Assert.Empty(form.Fields);
    }

    [Fact]
    public async Task ADeletedCheckCanNoLongerBeCorrected()
    {
        await using var city = await City.OpenAsync(azurite);
        var check = await CheckAsync(city, Broken());
        await city.Get<CheckStore>().RemoveAllAsync(City.Year, "zaisei", default);

        Assert.IsType<FixOutcome.Gone>(await FixAsync(city, check, BrokenViewpoint, new(Viewpoint, "")));
        Assert.IsType<Opened<FixForm>.Gone>(await city.Get<FixHere>().FormAsync(check, await city.ReportingYearAsync(), default));
    }

    private static byte[] Broken() => Edited(Some.Workbook("zaisei", "一つ目"), new(Initiatives, "B2", CellValue.Of("視点9")));

    private static byte[] WithFigure(string typed) =>
        Edited(Some.WorkbookWithFigures("zaisei", Some.Year, 4, 4, 4), new(Initiatives, "K2", CellValue.Of(typed)));

    private static byte[] Edited(byte[] workbook, CellEdit edit) =>
        Assert.IsType<WorkbookEdited>(WorkbookEditing.Apply(workbook, [edit], default)).Workbook.ToArray();

    private static async Task<Check> CheckAsync(City city, byte[] workbook)
    {
        using var place = await city.Get<WorkbookGates>().Readings.EnterAsync(default);
        var year = await city.ReportingYearAsync();
        return await city.Get<Checking>()
            .CheckAsync(new(year, year.Register.Department("zaisei"), workbook, "報告.xlsx", Clerk), Form, place, default);
    }

    private static async Task<Check> FixedAsync(City city, Check check, CellName cell, string typed) =>
        Assert.IsType<FixOutcome.Fixed>(await FixAsync(city, check, cell, new(typed, ""))).Check;

    private static async Task<FixOutcome> FixAsync(
        City city, Check check, CellName cell, TypedCell typed) => await city.Get<FixHere>().FixAsync(
        await RequestAsync(city, check), new Dictionary<string, TypedCell>(StringComparer.Ordinal) { [cell.Key] = typed }, default);

    private static async Task<FixForm> FormAsync(City city, Check check) =>
        Assert.IsType<Opened<FixForm>.Ready>(await city.Get<FixHere>().FormAsync(check, await city.ReportingYearAsync(), default)).Content;

    private static async Task<FixRequest> RequestAsync(City city, Check check) =>
        new(check, await city.ReportingYearAsync(), new(Form, Clerk));
}
