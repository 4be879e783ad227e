namespace KawasakiServerless.Domain;

/// <summary>
/// Joins the divisions again that are listed in brackets after the name of their department, as in 財政局（甲課、乙課）, because the list as a whole
/// was split at its separators.
/// </summary>
internal static class DivisionBrackets
{
    // A longer text is no list of divisions.
    private const int Longest = 500;

    private static readonly char[] Openings = ['(', '（'], Closings = [')', '）'], Brackets = [.. Openings, .. Closings];

    public static IEnumerable<string> Join(IReadOnlyList<string> parts, DepartmentNames names)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var last = IsOpen(parts[i], names) ? Closing(parts, i + 1) : i;
            yield return string.Join(Divisions.Separator, parts.Skip(i).Take(last - i + 1));
            i = last;
        }
    }

    private static bool IsOpen(string part, DepartmentNames names) =>
        part.Length <= Longest && part.LastIndexOfAny(Openings) > part.LastIndexOfAny(Closings) && names.OfDivision(part) is not null;

    // Returns the index of the part that ends with the closing bracket; that of the part before `from` when there is none.
    private static int Closing(IReadOnlyList<string> parts, int from)
    {
        var at = from;
        while (at < parts.Count && parts[at].IndexOfAny(Brackets) < 0)
            at++;
        var isClosed = at < parts.Count && parts[at].IndexOfAny(Brackets) == parts[at].Length - 1 && Closings.Contains(parts[at][^1]);
        return isClosed ? at : from - 1;
    }
}
