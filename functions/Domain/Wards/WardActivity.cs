namespace KawasakiServerless.Domain;

/// <summary>An activity of a ward (区の取組).</summary>
/// <param name="Ward">Code of the ward office; null for activities that are common to all wards (全区共通).</param>
/// <param name="Year">The fiscal year; null if the ward lists the activity without a year.</param>
/// <param name="Category">The category (区分): 意識づくり, 仕組みづくり or 地域づくり; null for none.</param>
/// <param name="Heading">The heading (見出し) as the department wrote it; null for none.</param>
public sealed record WardActivity(string Id, Source Source, string? Ward, FiscalYear? Year, string? Category, string? Heading, string Text)
    : Record(Id, Source)
{
    public static EquatableList<string> Categories { get; } = ["意識づくり", "仕組みづくり", "地域づくり"];

    public const string CommonToAllWards = "全区共通";

    public static RecordKindFacts<WardActivity> Facts { get; } = new(RecordKind.WardActivity, "ward-activity", "ward-activities", "区の取組");

    public override RecordKind GetRecordKind() => RecordKind.WardActivity;

    public override string Title() => Text;

    public override IEnumerable<string> Texts() => [Text, Heading ?? ""];

    internal override string[] IdentityParts() => [Ward ?? "", $"{Year?.Year}", Heading ?? "", Category ?? "", Text];

    internal override IEnumerable<RecordField> FieldsIn(Report report) =>
    [
        RecordField.Of(Field.Text, Text),
        RecordField.Of(Field.Ward, Ward, Ward is null ? CommonToAllWards : report.Register.FindDepartment(Ward)?.Ward ?? Ward),
        RecordField.Of(Field.Year, Year, Year?.Label),
        RecordField.Of(Field.Category, Category),
        RecordField.Of(Field.Heading, Heading),
    ];

    internal override void AddSizesTo(ref RecordSizes sizes)
    {
        sizes.AddText(Field.Category, Category);
        sizes.AddText(Field.Heading, Heading);
        sizes.AddText(Field.Text, Text);
    }

    internal override RegisterReferences References() => new(null, null, Ward);

    internal override IEnumerable<string> WardsIn(Report report) => Ward is null ? report.Register.Wards.Select(w => w.Code) : [Ward];
}
