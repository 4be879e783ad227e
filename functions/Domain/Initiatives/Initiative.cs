namespace KawasakiServerless.Domain;

/// <summary>An initiative (取組): a sentence on what was done, under a viewpoint and a policy area, with the responsible divisions.</summary>
/// <param name="Divisions">The divisions as the department wrote them, such as 健康福祉局地域包括ケア推進室.</param>
public sealed record Initiative(string Id, Source Source, int Viewpoint, string PolicyArea, EquatableList<string> Divisions, string Text)
    : Record(Id, Source)
{
    public static RecordKindFacts<Initiative> Facts { get; } = new(RecordKind.Initiative, "initiative", "initiatives", "取組");

    public override RecordKind GetRecordKind() => RecordKind.Initiative;

    public override string Title() => Text;

    public override IEnumerable<string> Texts() => [Text, .. Divisions];

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
