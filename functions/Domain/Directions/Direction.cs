namespace KawasakiServerless.Domain;

/// <summary>The issues and future direction of a policy area (課題と今後の方向性).</summary>
public sealed record Direction(string Id, Source Source, int Viewpoint, string PolicyArea, EquatableList<string> Divisions, string Text)
    : Record(Id, Source)
{
    public static RecordKindFacts<Direction> Facts { get; } = new(RecordKind.Direction, "direction", "directions", "課題と今後の方向性");

    public override RecordKind GetRecordKind() => RecordKind.Direction;

    public override string Title() => Text;

    public override IEnumerable<string> Texts() => [Text];

    internal override string[] IdentityParts() => [$"{Viewpoint}", PolicyArea, Text];

    internal override IEnumerable<string> WardsIn(Report report) => [Source.Department];

    internal override IEnumerable<RecordField> FieldsIn(Report report) =>
        [RecordField.Of(Field.Text, Text), .. RecordField.Under(References(), Divisions, report.Register)];

    internal override void AddSizesTo(ref RecordSizes sizes)
    {
        sizes.AddText(Field.Text, Text);
        sizes.AddList(Field.Divisions, Divisions);
    }

    internal override RegisterReferences References() => new(Viewpoint, PolicyArea, null);
}
