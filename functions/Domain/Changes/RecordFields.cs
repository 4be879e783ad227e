namespace KawasakiServerless.Domain;

/// <summary>A field of a record: what it is compared by, and how a reader knows it. A department or a policy area that is renamed has not moved.</summary>
internal sealed record RecordField(Field Field, FiscalYear? Year, object? Key, FieldValue Value)
{
    public static RecordField Of(Field field, string? text) => new(field, null, text, FieldValue.Of(text));

    public static RecordField Of(Field field, object? key, string? text) => new(field, null, key, FieldValue.Of(text));
}

/// <summary>A record taken apart into its fields. The source is none: a cell that moved says what it said.</summary>
internal static class RecordFields
{
    public static IEnumerable<RecordField> Of(Record record, Report report) => record switch
    {
        Initiative r => [RecordField.Of(Field.Text, r.Text), .. Under(r.Viewpoint, r.PolicyArea, r.Divisions, report)],
        Indicator r => Of(r, report),
        Direction r => [RecordField.Of(Field.Text, r.Text), .. Under(r.Viewpoint, r.PolicyArea, r.Divisions, report)],
        Collaboration r =>
        [
            RecordField.Of(Field.Name, r.Name), RecordField.Of(Field.Partners, r.PartnersText), RecordField.Of(Field.Outline, r.Outline), RecordField.Of(Field.Direction, r.Direction),
        ],
        WardActivity r =>
        [
            RecordField.Of(Field.Text, r.Text), RecordField.Of(Field.Ward, r.Ward, WardOf(r, report.Register)), RecordField.Of(Field.Year, r.Year, r.Year?.Label),
            RecordField.Of(Field.Category, r.Category), RecordField.Of(Field.Heading, r.Heading),
        ],
        Statistic r =>
        [
            RecordField.Of(Field.Name, r.Name), RecordField.Of(Field.Section, r.Section), RecordField.Of(Field.PeriodFrom, r.From, r.From.Label),
            RecordField.Of(Field.PeriodTo, r.To, r.To.Label), new(Field.Total, null, r.Total, FieldValue.Of(r.Total)), RecordField.Of(Field.Shares, r.Shares, WordsOf(r.Shares)),
        ],
        Passage r =>
        [
            RecordField.Of(Field.Text, r.Text), RecordField.Of(Field.Document, r.Document), RecordField.Of(Field.Path, r.Path, string.Join(" › ", r.Path)),
            RecordField.Of(Field.Style, r.Kind, WordOf(r.Kind)),
        ],
        PlainSummary r => [RecordField.Of(Field.Text, r.Text), RecordField.Of(Field.Page, r.Page, SectionPageNames.NameOf(r.Page, report.Register))],
        _ => throw new InvalidOperationException($"{record.GetType().Name} has no fields."),
    };

    private static IEnumerable<RecordField> Of(Indicator r, Report report) =>
    [
        RecordField.Of(Field.Name, r.Name),
        RecordField.Of(Field.Group, r.Group),
        .. r.Figures.Select(f => new RecordField(Field.Figure, f.Year, f, FieldValue.Of(f, r.Unit))),
        RecordField.Of(Field.Unit, r.Unit),
        RecordField.Of(Field.IsCumulative, r.IsCumulative, r.IsCumulative ? "累計" : "年度ごと"),
        RecordField.Of(Field.Notes, r.Notes, string.Join('\n', r.Notes)),
        RecordField.Of(Field.Initiative, r.Initiative, report.FindInitiative(r.Initiative)?.Text ?? r.Initiative),
    ];

    private static IEnumerable<RecordField> Under(int viewpoint, string area, EquatableList<string> divisions, Report report) =>
    [
        RecordField.Of(Field.Viewpoint, viewpoint, report.Register.Viewpoints.FirstOrDefault(v => v.Number == viewpoint)?.ShortName ?? $"{viewpoint}"),
        RecordField.Of(Field.PolicyArea, area, report.Register.PolicyAreas.FirstOrDefault(a => a.Code == area)?.Name ?? area),
        RecordField.Of(Field.Divisions, divisions, Divisions.Format(divisions)),
    ];

    private static string WardOf(WardActivity activity, Register register) =>
        activity.Ward is null ? WardActivity.CommonToAllWards : register.FindDepartment(activity.Ward)?.Ward ?? activity.Ward;

    private static string WordsOf(EquatableList<Share> shares) => string.Join("、", shares.Select(s =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{s.Label} {s.Percent:0.0###########}%{(s.Note is null ? "" : $"（{s.Note}）")}")));

    private static string WordOf(PassageKind kind) => kind switch
    {
        PassageKind.Paragraph => "段落",
        PassageKind.Bullet => "箇条書き",
        PassageKind.Numbered => "番号",
        PassageKind.Caption => "図表の題",
        _ => "注記",
    };
}
