namespace KawasakiServerless.Domain;

/// <summary>The kind of a passage (本文の種類).</summary>
public enum PassageKind
{
    /// <summary>Japanese term: 段落.</summary>
    Paragraph,

    /// <summary>Japanese term: 箇条書き.</summary>
    Bullet,

    /// <summary>Japanese term: 番号.</summary>
    Numbered,

    /// <summary>Japanese term: 図表の題.</summary>
    Caption,

    /// <summary>Japanese term: 注記.</summary>
    Note,
}

/// <summary>The labels of the kinds of passages, used in workbooks and on pages.</summary>
public static class PassageKinds
{
    public static IReadOnlyList<PassageKind> All { get; } = Enum.GetValues<PassageKind>();

    public static string Label(this PassageKind kind) => kind switch
    {
        PassageKind.Paragraph => "段落",
        PassageKind.Bullet => "箇条書き",
        PassageKind.Numbered => "番号",
        PassageKind.Caption => "図表の題",
        PassageKind.Note => "注記",
    };
}
