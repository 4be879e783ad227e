namespace KawasakiServerless.Domain;

/// <summary>
/// A field of a record: the key by which it is compared, and the value that readers see. A renamed department or policy area keeps its key,
/// so its records do not count as moved.
/// </summary>
internal sealed record RecordField(Field Field, FiscalYear? Year, object? Key, FieldValue Value)
{
    public static RecordField Of(Field field, string? text) => new(field, null, text, FieldValue.Of(text));

    public static RecordField Of(Field field, object? key, string? text) => new(field, null, key, FieldValue.Of(text));

    /// <summary>The fields for the place of a record under a viewpoint, and for its responsible divisions.</summary>
    public static IEnumerable<RecordField> Under(RegisterReferences place, EquatableList<string> divisions, Register register) =>
    [
        Of(Field.Viewpoint, place.Viewpoint, register.Viewpoints.FirstOrDefault(v => v.Number == place.Viewpoint)?.ShortName
            ?? $"{place.Viewpoint}"),
        Of(Field.PolicyArea, place.PolicyArea, register.PolicyAreas.FirstOrDefault(a => a.Code == place.PolicyArea)?.Name
            ?? place.PolicyArea),
        Of(Field.Divisions, divisions, Domain.Divisions.Format(divisions)),
    ];
}
