namespace KawasakiServerless.Domain;

/// <summary>The state of a department's report in a year (報告の状態).</summary>
public enum ReportState
{
    /// <summary>未提出: no submission is in effect.</summary>
    NotSubmitted,

    /// <summary>提出済: a submission is in effect, and the coordinator has not decided on it.</summary>
    Submitted,

    /// <summary>差戻し: the coordinator requested changes to the submission in effect.</summary>
    SentBack,

    /// <summary>承認: the coordinator approved the submission in effect.</summary>
    Approved,

    /// <summary>
    /// 該当なし: the submission in effect declares that there is nothing to report, and the coordinator has not decided on it.
    /// </summary>
    NothingToReport,
}

/// <summary>The sections of a report to which comments and messages can refer (項目).</summary>
public enum ReportSection
{
    /// <summary>Japanese term: 取組・指標.</summary>
    Initiatives,

    /// <summary>Japanese term: 課題と方向性.</summary>
    Directions,

    /// <summary>Japanese term: 連携.</summary>
    Collaborations,

    /// <summary>Japanese term: 区.</summary>
    Wards,

    /// <summary>Japanese term: 統計.</summary>
    Statistics,

    /// <summary>Japanese term: 本文.</summary>
    Passages,

    /// <summary>Japanese term: やさしい日本語.</summary>
    PlainSummaries,
}

/// <summary>The side that took an action: the department or the coordinator (局・区／取りまとめ担当).</summary>
public enum ReviewSide
{
    Department,
    Coordinator,
}

/// <summary>The Japanese labels that the screens show for states, sections and sides.</summary>
public static class ReviewLabels
{
    public static string Label(this ReportState state) => state switch
    {
        ReportState.NotSubmitted => "未提出",
        ReportState.Submitted => "提出済",
        ReportState.SentBack => "差戻し",
        ReportState.Approved => "承認",
        ReportState.NothingToReport => "該当なし",
    };

    public static string Label(this ReportSection section) => section switch
    {
        ReportSection.Initiatives => "取組・指標",
        ReportSection.Directions => "課題と方向性",
        ReportSection.Collaborations => "連携",
        ReportSection.Wards => "区",
        ReportSection.Statistics => "統計",
        ReportSection.Passages => "本文",
        ReportSection.PlainSummaries => "やさしい日本語",
    };

    public static string Label(this ReviewSide side) => side switch
    {
        ReviewSide.Department => "局・区",
        ReviewSide.Coordinator => "取りまとめ担当",
    };
}
