using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Web.Staff.Forms;

/// <summary>Names one form as it was shown, so that sending it twice does once what it says.</summary>
internal static partial class FormId
{
    public const string Field = "form";

    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <returns>Null when the form has none, or one that we never write.</returns>
    public static string? Of(IFormCollection form) => form[Field].ToString() is var id && AsWritten().IsMatch(id) ? id : null;

    [GeneratedRegex(@"\A[0-9a-f]{16}\z")]
    private static partial Regex AsWritten();
}
