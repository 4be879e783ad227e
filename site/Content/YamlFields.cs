using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace KawasakiServerless.Site.Content;

/// <summary>
/// Reads the fields of a YAML mapping strictly: a field that is missing, has the wrong type or is unknown is reported as a problem with its
/// line number.
/// </summary>
internal sealed class YamlFields(ContentText text, YamlMappingNode node, ICollection<ContentProblem> problems)
{
    private readonly SortedSet<string> known = new(StringComparer.Ordinal);

    public string File => text.File;

    public int Line => (int)node.Start.Line;

    public IEnumerable<string> Names => node.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "");

    /// <summary>Reads a required text. If it is missing or wrong, a problem is reported and an empty string is returned.</summary>
    public string Required(string name)
    {
        var value = Find(name) is { } found ? TextOf(found, name) : "";
        if (value is "")
            Report(name, $"\"{name}\" is missing.");
        return value ?? "";
    }

    public string? Optional(string name) => Find(name) is { } found && TextOf(found, name) is { Length: > 0 } value ? value : null;

    public DateOnly? Date(string name)
    {
        if (Optional(name) is not { } value)
            return null;
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Report(name, $"\"{name}\" is {value}; it must be a day such as 2019-04-01.");
        return null;
    }

    /// <summary>Reads a list of texts. A single text is returned as a list with one item.</summary>
    public IReadOnlyList<string> Texts(string name) => Find(name) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children.Select(item => TextOf(item, name)).OfType<string>().Where(item => item.Length > 0)],
        var single => TextOf(single, name) is { Length: > 0 } value ? [value] : [],
    };

    /// <summary>
    /// Reads a list of mappings. The caller must call RefuseOthers on each item of the list; otherwise the item's unknown fields are not
    /// reported.
    /// </summary>
    public IReadOnlyList<YamlFields> Records(string name)
    {
        if (Find(name) is not { } found)
            return [];
        if (found is YamlSequenceNode list && list.Children.All(item => item is YamlMappingNode))
            return [.. list.Children.Cast<YamlMappingNode>().Select(item => new YamlFields(text, item, problems))];
        Add(found, $"\"{name}\" must be a list of entries with names, such as - term: ….");
        return [];
    }

    /// <summary>Reads a nested mapping; null when the field is missing or is not a mapping.</summary>
    public YamlFields? Group(string name)
    {
        if (Find(name) is not { } found)
            return null;
        if (found is YamlMappingNode group)
            return new(text, group, problems);
        Add(found, $"\"{name}\" must contain names with values.");
        return null;
    }

    public void Report(string name, string what) => Add(Find(name) ?? node, what);

    /// <summary>Reports as unknown every field that the caller has not read by name before this call.</summary>
    public void RefuseOthers()
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !known.Contains(name))
                Add(key, $"\"{key}\" is not known here. Known: {string.Join(", ", known)}.");
        }
    }

    private YamlNode? Find(string name)
    {
        known.Add(name);
        return node.Children.TryGetValue(new YamlScalarNode(name), out var found) ? found : null;
    }

    // Null if the value is wrong, which is then reported.
    private string? TextOf(YamlNode value, string name)
    {
        if (value is not YamlScalarNode { Value: var scalar })
            Add(value, $"\"{name}\" must be a text.");
        else if ((scalar ?? "").Where(IsHidden).ToList() is [var hidden, ..])
            Add(value, $"\"{name}\" contains the control character U+{(int)hidden:X4}.");
        else
            return scalar?.Trim() ?? "";
        return null;
    }

    // Whether a character must not be in a text because readers cannot see it: a control character other than a line feed or a tab, or a
    // character that changes the text direction.
    internal static bool IsHidden(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\t')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private void Add(YamlNode at, string what) => problems.Add(text.Problem((int)at.Start.Line, what));
}
