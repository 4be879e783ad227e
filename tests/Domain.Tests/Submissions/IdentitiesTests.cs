using FsCheck.Fluent;

namespace KawasakiServerless.Domain.Tests;

public sealed class IdentitiesTests
{
    [Fact]
    public void AFirstSubmissionIsNumberedFromOneByKindAndRow()
    {
        var read = Some.Records(Some.Direction("row 2"), Some.Initiative("row 3", "甲"), Some.Initiative("row 4", "乙"));

        var (records, last) = Assign(read);

        Assert.Equal(["kenkofukushi-0001", "kenkofukushi-0002"], records.Initiatives.Select(i => i.Id));
        Assert.Equal("kenkofukushi-0003", records.Directions.Single().Id);
        Assert.Equal(3, last);
    }

    [Fact]
    public void ARecordOfEveryKindGetsANumberAndKeepsItsContent()
    {
        var read = Some.OneOfEachKind();

        var (records, last) = Assign(read);

        Assert.Equal(7, last);
        Assert.All(records.All, r => Assert.StartsWith("kenkofukushi-000", r.Id, StringComparison.Ordinal));
        Assert.All(
            records.All.Zip(read.All).Where(pair => pair.First is not Indicator),
            pair => Assert.Equal(pair.Second, pair.First with { Id = pair.Second.Id }));
    }

    [Fact]
    public void ANumberInTheWorkbookIsKeptWhateverElseChanged()
    {
        var current = Some.Records(Some.Initiative("kenkofukushi-0007", "講演会の開催"));
        var read = Some.Records(Some.Initiative("kenkofukushi-0007", "まったく別の取組", viewpoint: 3, area: "medical"));

        var (records, last) = Assign(read, current, 7);

        Assert.Equal(read, records);
        Assert.Equal(7, last);
    }

    [Theory]
    [InlineData("ｋｅｎｋｏｆｕｋｕｓｈｉ－０００７")]
    [InlineData(" kenkofukushi-0007 ")]
    [InlineData("kenkofukushi-00007")]
    public void ANumberTypedInAnotherWayIsTheSameNumber(string typed)
    {
        var current = Some.Records(Some.Initiative("kenkofukushi-0007", "甲"), Some.Indicator("kenkofukushi-0007-1", "kenkofukushi-0007"));
        var read = Some.Records(Some.Initiative(typed, "甲"), Some.Initiative("row 6", "甲"), Some.Indicator("row 5 (1)", typed));

        var (records, last) = Assign(read, current, 7);

        Assert.Equal(["kenkofukushi-0007", "kenkofukushi-0008"], records.Initiatives.Select(i => i.Id));
        Assert.Equal(("kenkofukushi-0007", "kenkofukushi-0007-1"), (records.Indicators[0].Initiative, records.Indicators[0].Id));
        Assert.Equal(8, last);
    }

    [Fact]
    public void ARowWithoutANumberIsRecognizedByTextViewpointAndPolicyArea()
    {
        var current = Some.Records(
            Some.Initiative("kenkofukushi-0001", "講演会　（Ｈ２９）"),
            Some.Initiative("kenkofukushi-0002", "講演会 (H29)", viewpoint: 2),
            Some.Initiative("kenkofukushi-0003", "講演会 (H29)", area: "medical"));
        var read = Some.Records(
            Some.Initiative("a", "講演会 (H29)", area: "medical"),
            Some.Initiative("b", "講演会 (H29)"),
            Some.Initiative("c", "講演会 (H29)", viewpoint: 2),
            Some.Initiative("d", "講演会 (H29)", viewpoint: 5));

        Assert.Equal([3, 1, 2, 4], Numbers(Assign(read, current, 3).Records.Initiatives));
    }

    [Fact]
    public void AnotherKindWithTheSameTextIsAnotherRecord()
    {
        var current = Some.Records(Some.Initiative("kenkofukushi-0001", "啓発が必要"));
        var read = Some.Records(Some.Direction("a", "啓発が必要"));

        Assert.Equal([2], Numbers(Assign(read, current, 1).Records.Directions));
    }

    [Fact]
    public void EqualRowsAreRecognizedByTheirOrder()
    {
        var current = Some.Records(
            Some.Direction("kenkofukushi-0001", "同"), Some.Direction("kenkofukushi-0002", "異"), Some.Direction("kenkofukushi-0003", "同"));
        var read = Some.Records(Some.Direction("a", "同"), Some.Direction("b", "同"), Some.Direction("c", "同"), Some.Direction("d", "異"));

        Assert.Equal([1, 3, 4, 2], Numbers(Assign(read, current, 3).Records.Directions));
    }

