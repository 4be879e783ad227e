using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Data;

// The shapes of the open data, member by member as published. A member that changes its meaning is a new member.

/// <summary>出典 of a row. <see cref="UploadedAt"/> is ISO 8601 in Japan time.</summary>
internal sealed record DataSource(string Department, string Submission, string File, string Sheet, string Cell, string UploadedAt)
{
    public static DataSource Of(Record record) => Of(record.Source);

    private static DataSource Of(Source s) => new(s.Department, s.Submission, s.File, s.Sheet, s.Cell, DataTime.Of(s.UploadedAt));
}

internal sealed record InitiativeData(
    string Id,
    int Viewpoint,
    string ViewpointName,
    string PolicyAreaCode,
    string PolicyArea,
    IEnumerable<string> Divisions,
    string Text,
    IEnumerable<string> Indicators,
    DataSource Source);

internal sealed record DirectionData(
    string Id, int Viewpoint, string ViewpointName, string PolicyAreaCode, string PolicyArea, IEnumerable<string> Divisions, string Text, DataSource Source);

/// <param name="Cell">The figure's own.</param>
internal sealed record FigureData(int FiscalYear, decimal? Value, string? Text, FigureStatus Status, string Cell)
{
    public static FigureData Of(Figure f, Source source) => new(f.Year.Year, f.Value, f.Text, f.Status, source.CellOf(f.Year));
}

internal sealed record IndicatorData(
    string Id,
    string Initiative,
    int Viewpoint,
    string ViewpointName,
    string PolicyAreaCode,
    string PolicyArea,
    string Name,
    string? Group,
    string? Unit,
    bool Cumulative,
    IEnumerable<FigureData> Values,
    IEnumerable<string> Notes,
    DataSource Source);

/// <summary>One figure in long form.</summary>
/// <param name="Era">平成29年度, beside the western year.</param>
/// <param name="Source">Of the indicator.</param>
/// <param name="Cell">The figure's own.</param>
internal sealed record IndicatorValueData(
    string Indicator,
    string Initiative,
    int Viewpoint,
    string ViewpointName,
    string PolicyAreaCode,
    string PolicyArea,
    string Name,
    string? Group,
    string? Unit,
    bool Cumulative,
    int FiscalYear,
    string Era,
    decimal? Value,
    string? Text,
    FigureStatus Status,
    DataSource Source,
    string Cell);

internal sealed record CollaborationData(
    int No,
    string Id,
    string LeadCode,
    string Lead,
    IEnumerable<string> PartnerCodes,
    IEnumerable<string> Partners,
    bool EveryBureau,
    bool EveryWard,
    bool AndOthers,
    string PartnersText,
    string Name,
    string Outline,
    string Direction,
    DataSource Source);

internal sealed record WardActivityData(
    string Id, string? WardCode, string? Ward, int? FiscalYear, string? Category, string? Heading, string Text, DataSource Source);

/// <param name="Cell">Of the percentage.</param>
internal sealed record ShareData(string Label, decimal Percent, string? Note, string Cell);

internal sealed record StatisticData(
    string Section, string Name, string PeriodFrom, string PeriodTo, decimal Total, IEnumerable<ShareData> Shares, DataSource Source, string TotalCell);

internal sealed record PassageData(string Document, IEnumerable<string> Path, PassageKind Kind, string Text, DataSource Source);

internal sealed record DepartmentData(
    int Order, string Code, string Name, string Kana, string English, DepartmentKind Kind, string? Ward, IEnumerable<string> Aliases, string? SubmittedAt);

internal sealed record WardData(int Order, string Code, string Name, string Kana, string Department);

internal sealed record ViewpointData(int Number, string Title, string ShortName, IEnumerable<string> PolicyAreas);

internal sealed record ViewpointPolicyArea(int Viewpoint, int Order, string PolicyAreaCode, string PolicyArea);

internal sealed record PolicyAreaData(int Order, string Code, string Name);
