namespace KawasakiServerless.Domain;

/// <summary>A paragraph that explains a page's topic in plain language (やさしい日本語). A page shows its paragraphs in sequence.</summary>
public sealed record PlainSummary(string Id, Source Source, SectionPage Page, string Text)
    : Record(Id, Source)
{
    public static RecordKindFacts<PlainSummary> Facts { get; } =
        new(RecordKind.PlainSummary, "plain-summary", "plain-summaries", "やさしい日本語") { IsCounted = false };

    public override RecordKind GetRecordKind() => RecordKind.PlainSummary;

    public override string Title() => Text;

    public override IEnumerable<string> Texts() => [Text];

    internal override string[] IdentityParts() => [Page.Key, Text];

    internal override IEnumerable<RecordField> FieldsIn(Report report) =>
        [RecordField.Of(Field.Text, Text), RecordField.Of(Field.Page, Page, SectionPageNames.NameOf(Page, report.Register))];

    internal override void AddSizesTo(ref RecordSizes sizes) => sizes.AddText(Field.Text, Text);

    internal override RegisterReferences References() => new(Page.Viewpoint, Page.PolicyArea, Page.Ward);

    internal override IEnumerable<string> WardsIn(Report report) => [Page.Ward ?? Source.Department];
}