    [Fact]
    public void ANumberInTheWorkbookIsNotGivenToAnEqualRow()
    {
        var current = Some.Records(Some.Direction("kenkofukushi-0001", "同"), Some.Direction("kenkofukushi-0002", "同"));
        var read = Some.Records(Some.Direction("a", "同"), Some.Direction("kenkofukushi-0001", "同"));

        Assert.Equal([2, 1], Numbers(Assign(read, current, 2).Records.Directions));
    }

    [Fact]
    public void NoNumberIsGivenTwiceEvenAfterItsRecordIsGone()
    {
        var current = Some.Records(Some.Initiative("kenkofukushi-0002", "残った取組"));

        var (records, last) = Assign(Some.Records(Some.Initiative("a", "新しい取組")), current, 40);

        Assert.Equal([41], Numbers(records.Initiatives));
        Assert.Equal(41, last);
    }

    [Fact]
    public void NewNumbersFollowAHigherNumberInTheWorkbook() =>
        Assert.Equal([51, 50], Numbers(
            Assign(Some.Records(Some.Initiative("a", "新"), Some.Initiative("kenkofukushi-0050")), lastNumber: 3).Records.Initiatives));

    [Fact]
    public void NewNumbersDoNotFollowNumbersOfAnotherDepartment() =>
        Assert.Equal(1, Assign(Some.Records(Some.Initiative("zaisei-0900"), Some.Direction("a"))).LastNumber);

    [Fact]
    public void ARemovedRecordThatReturnsWithItsNumberHasItAgain()
    {
        var current = Some.Records(Some.Initiative("kenkofukushi-0002", "残った取組"));
        var read = Some.Records(Some.Initiative("kenkofukushi-0001", "戻った取組"), Some.Initiative("a", "新しい取組"));

        Assert.Equal([1, 3], Numbers(Assign(read, current, 2).Records.Initiatives));
    }

    [Fact]
    public void TheSameRowsWithoutNumbersKeepEveryId() =>
        Drafts().Holds(read =>
        {
            var (current, last) = Assign(read);

            Assert.Equal((current, last), Assign(read, current, last));
        });

    [Fact]
    public void IdsAreUniqueAfterAnyTwoUploads() =>
        Drafts().Two().Holds(pair =>
        {
            var (first, last) = Assign(pair.Item1);
            var (second, laterLast) = Assign(pair.Item2, first, last);

            Assert.Distinct(second.All.Select(r => r.Id));
            Assert.All(second.Indicators, i => Assert.Contains(second.Initiatives, parent => parent.Id == i.Initiative));
            Assert.True(laterLast >= last);
        });

    [Fact]
    public void NewNumbersDoNotFollowAMistypedHighNumber()
    {
        var read = Some.Records(
            Some.Initiative("kenkofukushi-0007"), Some.Initiative("kenkofukushi-999999", "別の取組"), Some.Initiative("row 9", "新しい取組"));

        var (records, last) = Assign(read, lastNumber: 12);

        Assert.Equal(["kenkofukushi-0007", "kenkofukushi-999999", "kenkofukushi-0013"], records.Initiatives.Select(i => i.Id));
        Assert.Equal(13, last);
    }

    private static (DepartmentRecords Records, int LastNumber) Assign(
        DepartmentRecords read, DepartmentRecords? current = null, int lastNumber = 0)
    {
        var (records, assigned) = Identities.Assign(Some.Department, read, current ?? DepartmentRecords.Empty, new(lastNumber, []));
        return (records, assigned.Last);
    }

    private static IEnumerable<int> Numbers(IEnumerable<Record> records) =>
        records.Select(r => RecordId.TryParse(r.Id, out var id) ? id.Number : 0);

    // Uses few different texts, so that equal rows are frequent. Rows are numbered in each sheet separately, so records of different kinds
    // have equal ids.
    private static FsCheck.Gen<DepartmentRecords> Drafts() =>
        from texts in Gen.Elements("甲", "乙", "丙").ListOf()
        let rows = texts.Select((text, row) => (text, id: $"B{row}")).ToList()
        select DepartmentRecords.Of(
        [
            .. rows.Select(r => Some.Initiative(r.id, r.text)),
            .. rows.SelectMany(r => new[] { "回数", "人数", "回数" }.Select(name => Some.Indicator($"{r.id} {name}", r.id, name))),
            .. rows.Select(r => Some.Direction(r.id, r.text)),
            .. rows.Select(r => Some.Collaboration(r.id, r.text)),
            .. rows.Select(r => Some.WardActivity(r.id, text: r.text)),
            .. rows.Select(r => Some.Statistic(r.id, r.text)),
            .. rows.Select(r => Some.Passage(r.id, r.text)),
            .. rows.Select(r => Some.PlainSummary(r.id, r.text)),
        ]);
}
