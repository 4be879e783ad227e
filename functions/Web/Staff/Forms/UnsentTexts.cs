namespace KawasakiServerless.Web.Staff.Forms;

/// <summary>
/// The texts of a form that was refused because it is too large. The error page shows them again, because a browser that goes back to a
/// screen of the portal shows an empty form: the screens are not cached.
/// </summary>
public sealed record UnsentTexts(IReadOnlyList<string> Texts)
{
    // Shorter values are choices and ids, which are quickly entered again.
    private const int Shortest = 40;

    // The names of fields that the app adds to a form, such as the antiforgery token, begin so.
    private const string OwnField = "__";

    public static UnsentTexts In(IFormCollection form) =>
        new([.. form.Where(f => !f.Key.StartsWith(OwnField, StringComparison.Ordinal))
            .SelectMany(f => f.Value).OfType<string>().Where(text => text.Length >= Shortest)]);
}
