namespace KawasakiServerless.Domain;

/// <summary>A paragraph that says in plain language (やさしい日本語) what a page is about. Those of one page follow one another.</summary>
public sealed record PlainSummary(string Id, Source Source, SectionPage Page, string Text)
    : Record(Id, Source);
