using KawasakiServerless.Application.Fixing;

namespace KawasakiServerless.Web.Staff.Fixes;

/// <summary>What a form of cells sends: a field and a choice for each, named by the key of the cell.</summary>
/// <param name="Page">The number of the page that was sent.</param>
/// <param name="Cells">By the key of the cell.</param>
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
