using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>
/// Finds a register's departments by name (局・区の名称の索引). The constructor collects and sorts all names, so a caller that searches many texts
/// creates one instance and uses it for all of them.
/// </summary>
public sealed class DepartmentNames
{
    private readonly Lazy<Regex> spread;

    public DepartmentNames(Register register)
    {
        Register = register;
        LongestFirst =
        [
            .. register.Departments.SelectMany(d => d.FoldedNames().Select(n => (Name: n.WithoutSpaces(), Department: d)))
                .Concat(FormerNamesOf(register))
                .Where(n => n.Name.Length > 0)
                .DistinctBy(n => n.Name, StringComparer.Ordinal)
                .OrderByDescending(n => n.Name.Length).ThenBy(n => n.Department.Order),
        ];
        spread = new(() => SpreadNamesOf(LongestFirst.Select(n => n.Name)));
    }

    public Register Register { get; }

    /// <summary>
    /// All names and aliases, normalized by <see cref="Folding.FoldWithoutSpaces"/>, longest first, so that the first match of a parser is the longest.
    /// The name of a department that no longer exists is mapped to the department's successor if there is exactly one, and is otherwise
    /// omitted.
    /// </summary>
    internal IReadOnlyList<(string Name, Department Department)> LongestFirst { get; }

    /// <summary>
    /// Finds a department by its name or alias. Names are compared after normalization by <see cref="Folding.FoldWithoutSpaces"/>. For
    /// example, the alias 子ども未来局 finds こども未来局.
    /// </summary>
    public bool TryFind(string? name, [NotNullWhen(true)] out Department? department)
    {
        var folded = name.FoldWithoutSpaces();
        department = LongestFirst.FirstOrDefault(n => n.Name == folded).Department;
        return department is not null;
    }

    /// <summary>
    /// Finds the department of a division by the longest department name with which the division's name starts: for example, 健康福祉局地域包括ケア推進室
    /// belongs to 健康福祉局. Null if it starts with no department name.
    /// </summary>
    public Department? OfDivision(string division) => AtBeginning(division).Department;

    /// <summary>
    /// Returns the longest department name or alias with which a division's name starts, without spaces: 子ども未来局 for 子ども未来局青少年支援室. Null
    /// if it starts with no department name.
    /// </summary>
    internal string? NameOfDivision(string division) => AtBeginning(division).Name;

    private (string? Name, Department? Department) AtBeginning(string division)
    {
        var folded = WithoutSpacesInNames(division.Fold());
        return LongestFirst.FirstOrDefault(n => folded.StartsWith(n.Name, StringComparison.Ordinal));
    }

    /// <summary>
    /// Removes the spaces within department names that authors type to spread a short name over the width of a cell: for example, 財 政 局
    /// becomes 財政局. Spaces between names are not removed.
    /// </summary>
    /// <param name="folded">Text that was normalized by <see cref="Folding.Fold"/>.</param>
    internal string WithoutSpacesInNames(string folded) => folded.Contains(' ', StringComparison.Ordinal)
        ? spread.Value.Replace(folded, m => m.Value.WithoutSpaces())
        : folded;

    // Returns the names of departments that no longer exist and have a single successor. If a department has several successors, its name
    // is ambiguous and therefore omitted.
    private static IEnumerable<(string Name, Department Department)> FormerNamesOf(Register register) =>
        from end in register.Ends()
        let successors = register.SuccessorsOf(end.Code)
        where successors.Count == 1
        from name in end.Aliases.Prepend(end.Name)
        select (name.FoldWithoutSpaces(), successors[0]);

    private static Regex SpreadNamesOf(IEnumerable<string> names) =>
        new(string.Join('|', names.Select(n => string.Join(" ?", n.Select(c => Regex.Escape($"{c}"))))), RegexOptions.CultureInvariant);
}
