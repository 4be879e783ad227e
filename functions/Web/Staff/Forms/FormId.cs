using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace KawasakiServerless.Web.Staff.Forms;

/// <summary>Identifies one rendering of a form, so that submitting it twice is idempotent.</summary>
internal static class FormId
{
    public const string Field = "form";

    private const string Format = "N";

    public static string New() => Guid.NewGuid().ToString(Format, CultureInfo.InvariantCulture);

    /// <returns>Null when the form contains no id, or an id that this app cannot have generated.</returns>
    public static string? Of(IFormCollection form) =>
        TryRead(form, out var id) ? id.Value.ToString(Format, CultureInfo.InvariantCulture) : null;

    public static bool TryRead(IFormCollection form, [NotNullWhen(true)] out Guid? id)
    {
        id = Guid.TryParseExact(form[Field].ToString(), Format, out var read) ? read : null;
        return id is not null;
    }
}
