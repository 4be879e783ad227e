using KawasakiServerless.Application.Fixing;

namespace KawasakiServerless.Web.Staff.Fixes;

/// <summary>
/// The fields of a submitted correction form. There are two for each cell: one for typed text and one for a selected option. Their names
/// contain the cell's key.
/// </summary>
/// <param name="Page">The number of the submitted page of the form.</param>
/// <param name="Cells">What the clerk entered, by key of the cell.</param>
public sealed record FixFields(string Page, IReadOnlyDictionary<string, TypedCell> Cells)
{
    public const string PageField = "page";

    private const string Field = "v-", Choices = "c-";

    public static string FieldOf(string key) => Field + key;

    public static string ChoicesOf(string key) => Choices + key;

    internal static FixFields Of(IFormCollection form) => new(
        form[PageField].ToString(),
        form.Keys.Where(k => k.StartsWith(Field, StringComparison.Ordinal)).Select(k => k[Field.Length..])
            .ToDictionary(k => k, k => new TypedCell(form[FieldOf(k)].ToString(), form[ChoicesOf(k)].ToString()), StringComparer.Ordinal));
}
