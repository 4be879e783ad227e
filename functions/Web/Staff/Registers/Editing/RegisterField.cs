using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

public enum FieldKind
{
    Line,

    /// <summary>Several lines, each of them an item.</summary>
    Lines,

    /// <summary>One of a list.</summary>
    Choice,

    /// <summary>Any of a list.</summary>
    Choices,
}

/// <summary>A field of a form of the register.</summary>
/// <param name="Name">Of the field in the form.</param>
/// <param name="Place">The part of the register that it is about, as findings name it: departments/zaisei/kana.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Values">What stands in it; several for <see cref="FieldKind.Choices"/>.</param>
public sealed record RegisterField(string Name, string Place, string Label, EquatableList<string> Values)
{
    public FieldKind Kind { get; init; }

    public string? Hint { get; init; }

    /// <summary>From which to choose: what is sent, and what is read.</summary>
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
