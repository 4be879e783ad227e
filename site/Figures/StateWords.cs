using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Figures;

/// <summary>The words for the state of a figure (値の状態), as every page, chart and table shows them.</summary>
public static class StateWords
{
    public const string NotReported = "未報告", NotApplicable = "対象外", Absent = "掲載なし";

    /// <param name="status">The state; null for a fiscal year for which the report has no figure.</param>
    public static string Word(this FigureStatus? status) => status switch
    {
        FigureStatus.Reported => "数値",
        FigureStatus.Text => "文章",
        FigureStatus.NotReported => NotReported,
        FigureStatus.NotApplicable => NotApplicable,
        null => Absent,
    };

    /// <inheritdoc cref="Word(FigureStatus?)"/>
    public static string Word(this FigureStatus status) => Word((FigureStatus?)status);
}
