namespace KawasakiServerless.Domain;

/// <summary>An indicator (指標): a series of yearly figures that belongs to an initiative.</summary>
/// <param name="Group">What distinguishes indicators of the same name within an initiative, such as the hospital to which the figures refer
/// (川崎病院); null if the indicator has no group.</param>
/// <param name="Unit">The unit as the department wrote it, such as 回, か所 or %; null if it gave none.</param>
/// <param name="IsCumulative">Whether the figures are cumulative (累計): the value of each year includes those of the earlier years.</param>
/// <param name="Figures">The figures, one per fiscal year, in ascending order.</param>
public sealed record Indicator(
    string Id,
    Source Source,
    string Initiative,
    string Name,
    string? Group,
    string? Unit,
    bool IsCumulative,
    EquatableList<Figure> Figures,
    EquatableList<string> Notes) : Record(Id, Source)
{
    /// <summary>The group, if there is one, and the name, such as 川崎病院 市民公開講座開催数.</summary>
    public string FullName => Group is null ? Name : $"{Group} {Name}";

    public Trend Trend => Trends.Of(Figures);

    public static RecordKindFacts<Indicator> Facts { get; } = new(RecordKind.Indicator, "indicator", "indicators", "指標") { NameLabel = "指標名" };

    public override RecordKind GetRecordKind() => RecordKind.Indicator;

    public override string Title() => FullName;

    public override IEnumerable<string> Texts() => [FullName, .. Notes, .. Figures.Select(f => f.Text ?? "")];

    internal override string[]? IdentityParts() => null;

    internal override RegisterReferences References() => default;

    internal override IEnumerable<string> WardsIn(Report report) => [Source.Department];

    internal override IEnumerable<RecordField> FieldsIn(Report report) =>
    [
        RecordField.Of(Field.Name, Name),
        RecordField.Of(Field.Group, Group),
        .. Figures.Select(f => new RecordField(Field.Figure, f.Year, f, FieldValue.Of(f, Unit))),
        RecordField.Of(Field.Unit, Unit),
        RecordField.Of(Field.IsCumulative, IsCumulative, IsCumulative ? "累計" : "年度ごと"),
        RecordField.Of(Field.Notes, Notes, string.Join('\n', Notes)),
        RecordField.Of(Field.Initiative, Initiative, report.Initiatives.Find(Initiative)?.Text ?? Initiative),
    ];

    internal override void AddSizesTo(ref RecordSizes sizes)
    {
        sizes.AddText(Field.Name, Name);
        sizes.AddText(Field.Group, Group);
        sizes.AddText(Field.Unit, Unit);
        sizes.AddFigures(Figures);
        sizes.AddList(Field.Notes, Notes);
    }

    internal override string TitleIn(Report report) =>
        report.Initiatives.Find(Initiative) is { } initiative ? IndicatorName.Of(initiative, this).ToString() : Title();

    internal override ChangePlace PlaceIn(Report report) => report.Initiatives.Find(Initiative) is { } initiative
        ? base.PlaceIn(report) with { Viewpoint = initiative.Viewpoint, PolicyArea = initiative.PolicyArea, Initiative = initiative.Id }
        : base.PlaceIn(report);
}
