using System.Reflection;

namespace KawasakiServerless.Site.Data;

/// <summary>The content of a table for CSV and Excel. A cell is a string, a decimal, a bool or null.</summary>
internal sealed record FlatTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    private const string Source = "source";

    /// <summary>
    /// Creates a table with a column for each public property of the row type. A property of type <see cref="DataSource"/> becomes several
    /// columns, one for each property of the source, such as sourceFile.
    /// </summary>
    public static FlatTable Of<T>(IEnumerable<T> rows)
    {
        var (members, sources) = (MembersOf(typeof(T)), MembersOf(typeof(DataSource)));
        return new(
            [.. members.SelectMany(m => m.PropertyType == typeof(DataSource) ? sources.Select(s => Source + s.Name) : [CamelCase(m.Name)])],
            [.. rows.Select(row => (object?[])[.. members.SelectMany(m => Values(m.GetValue(row), sources))])]);
    }

    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static IEnumerable<object?> Values(object? value, PropertyInfo[] sources) =>
        value is DataSource ? sources.Select(s => Cell(s.GetValue(value))) : [Cell(value)];

    private static object? Cell(object? value) => value switch
    {
        string text => PlainCell.Of(text) is { Length: > 0 } plain ? plain : null,
        Enum name => CamelCase(name.ToString()),
        int number => (decimal)number,
        null or bool or decimal => value,
        _ => throw new InvalidOperationException($"{value.GetType().Name} does not fit into a cell."),
    };

    private static PropertyInfo[] MembersOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
}
