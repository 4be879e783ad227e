using KawasakiServerless.Application.Fixing;

namespace KawasakiServerless.Web.Staff.Fixes;

/// <summary>The fields of a submitted form of cells: a text and a choice for each cell, named by the cell's key.</summary>
/// <param name="Page">The number of the submitted page.</param>
/// <param name="Cells">The input by cell key.</param>
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
