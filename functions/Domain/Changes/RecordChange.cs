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

/// <summary>One record that is new, gone, or says something else (変更).</summary>
/// <param name="Id">管理番号.</param>
/// <param name="Title">What it is called now, or was when it went.</param>
/// <param name="Place">Where it stands now, or stood when it went.</param>
/// <param name="Earlier">Where it stood before; null unless it has moved.</param>
/// <param name="Fields">What differs; of an added or removed record everything it says or said.</param>
public sealed record RecordChange(
    ChangeKind Change, RecordKind Kind, string Id, string Title, ChangePlace Place, ChangePlace? Earlier, EquatableList<FieldChange> Fields)
{
    /// <summary>Everywhere it stands or stood.</summary>
    public IEnumerable<ChangePlace> Places => Earlier is null ? [Place] : [Place, Earlier];
}

/// <summary>Where a record stands in the report, in codes.</summary>
/// <param name="Department">The department that reported it.</param>
/// <param name="Viewpoint">Of initiatives, indicators and directions, and of what introduces its pages.</param>
/// <param name="Initiative">Of an indicator.</param>
/// <param name="Wards">The ward offices whose wards it is about: all of them for what is common to all.</param>
public sealed record ChangePlace(string Department, int? Viewpoint, string? PolicyArea, string? Initiative, EquatableList<string> Wards);

/// <param name="Year">The fiscal year of a <see cref="Field.Figure"/>; null for every other field.</param>
public sealed record FieldChange(Field Field, FiscalYear? Year, FieldValue Before, FieldValue After);
