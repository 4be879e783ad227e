using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>The input of a register form; before any input, the register's current values.</summary>
/// <param name="sent">The fields of the submitted form; null while the form is shown for the first time.</param>
public sealed class TypedFields(IReadOnlyDictionary<string, EquatableList<string>>? sent)
{
    public static TypedFields None { get; } = new(null);

    // Hidden fields and textareas submit line breaks as CR LF.
    public static TypedFields Of(IFormCollection form) => new(form.ToDictionary(
        f => f.Key, f => (EquatableList<string>)[.. f.Value.Select(v => (v ?? "").ReplaceLineEndings("\n"))], StringComparer.Ordinal));

    public string Text(string name, string? now = null) => sent is null ? now ?? "" : All(name, []) is [var first, ..] ? first : "";

    /// <summary>A trimmed text; null when it is empty.</summary>
    public string? Optional(string name) => Text(name).Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The lines of a text that are not blank.</summary>
    public EquatableList<string> Lines(string name) =>
        [.. Text(name).Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];

    /// <summary>The selected options of a list.</summary>
    public EquatableList<string> All(string name, EquatableList<string> now) => sent is null ? now : sent.GetValueOrDefault(name, []);

    /// <summary>
    /// Merges the input into a register that another person has changed in the meantime: fields that the input did not change take the new
    /// values.
    /// </summary>
    /// <param name="seen">The fields as they were shown to the person.</param>
    /// <param name="now">The same fields in the register in force.</param>
    public TypedFields Over(IEnumerable<RegisterField> seen, IEnumerable<RegisterField> now)
    {
        var (before, after) = (ByName(seen), ByName(now));
        var names = (sent ?? before).Keys.Union(after.Keys, StringComparer.Ordinal);
        return new(names.ToDictionary(
            name => name,
            name => after.TryGetValue(name, out var theirs) && before.TryGetValue(name, out var shown) && All(name, []).Equals(shown)
                ? theirs : All(name, []),
            StringComparer.Ordinal));
    }

    private static Dictionary<string, EquatableList<string>> ByName(IEnumerable<RegisterField> fields) =>
        fields.ToDictionary(f => f.Name, f => f.Values, StringComparer.Ordinal);
}
