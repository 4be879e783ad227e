namespace KawasakiServerless.Domain;

/// <summary>Narrative text of the report (本文), under a path of headings.</summary>
/// <param name="Document">資料1-1.</param>
public sealed record Passage(string Id, Source Source, string Document, EquatableList<string> Path, PassageKind Kind, string Text)
    : Record(Id, Source);

public enum PassageKind
{
    /// <summary>段落.</summary>
    Paragraph,

    /// <summary>箇条書き.</summary>
    Bullet,

    /// <summary>番号.</summary>
    Numbered,

    /// <summary>図表の題.</summary>
    Caption,

    /// <summary>注記.</summary>
    Note,
}
