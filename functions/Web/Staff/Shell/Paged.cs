using System.Globalization;

namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>One page of a long list.</summary>
/// <param name="Number">The number of this page, starting at 1.</param>
/// <param name="Count">The number of pages, at least one.</param>
/// <param name="Total">The number of items on all pages.</param>
public sealed record Paged<T>(IReadOnlyList<T> Items, int Number, int Count, int Total);

public static class Pages
{
    public const int Size = 100;

    /// <param name="all">The whole list.</param>
    /// <param name="asked">The page number in the query string. A number below or above the range selects the first or the last
    /// page.</param>
    public static Paged<T> Of<T>(IReadOnlyList<T> all, string? asked)
    {
        var count = Math.Max(1, (all.Count + Size - 1) / Size);
        var number = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            ? Math.Clamp(parsed, 1, count)
            : 1;
        return new([.. all.Skip((number - 1) * Size).Take(Size)], number, count, all.Count);
    }
}
