namespace KawasakiServerless.Domain;

public enum ChangeKind
{
    /// <summary>Japanese term: 追加.</summary>
    Added,

    /// <summary>Japanese term: 変更.</summary>
    Changed,

    /// <summary>Japanese term: 削除.</summary>
    Removed,
}

/// <summary>One record that was added, removed or changed (変更).</summary>
/// <param name="Id">The record's id (管理番号).</param>
/// <param name="Title">The record's title in the later report; for a removed record, its title in the earlier report.</param>
/// <param name="Place">Where the record appears in the later report; for a removed record, where it appeared in the earlier report.</param>
/// <param name="Earlier">Where the record appeared in the earlier report; null unless that differs from its present place.</param>
/// <param name="Fields">The fields whose values differ; for an added or removed record, all of its fields except absent ones
/// (<see cref="FieldState.Absent"/>).</param>
public sealed record RecordChange(
    ChangeKind Change, RecordKind Kind, string Id, string Title, ChangePlace Place, ChangePlace? Earlier, EquatableList<FieldChange> Fields)
{
    /// <summary>Where the record appears in the later report and, if that differs, where it appeared in the earlier one.</summary>
    public IEnumerable<ChangePlace> Places => Earlier is null ? [Place] : [Place, Earlier];
}

/// <summary>
/// Where a record appears in the report: the department, the viewpoint, the policy area, the initiative and the wards to which it belongs.
/// </summary>
/// <param name="Department">Code of the department that reported the record.</param>
/// <param name="Viewpoint">Number of the viewpoint of an initiative, an indicator or a direction, or of a plain summary that introduces a
/// page of the viewpoint; otherwise null.</param>
/// <param name="Initiative">Id of the initiative to which an indicator belongs; null for every other kind of record.</param>
/// <param name="Wards">Codes of the ward offices whose wards the record concerns; all ward offices for a ward activity that is common to
/// all wards. A collaboration concerns only the ward offices that it names and the one that leads it, even if its partners include all ward
/// offices (区役所).</param>
public sealed record ChangePlace(string Department, int? Viewpoint, string? PolicyArea, string? Initiative, EquatableList<string> Wards);

/// <param name="Year">The fiscal year of a <see cref="Field.Figure"/>; null for every other field.</param>
public sealed record FieldChange(Field Field, FiscalYear? Year, FieldValue Before, FieldValue After);
