using KawasakiServerless.Application.Registers;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>The data of the screen with a register form.</summary>
/// <param name="Now">The version of the register to which the input will be applied.</param>
/// <param name="Typed">The content of the form fields.</param>
public sealed record RegisterFormView(RegisterToEdit Now, RegisterForm Form, TypedFields Typed)
{
    /// <summary>Findings that must be corrected before the register can be saved.</summary>
    public EquatableList<RegisterFinding> Findings { get; init; } = [];

    /// <summary>The change that another person has saved since the form was opened; null if there is none.</summary>
    public RegisterOutcome.Conflict? Conflict { get; init; }

    /// <summary>
    /// The typed input for which the register has no place any more, because another person removed or renamed what it belongs to.
    /// </summary>
    public IReadOnlyList<FieldGroup> Lost { get; init; } = [];

    /// <summary>
    /// A Japanese sentence which says that the input changes nothing; null if the input was not checked or does change something.
    /// </summary>
    public string? Notice { get; init; }

    public string Action => $"{RegisterPaths.Of(Now.Year)}/{Form.Path}";

    /// <summary>
    /// The findings by name of the form field. If the paths of several fields match the path of a finding, the finding belongs to the field
    /// with the longest path.
    /// </summary>
    public ILookup<string, RegisterFinding> ByField => Findings
        .Select(f => (Finding: f, Field: FieldOf(f)))
        .Where(f => f.Field is not null)
        .ToLookup(f => f.Field!.Name, f => f.Finding, StringComparer.Ordinal);

    public RegisterField? FieldOf(RegisterFinding finding) =>
        Form.FieldsFor(Now.Register, Typed).Where(f => f.Has(finding)).MaxBy(f => f.Place.Length);
}

/// <summary>The data of the preview, which shows the changes before they are saved.</summary>
public sealed record RegisterPreviewView(RegisterToEdit Now, RegisterForm Form, TypedFields Typed, RegisterPreview Preview)
{
    public string Action => $"{RegisterPaths.Of(Now.Year)}/{Form.Path}";
}
