using KawasakiServerless.Application.Registers;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>A register form as shown.</summary>
/// <param name="Now">The version that the input will change.</param>
/// <param name="Typed">The content of its fields.</param>
public sealed record RegisterFormView(RegisterToEdit Now, RegisterForm Form, TypedFields Typed)
{
    /// <summary>Faults that must be corrected.</summary>
    public EquatableList<RegisterFinding> Findings { get; init; } = [];

    /// <summary>The change that another person has saved since the form was opened; null for none.</summary>
    public RegisterOutcome.Conflict? Conflict { get; init; }

    /// <summary>A notice that the input changes nothing; null for none.</summary>
    public string? Notice { get; init; }

    public string Action => $"{RegisterPaths.Of(Now.Year)}/{Form.Path}";

    /// <summary>The findings about fields of the form; each is assigned to the field with the most specific matching path.</summary>
    public ILookup<string, RegisterFinding> ByField => Findings
        .Select(f => (Finding: f, Field: FieldOf(f)))
        .Where(f => f.Field is not null)
        .ToLookup(f => f.Field!.Name, f => f.Finding, StringComparer.Ordinal);

    public RegisterField? FieldOf(RegisterFinding finding) =>
        Form.FieldsFor(Now.Register, Typed).Where(f => f.Has(finding)).MaxBy(f => f.Place.Length);
}

/// <summary>A preview of the changes that saving a form would make.</summary>
public sealed record RegisterPreviewView(RegisterToEdit Now, RegisterForm Form, TypedFields Typed, RegisterPreview Preview)
{
    public string Action => $"{RegisterPaths.Of(Now.Year)}/{Form.Path}";
}
