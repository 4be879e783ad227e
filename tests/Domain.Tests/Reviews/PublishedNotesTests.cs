namespace KawasakiServerless.Domain.Tests.Reviews;

public sealed class PublishedNotesTests
{
    [Theory]
    [InlineData("zaisei-0001-1", true)]
    [InlineData("zaisei-0001", false)]
    [InlineData("zaisei-0001-1 zaisei-0001-2", false)]
    [InlineData("zaisei-0001-1 +3", false)]
    [InlineData(null, false)]
    public void OnlyAConfirmableProblemOfExactlyOneIndicatorMayHaveANote(string? records, bool may)
    {
        Assert.Equal(may, (Jump("K5") with { Records = records }).MayHaveNote());
        Assert.False((Jump("K5") with { Records = records, AsksForConfirmation = false }).MayHaveNote());
    }

    [Theory]
    [InlineData("K5", "平成29年度：会場が増えたため")]
    [InlineData("J5–K5", "平成29年度：会場が増えたため")]
    [InlineData("J5", "平成28年度：会場が増えたため")]
    [InlineData("H5, J5", "平成28年度：会場が増えたため")]
    [InlineData("H5", "会場が増えたため")]
    [InlineData(null, "会場が増えたため")]
    public void ANoteNamesTheYearOfItsCell(string? cell, string note) =>
        Assert.Equal(["前からの注記", note], NotesOf(Jump(cell), Confirm(Jump(cell), "会場が増えたため")));

    [Fact]
    public void AnInternalReasonOrAReasonForAnotherValueIsNoNote()
    {
        Assert.Equal(["前からの注記"], NotesOf(Jump("K5"), Confirm(Jump("K5"), "会場が増えたため", ReasonUse.Internal)));
        Assert.Equal(["前からの注記"], NotesOf(Jump("K5"), Confirm(Jump("K5") with { Found = "600" }, "会場が増えたため")));
        Assert.Equal(["前からの注記"], NotesOf(Jump("K5"), Confirm(Jump("K5"), null)));
    }

    [Fact]
    public void AConfirmationOfTheReportingYearOverridesThatOfTheYearBefore() => Assert.Equal(
        ["前からの注記"],
        NotesOf(Jump("K5"), [.. Confirm(Jump("K5"), "会場が増えたため", ReasonUse.Internal), .. Confirm(Jump("K5"), "会場が増えたため")]));

    [Fact]
    public void ANoteThatTheWorkbookRepeatsIsNotAddedAgain()
    {
        var notes = new[] { Jump("K5"), Jump("K5") with { Code = "cumulative-drop" } }.NotesFrom(
            [.. Confirm(Jump("K5"), "会場が増えたため"), .. Confirm(Jump("K5") with { Code = "cumulative-drop" }, "会場が増えたため")]);

        Assert.Equal(2, notes.Count);
        Assert.Equal(["前からの注記", "平成29年度：会場が増えたため"], Read.WithNotes(notes).WithNotes(notes).Indicators[0].Notes);
    }

    [Fact]
    public void AReasonOfSeveralLinesBecomesANoteOnOneLine() =>
        Assert.Equal("平成29年度：会場が 増えたため", NotesOf(Jump("K5"), Confirm(Jump("K5"), "会場が\n増えたため"))[^1]);

    [Fact]
    public void ANoteThatExceedsTheLimitOfTheIndicatorIsLeftOut()
    {
        var full = Read with { Indicators = [Read.Indicators[0] with { Notes = [new string('注', RecordLimits.ListLength - 5)] }] };

        Assert.Single(full.WithNotes(Problems.NotesFrom(Confirm(Jump("K5"), "会場が増えたため"))).Indicators[0].Notes);
    }

    private static Problem[] Problems => [Jump("K5")];

    private static DepartmentRecords Read { get; } =
        Some.Records(Some.Indicator("zaisei-0001-1", "zaisei-0001", "受講者数", Some.Figure(2016, 10), Some.Figure(2017, 500)) with
        {
            Source = Some.Source(cell: "F5:M5") with { Values = [new("2016", 10, 5), new("2017", 11, 5)] },
            Notes = ["前からの注記"],
        });

    private static EquatableList<string> NotesOf(Problem problem, IEnumerable<Confirmation> confirmations) =>
        Read.WithNotes(new[] { problem }.NotesFrom(confirmations)).Indicators[0].Notes;

    private static Problem Jump(string? cell) =>
        new("sudden-change", Severity.Warning, "視点別取組", cell, "500", "3倍以上になっています。", "")
        {
            AsksForConfirmation = true,
            Records = "zaisei-0001-1"
        };

    private static List<Confirmation> Confirm(Problem problem, string? reason, ReasonUse use = ReasonUse.Published) =>
        [new(ConfirmationKey.Of(problem), problem.Code, problem.Records, "財政 太郎", Standing.Noon) { Reason = reason, ReasonUse = use }];
}
