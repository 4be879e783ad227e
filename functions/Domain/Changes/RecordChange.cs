namespace KawasakiServerless.Domain;

public enum ChangeKind
{
    /// <summary>追加.</summary>
    Added,

    /// <summary>変更.</summary>
    Changed,

    /// <summary>削除.</summary>
    Removed,
}

/// <summary>One record that was added, removed or changed (変更).</summary>
/// <param name="Id">管理番号.</param>
/// <param name="Title">Its current title, or its last one if it was removed.</param>
/// <param name="Place">Its current place, or its last one if it was removed.</param>
/// <param name="Earlier">Its previous place; null unless it has moved.</param>
/// <param name="Fields">The fields that differ; for an added or removed record, all of its fields.</param>
public sealed record RecordChange(
    ChangeKind Change, RecordKind Kind, string Id, string Title, ChangePlace Place, ChangePlace? Earlier, EquatableList<FieldChange> Fields)
{
    /// <summary>All places where the record is or was.</summary>
    public IEnumerable<ChangePlace> Places => Earlier is null ? [Place] : [Place, Earlier];
}

/// <summary>The place of a record in the report, as codes.</summary>
/// <param name="Department">The department that reported it.</param>
/// <param name="Viewpoint">The viewpoint of an initiative, an indicator or a direction, or of a text that introduces the viewpoint's
/// pages.</param>
/// <param name="Initiative">The initiative of an indicator.</param>
/// <param name="Wards">The ward offices whose wards the record concerns; all ward offices if it concerns every ward.</param>
public sealed record ChangePlace(string Department, int? Viewpoint, string? PolicyArea, string? Initiative, EquatableList<string> Wards);

/// <param name="Year">The fiscal year of a <see cref="Field.Figure"/>; null for every other field.</param>
public sealed record FieldChange(Field Field, FiscalYear? Year, FieldValue Before, FieldValue After);
