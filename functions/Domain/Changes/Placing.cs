namespace KawasakiServerless.Domain;

/// <summary>What a record is called and where it stands, for readers who look for it by viewpoint, ward or department.</summary>
internal static class Placing
{
    public static RecordKind KindOf(Record record) => record switch
    {
        Initiative => RecordKind.Initiative,
        Indicator => RecordKind.Indicator,
        Direction => RecordKind.Direction,
        Collaboration => RecordKind.Collaboration,
        WardActivity => RecordKind.WardActivity,
        Statistic => RecordKind.Statistic,
        Passage => RecordKind.Passage,
        PlainSummary => RecordKind.PlainSummary,
        _ => throw new InvalidOperationException($"{record.GetType().Name} has no kind."),
    };

    /// <summary>In full, as the pages of a report name it.</summary>
    public static string TitleOf(Record record, Report report) =>
        record is Indicator indicator && report.FindInitiative(indicator.Initiative) is { } initiative
            ? IndicatorName.Of(initiative, indicator).ToString()
            : TitleOf(record);

    public static string TitleOf(Record record) => record switch
    {
        Initiative r => r.Text,
        Indicator r => r.FullName,
        Direction r => r.Text,
        Collaboration r => r.Name,
        WardActivity r => r.Text,
        Statistic r => r.Name,
        Passage r => r.Text,
        PlainSummary r => r.Text,
        _ => record.Id,
    };

    public static ChangePlace PlaceOf(Record record, Report report) => record switch
    {
        Initiative r => Under(record, r.Viewpoint, r.PolicyArea, report),
        Direction r => Under(record, r.Viewpoint, r.PolicyArea, report),
        Indicator r when report.FindInitiative(r.Initiative) is { } initiative =>
            Under(record, initiative.Viewpoint, initiative.PolicyArea, report) with { Initiative = initiative.Id },
        PlainSummary r => new(record.Source.Department, r.Page.Viewpoint, r.Page.PolicyArea, null, WardsOf(record, report.Register)),
        _ => new(record.Source.Department, null, null, null, WardsOf(record, report.Register)),
    };

    private static ChangePlace Under(Record record, int viewpoint, string area, Report report) =>
        new(record.Source.Department, viewpoint, area, null, WardsOf(record, report.Register));

    private static EquatableList<string> WardsOf(Record record, Register register)
    {
        var concerned = record switch
        {
            WardActivity { Ward: null } => register.Wards.Select(w => w.Code),
            WardActivity { Ward: { } ward } => [ward],
            PlainSummary { Page.Ward: { } ward } => [ward],
            Collaboration r => PartnerList.Parse(r.PartnersText, register).Departments.Append(record.Source.Department),
            _ => [record.Source.Department],
        };
        var codes = concerned.ToHashSet(StringComparer.Ordinal);
        return [.. register.Wards.OrderBy(w => w.Order).Select(w => w.Code).Where(codes.Contains)];
    }
}
