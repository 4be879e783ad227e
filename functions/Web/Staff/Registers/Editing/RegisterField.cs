using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

public enum FieldKind
{
    Line,

    /// <summary>Several lines, each of which is an item.</summary>
    Lines,

    /// <summary>One option of a list.</summary>
    Choice,

    /// <summary>Any number of options of a list.</summary>
    Choices,
}

/// <summary>A field of a register form.</summary>
/// <param name="Name">The name of the form field.</param>
/// <param name="Place">The path of the field in the register, as findings use it: departments/zaisei/kana.</param>
/// <param name="Label">The displayed label.</param>
/// <param name="Values">The content of the field; several values for <see cref="FieldKind.Choices"/>.</param>
public sealed record RegisterField(string Name, string Place, string Label, EquatableList<string> Values)
{
    public FieldKind Kind { get; init; }

    public string? Hint { get; init; }

    /// <summary>The options: the submitted value and the displayed label.</summary>
    public IReadOnlyList<(string Value, string Label)> Options { get; init; } = [];

    public string Value => Values is [var first, ..] ? first : "";

    public string Id => $"field-{Name}";

    /// <summary>Whether a finding is about this field or an item of it.</summary>
    public bool Has(RegisterFinding finding) =>
        finding.Field == Place || finding.Field.StartsWith($"{Place}/", StringComparison.Ordinal);

    public static RegisterField Line(string name, string place, string label, string value) => new(name, place, label, [value]);

    public static RegisterField Lines(string name, string place, string label, string value) =>
        new(name, place, label, [value]) { Kind = FieldKind.Lines };
}

/// <summary>Fields that belong together.</summary>
public sealed record FieldGroup(string Title, IReadOnlyList<RegisterField> Fields)
{
    public string? Hint { get; init; }
}
