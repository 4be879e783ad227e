using KawasakiServerless.Application.Registers;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>A form of the register, as it is shown.</summary>
/// <param name="Now">The version that what is typed will change.</param>
/// <param name="Typed">What stands in its fields.</param>
public sealed record RegisterFormView(RegisterToEdit Now, RegisterForm Form, TypedFields Typed)
{
    /// <summary>What has to be mended.</summary>
    public EquatableList<RegisterFinding> Findings { get; init; } = [];

    /// <summary>Somebody else's change since the form was opened; null for none.</summary>
    public RegisterOutcome.Conflict? Conflict { get; init; }

    /// <summary>Says that what was typed changes nothing; null while there is nothing to say.</summary>
    public string? Notice { get; init; }

    public string Action => $"{RegisterPaths.Of(Now.Year)}/{Form.Path}";

    /// <summary>The findings that are about a field of the form: each belongs to the field that names its place best.</summary>
    public ILookup<string, RegisterFinding> ByField => Findings
        .Select(f => (Finding: f, Field: FieldOf(f)))
        .Where(f => f.Field is not null)
        .ToLookup(f => f.Field!.Name, f => f.Finding, StringComparer.Ordinal);

    public RegisterField? FieldOf(RegisterFinding finding) =>
        Form.FieldsFor(Now.Register, Typed).Where(f => f.Has(finding)).MaxBy(f => f.Place.Length);
}

/// <summary>What saving a form would change.</summary>
public sealed record RegisterPreviewView(RegisterToEdit Now, RegisterForm Form, TypedFields Typed, RegisterPreview Preview)
{
    public string Action => $"{RegisterPaths.Of(Now.Year)}/{Form.Path}";
}
