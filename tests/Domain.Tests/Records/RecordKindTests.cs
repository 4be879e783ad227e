using System.Text.Json;

namespace KawasakiServerless.Domain.Tests.Records;

public sealed class RecordKindTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static TheoryData<RecordKind> Kinds => [.. RecordKinds.All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryKindIsKeptInTheRecordsOfADepartment(RecordKind kind)
    {
        var record = Assert.Single(Some.OneOfEachKind().All, r => r.GetRecordKind() == kind);

        Assert.Equal([record], DepartmentRecords.Of([record]).All);
        Assert.Equal([record], DepartmentRecords.Of([record]).Select(r => r).All);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TheFactsOfEveryRecordKindNameThatKind(RecordKind kind) => Assert.Equal(kind, kind.Facts().Kind);

    [Fact]
    public void CodesAndNamesOfRecordKindsAreDistinct()
    {
        Assert.Distinct(RecordKinds.All.Select(k => k.Facts().Code));
        Assert.Distinct(RecordKinds.All.Select(k => k.Facts().Plural));
        Assert.Distinct(RecordKinds.All.Select(k => k.Facts().Name));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ARecordOfAnyKindHasATitleAndTexts(RecordKind kind)
    {
        var record = Some.OneOfEachKind().All.Single(r => r.GetRecordKind() == kind);

        Assert.NotEmpty(record.Title());
        Assert.Contains(record.Texts(), t => t.Length > 0);
    }

    [Fact]
    public void RecordCountsHaveAJsonMemberForEachCountedKind()
    {
        const string json =
            """{"initiatives":1,"indicators":2,"directions":3,"collaborations":4,"wardActivities":5,"statistics":6,"passages":7}""";
        var counts = new RecordCounts([1, 2, 3, 4, 5, 6, 7]);

        Assert.Equal(json, JsonSerializer.Serialize(counts, Web));
        Assert.Equal(counts, JsonSerializer.Deserialize<RecordCounts>(json, Web));
    }

    [Fact]
    public void RecordCountsStoredBeforeAKindWasAddedAreZeroForIt() =>
        Assert.Equal(new RecordCounts([1, 0, 0, 0, 0, 0, 0]), JsonSerializer.Deserialize<RecordCounts>("""{"Initiatives":1}""", Web));

    [Fact]
    public void KindsWithoutRecordsAreNotPresent() =>
        Assert.Equal([("区の取組", 5)], new RecordCounts([0, 0, 0, 0, 5, 0, 0]).Present().Select(c => (c.Facts.Name, c.Count)));
}
