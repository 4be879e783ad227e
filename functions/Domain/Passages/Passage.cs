namespace KawasakiServerless.Domain;

/// <summary>Narrative text of the report (本文), under a path of headings.</summary>
/// <param name="Document">The document to which the passage belongs, such as 資料1-1.</param>
public sealed record Passage(string Id, Source Source, string Document, EquatableList<string> Path, PassageKind Kind, string Text)
    : Record(Id, Source)
{
    public static RecordKindFacts<Passage> Facts { get; } = new(RecordKind.Passage, "passage", "passages", "本文");

    public override RecordKind GetRecordKind() => RecordKind.Passage;

    public override string Title() => Text;

    public override IEnumerable<string> Texts() => [Text, .. Path];

    internal override string[] IdentityParts() => [Document, .. Path, Kind.ToString(), Text];

    internal override RegisterReferences References() => default;

    internal override IEnumerable<string> WardsIn(Report report) => [Source.Department];

    internal override IEnumerable<RecordField> FieldsIn(Report report) =>
    [
        RecordField.Of(Field.Text, Text),
        RecordField.Of(Field.Document, Document),
        RecordField.Of(Field.Path, Path, string.Join(" › ", Path)),
        RecordField.Of(Field.Style, Kind, Kind.Label()),
    ];

    internal override void AddSizesTo(ref RecordSizes sizes)
    {
        sizes.AddCharacters(Field.Document, Document.Length, RecordLimits.DocumentLength);
        sizes.AddItems(Field.Path, Path.Count, RecordLimits.PathLevels);
        sizes.AddCharacters(Field.Path, RecordSizes.LengthOf(Path), RecordLimits.PathLength);
        sizes.AddText(Field.Text, Text);
    }
}
