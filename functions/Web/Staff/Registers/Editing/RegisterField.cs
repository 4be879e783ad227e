using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

public enum FieldKind
{
    Line,

    /// <summary>Several lines; each line is one item.</summary>
    Lines,

    /// <summary>A selection of one option.</summary>
    Choice,

    /// <summary>A selection of any number of options.</summary>
    Choices,
}

/// <summary>A field of a register form.</summary>
/// <param name="Name">The name of the form field.</param>
/// <param name="Place">The path of the value in the register, such as departments/zaisei/kana. Findings contain the same path.</param>
/// <param name="Label">The Japanese label.</param>
/// <param name="Values">The content of the field. Only a field of the kind <see cref="FieldKind.Choices"/> has several values.</param>
public sealed record RegisterField(string Name, string Place, string Label, EquatableList<string> Values)
{
    public FieldKind Kind { get; init; }

    public string? Hint { get; init; }

    /// <summary>The options of a choice: the value to submit, and the label.</summary>
    public IReadOnlyList<(string Value, string Label)> Options { get; init; } = [];

    public string Value => Values is [var first, ..] ? first : "";

    public string Id => $"field-{Name}";

    /// <summary>Whether a finding is about the value of this field or a part of that value.</summary>
    public bool Has(RegisterFinding finding) =>
        finding.Field == Place || finding.Field.StartsWith($"{Place}/", StringComparison.Ordinal);

    public static RegisterField Line(string name, string place, string label, string value) => new(name, place, label, [value]);

    public static RegisterField Lines(string name, string place, string label, string value) =>
        new(name, place, label, [value]) { Kind = FieldKind.Lines };
}

/// <summary>A group of fields with a common heading.</summary>
public sealed record FieldGroup(string Title, IReadOnlyList<RegisterField> Fields)
{
    public string? Hint { get; init; }
}
