namespace KawasakiServerless.Domain.Tests.Reviews;

public sealed class ReportSectionTests
{
    [Fact]
    public void TheCoordinatorCanCommentOnEveryKindOfRecord() =>
        Assert.Equal(Enum.GetValues<ReportSection>(), RecordKinds.All.Select(SectionOf).Distinct().Order());

    // Does not compile until it names a section for a new kind.
    private static ReportSection SectionOf(RecordKind kind) => kind switch
    {
        RecordKind.Initiative or RecordKind.Indicator => ReportSection.Initiatives,
        RecordKind.Direction => ReportSection.Directions,
        RecordKind.Collaboration => ReportSection.Collaborations,
        RecordKind.WardActivity => ReportSection.Wards,
        RecordKind.Statistic => ReportSection.Statistics,
        RecordKind.Passage => ReportSection.Passages,
        RecordKind.PlainSummary => ReportSection.PlainSummaries,
    };
}
