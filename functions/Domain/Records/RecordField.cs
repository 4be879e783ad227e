namespace KawasakiServerless.Domain;

/// <summary>
/// A field of a record: the key by which two versions of the field are compared, and the value that readers see. The key of a policy area
/// or ward is its code, so renaming the area or the ward does not count as a change of the record.
/// </summary>
internal sealed record RecordField(Field Field, FiscalYear? Year, object? Key, FieldValue Value)
{
    public static RecordField Of(Field field, string? text) => new(field, null, text, FieldValue.Of(text));

    public static RecordField Of(Field field, object? key, string? text) => new(field, null, key, FieldValue.Of(text));

    /// <summary>
    /// Returns the fields that initiatives and directions have in common: viewpoint, policy area and responsible divisions.
    /// </summary>
    public static IEnumerable<RecordField> Under(RegisterReferences place, EquatableList<string> divisions, Register register) =>
    [
        Of(Field.Viewpoint, place.Viewpoint, register.Viewpoints.FirstOrDefault(v => v.Number == place.Viewpoint)?.ShortName
            ?? $"{place.Viewpoint}"),
        Of(Field.PolicyArea, place.PolicyArea, register.PolicyAreas.FirstOrDefault(a => a.Code == place.PolicyArea)?.Name
            ?? place.PolicyArea),
        Of(Field.Divisions, divisions, Domain.Divisions.Format(divisions)),
    ];
}
