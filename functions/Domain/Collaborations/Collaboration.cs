namespace KawasakiServerless.Domain;

/// <summary>A project of a lead department with partners (連携取組). The lead is the department that reports it.</summary>
/// <param name="PartnersText">The column 主な連携先 as the department wrote it, such as 健康福祉局、区役所等.</param>
/// <param name="Outline">The column 事業概要: an outline of the project.</param>
/// <param name="Direction">The column 今後の方向性: how the project will continue.</param>
public sealed record Collaboration(string Id, Source Source, string PartnersText, string Name, string Outline, string Direction)
    : Record(Id, Source)
{
    public string Lead => Source.Department;

    public static RecordKindFacts<Collaboration> Facts { get; } =
        new(RecordKind.Collaboration, "collaboration", "collaborations", "連携取組") { NameLabel = "事業名" };

    public override RecordKind GetRecordKind() => RecordKind.Collaboration;

    public override string Title() => Name;

    public override IEnumerable<string> Texts() => [Name, Outline, Direction, PartnersText];

    internal override string[] IdentityParts() => [Name];

    internal override RegisterReferences References() => default;

    internal override IEnumerable<RecordField> FieldsIn(Report report) =>
    [
        RecordField.Of(Field.Name, Name),
        RecordField.Of(Field.Partners, PartnersText),
        RecordField.Of(Field.Outline, Outline),
        RecordField.Of(Field.Direction, Direction),
    ];

    internal override void AddSizesTo(ref RecordSizes sizes)
    {
        sizes.AddText(Field.Partners, PartnersText);
        sizes.AddText(Field.Name, Name);
        sizes.AddText(Field.Outline, Outline);
        sizes.AddText(Field.Direction, Direction);
    }

    internal override IEnumerable<string> WardsIn(Report report) =>
        [.. report.Collaborations.Find(Id)?.Partners.Departments ?? [], Source.Department];
}
