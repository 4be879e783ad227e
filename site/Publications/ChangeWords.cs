using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Publications;

/// <summary>The words, signs and CSS classes with which pages and feeds describe changes. A sign is never shown without its word.</summary>
public static class ChangeWords
{
    public static IReadOnlyList<ChangeKind> Kinds { get; } = [ChangeKind.Added, ChangeKind.Changed, ChangeKind.Removed];

    public static string Word(this ChangeKind change) => change switch
    {
        ChangeKind.Added => "追加",
        ChangeKind.Changed => "変更",
        ChangeKind.Removed => "削除",
    };

    public static string Sign(this ChangeKind change) => change switch
    {
        ChangeKind.Added => "＋",
        ChangeKind.Changed => "〜",
        ChangeKind.Removed => "－",
    };

    public static string Css(this ChangeKind change) => change switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Changed => "changed",
        ChangeKind.Removed => "removed",
    };

    public static string Word(this RecordKind kind) => kind.Facts().Name;

    /// <summary>The label of a changed field, such as 平成29（2017）年度の値 or 主な連携先.</summary>
    public static string Name(this FieldChange field, RecordKind of) =>
        field.Field == Field.Figure ? $"{field.Year?.Label}の値" : field.Field.Label(of);

    /// <summary>The value of a field as text, such as 7,700部, 未報告 or 掲載なし.</summary>
    public static string Words(this FieldValue value) => value.State switch
    {
        FieldState.Number => $"{Texts.Format(value.Number.GetValueOrDefault())}{value.Unit}",
        FieldState.Words => value.Text ?? "",
        FieldState.NotReported => StateWords.NotReported,
        FieldState.NotApplicable => StateWords.NotApplicable,
        FieldState.Absent => StateWords.Absent,
    };

    /// <summary>
    /// The title of a publication, such as 平成30（2018）年8月1日の更新（第2回）. The number distinguishes publications of the same day.
    /// </summary>
    public static string Title(this PublishedChanges publication) =>
        $"{Texts.Day(publication.PublishedAt)}の更新（第{Texts.Format(publication.Number)}回）";

    /// <summary>
    /// The number of added, changed and removed records, such as 追加1件、変更2件. For the first publication of a year's report, a sentence that
    /// says so; for a publication without changes of records, a sentence that says that content was withdrawn.
    /// </summary>
    public static string Tally(this PublishedChanges publication) => publication.Years.All(y => y.IsEmpty)
        ? "内容の掲載を取りやめました"
        : string.Join('、', publication.Years.Where(y => !y.IsEmpty).Select(Tally));

    public static string Tally(this Changes changes) => changes.IsFirst
        ? $"{changes.ReportingYear.Label}の報告を初めて公開"
        : string.Join('、', Kinds.Where(k => changes.Count(k) > 0).Select(k => $"{k.Word()}{Texts.Format(changes.Count(k))}件"));

    /// <summary>The Japanese name and the number of each kind of record; kinds without records are left out.</summary>
    public static IEnumerable<(string Word, int Count)> Words(this RecordCounts counts) =>
        counts.Present().Select(c => (c.Facts.Name, c.Count));
}
