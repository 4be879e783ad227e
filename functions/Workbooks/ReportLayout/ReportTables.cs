using System.Text.RegularExpressions;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>
/// The tables of the report layout, which are those of the printed 2018 report. Departments may submit workbooks in this layout, because
/// they already have the files of that report.
/// </summary>
internal static partial class ReportTables
{
    public static ReportColumn Area { get; } = new("施策等", AreaHeader()) { MayBeNone = false };

    public static ReportColumn Initiatives { get; } = new("これまでの主な取組", InitiativesHeader()) { IsList = true };

    public static ReportColumn Directions { get; } = new("課題と今後の方向性", DirectionHeader()) { IsList = true };

    public static ReportColumn Lead { get; } = new("担当局・区名", LeadHeader()) { MayBeNone = false };

    public static ReportColumn Partners { get; } = new("主な連携先（局・区名）", PartnersHeader()) { Example = CollaborationSheet.Partners.Example };

    public static ReportColumn Name { get; } = new("事業名等", NameHeader()) { Example = CollaborationSheet.Name.Example };

    public static ReportColumn Outline { get; } = new("事業概要", OutlineHeader()) { Example = CollaborationSheet.Outline.Example };

    public static ReportColumn Direction { get; } = new("今後の方向性", DirectionHeader()) { Example = CollaborationSheet.Direction.Example };

    public static ReportColumn Ward { get; } = new("区名", WardHeader()) { MayBeNone = false };

    public static ReportColumn Year { get; } = new("年度", YearHeader(), IsRequired: false);

    public static ReportColumn Category { get; } = new("区分", CategoryHeader(), IsRequired: false);

    public static ReportColumn Heading { get; } = new("見出し", HeadingHeader(), IsRequired: false);

    public static ReportColumn Activities { get; } = new("取組", ActivitiesHeader()) { IsList = true };

    /// <summary>The columns of activities of further years, beside <see cref="Activities"/>; the header of each names its year.</summary>
    private static readonly ReportColumn[] FurtherActivities =
    [
        .. Enumerable.Range(2, 4)
            .Select(n => new ReportColumn("取組", ActivitiesOfYearHeader(), IsRequired: false) { Number = n, IsList = true }),
    ];

    public static IReadOnlyList<ReportColumn> AllActivities { get; } = [Activities, .. FurtherActivities];

    public static ReportTable OfViewpoint { get; } = new([Area, Initiatives, Directions], Initiatives);

    public static ReportTable OfCollaborations { get; } = new([Lead, Partners, Name, Outline, Direction], Lead);

    public static ReportTable OfWards { get; } = new([Ward, Year, Category, Heading, .. AllActivities], null);

    /// <summary>The table of a sheet whose name is a ward or 全区共通. It has no column for the ward.</summary>
    public static ReportTable OfOneWard { get; } = new([Year, Category, Heading, .. AllActivities], null);

    /// <summary>
    /// Returns the columns of a viewpoint's table whose headers are shortened to 施策等 | 取組 | 方向性; otherwise null. All three are required,
    /// and 施策等 as it is written here, because the template has the headers 施策 and 取組.
    /// </summary>
    /// <param name="headers">The result of <see cref="ReportTable.HeadersIn"/> for a row.</param>
    public static ReportHeader? InShort(List<WrittenHeader> headers) =>
        headers.Find(h => h.Text == Area.Header) is { } area && headers.Find(h => ShortInitiatives().IsMatch(h.Text)) is { } initiatives
        && headers.Find(h => ShortDirections().IsMatch(h.Text)) is { } directions
            ? new(OfViewpoint, new Dictionary<ReportColumn, int>
            {
                [Area] = area.At,
                [Initiatives] = initiatives.At,
                [Directions] = directions.At,
            }, null)
            : null;

    [GeneratedRegex("^(?:これまでの)?" + Activity)]
    private static partial Regex ShortInitiatives();

    [GeneratedRegex("^(?:課題と)?(?:今後の)?方向性$")]
    private static partial Regex ShortDirections();

    [GeneratedRegex("^施策等?$")]
    private static partial Regex AreaHeader();

    // A note in brackets, such as a year. A column of planned activities, such as 取組（予定）, is another one.
    private const string InBrackets = "[(【[<〔](?![^()]*(?:予定|計画|見込|目標))[^()【】]*[)】\\]>〕]";

    private const string Activity = $"取組(?:の?(?:内容|状況|概要|実績))?(?:{InBrackets})?$";

    [GeneratedRegex("主な" + Activity)]
    private static partial Regex InitiativesHeader();

    [GeneratedRegex("今後の方向性$")]
    private static partial Regex DirectionHeader();

    [GeneratedRegex("^担当局")]
    private static partial Regex LeadHeader();

    [GeneratedRegex("^主な連携先")]
    private static partial Regex PartnersHeader();

    [GeneratedRegex("^事業名")]
    private static partial Regex NameHeader();

    [GeneratedRegex("^事業概要")]
    private static partial Regex OutlineHeader();

    [GeneratedRegex("^区名$")]
    private static partial Regex WardHeader();

    [GeneratedRegex("^年度$")]
    private static partial Regex YearHeader();

    [GeneratedRegex("^(?:区分|分類)$")]
    private static partial Regex CategoryHeader();

    [GeneratedRegex("^見出し$")]
    private static partial Regex HeadingHeader();

    [GeneratedRegex(Activity)]
    private static partial Regex ActivitiesHeader();

    [GeneratedRegex("^(?=.*(?:[0-9元]年|[HR][0-9])).*" + Activity)]
    private static partial Regex ActivitiesOfYearHeader();
}
