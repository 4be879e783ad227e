using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>
/// The content of a register form: the submitted fields or, when the form is shown for the first time, the values in the register.
/// </summary>
/// <param name="sent">The fields of the submitted form by name; null when the form is shown for the first time.</param>
public sealed class TypedFields(IReadOnlyDictionary<string, EquatableList<string>>? sent)
{
    public static TypedFields None { get; } = new(null);

    // Line breaks are normalized, because browsers submit them as CR LF.
    public static TypedFields Of(IFormCollection form) => new(form.ToDictionary(
        f => f.Key, f => (EquatableList<string>)[.. f.Value.Select(v => (v ?? "").ReplaceLineEndings("\n"))], StringComparer.Ordinal));

    /// <summary>Whether the submitted form contained the field. A browser submits every text field, even if it is empty.</summary>
    public bool Contains(string name) => sent?.ContainsKey(name) == true;

    public string Text(string name, string? now = null) => Contains(name) ? All(name, []) is [var first, ..] ? first : "" : now ?? "";

    /// <summary>Returns the trimmed text of a field; null when it is empty.</summary>
    public string? Optional(string name) => Text(name).Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Returns the number in a field, which may be typed in full-width digits; null when it is not a whole number.</summary>
    public int? Number(string name) =>
        int.TryParse(Text(name).Fold(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Returns the lines of a field that are not blank.</summary>
    public EquatableList<string> Lines(string name) =>
        [.. Text(name).Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];

    /// <summary>Returns the selected options of a field; when the form is shown for the first time, <paramref name="now"/>.</summary>
    public EquatableList<string> All(string name, EquatableList<string> now) => sent is null ? now : sent.GetValueOrDefault(name, []);

    /// <summary>
    /// Merges the submitted fields with a register that another person has changed in the meantime: a field that this person did not change
    /// gets the value that the other person saved, and so does a field that the form did not contain yet.
    /// </summary>
    /// <param name="seen">The fields as the form showed them to this person.</param>
    /// <param name="now">The same fields with the values of the present register.</param>
    public TypedFields Over(IEnumerable<RegisterField> seen, IEnumerable<RegisterField> now)
    {
        var (before, after) = (ByName(seen), ByName(now));
        var names = (sent ?? before).Keys.Union(after.Keys, StringComparer.Ordinal);
        return new(names.ToDictionary(
            name => name,
            name => after.TryGetValue(name, out var theirs) && !IsChanged(name, before) ? theirs : All(name, []),
            StringComparer.Ordinal));
    }

    /// <summary>Returns those of the typed fields for which the present register has no place, because another person removed it.</summary>
    /// <param name="seen">The groups of the form as it was shown to this person.</param>
    /// <param name="typed">The same groups with the typed text.</param>
    /// <param name="now">The fields of the form for the present register.</param>
    public IReadOnlyList<FieldGroup> Lost(
        IEnumerable<FieldGroup> seen, IEnumerable<FieldGroup> typed, IEnumerable<RegisterField> now)
    {
        var (before, after) = (ByName(seen.SelectMany(g => g.Fields)), ByName(now));
        return
        [
            .. typed.Select(g => g with { Fields = [.. g.Fields.Where(f => !after.ContainsKey(f.Name) && IsChanged(f.Name, before))] })
                .Where(g => g.Fields.Count > 0),
        ];
    }

    private bool IsChanged(string name, Dictionary<string, EquatableList<string>> before) =>
        before.TryGetValue(name, out var shown) ? !All(name, []).Equals(shown) : Contains(name);

    private static Dictionary<string, EquatableList<string>> ByName(IEnumerable<RegisterField> fields) =>
        fields.ToDictionary(f => f.Name, f => f.Values, StringComparer.Ordinal);
}
