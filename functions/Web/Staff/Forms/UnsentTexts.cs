namespace KawasakiServerless.Web.Staff.Forms;

/// <summary>
/// The texts of a form that was refused. The error page shows them again, because a browser that goes back to a screen of the portal shows
/// an empty form: the screens are not cached.
/// </summary>
public sealed record UnsentTexts(IReadOnlyList<string> Texts)
{
    // Shorter values are quickly entered again.
    private const int Shortest = 10;

    // The names of fields that the app adds to a form, such as the antiforgery token, begin so.
    private const string OwnField = "__";

    public static UnsentTexts In(IFormCollection form) =>
        new([.. form.Where(f => !f.Key.StartsWith(OwnField, StringComparison.Ordinal))
            .SelectMany(f => f.Value).OfType<string>().Where(IsWritten)]);

    // Ids and codes contain neither spaces nor Japanese.
    private static bool IsWritten(string text) =>
        text.Length >= Shortest && text.Any(c => !char.IsAscii(c) || char.IsWhiteSpace(c));
}
