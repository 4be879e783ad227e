namespace KawasakiServerless.Domain;

/// <summary>
/// A field of a record: the key it is compared by, and the value a reader sees. A department or a policy area that is renamed keeps its
/// key, so the record has not moved.
/// </summary>
internal sealed record RecordField(Field Field, FiscalYear? Year, object? Key, FieldValue Value)
{
    public static RecordField Of(Field field, string? text) => new(field, null, text, FieldValue.Of(text));

    public static RecordField Of(Field field, object? key, string? text) => new(field, null, key, FieldValue.Of(text));

    /// <summary>Where a record of a viewpoint stands, and who is responsible for it.</summary>
    public static IEnumerable<RecordField> Under(RegisterReferences place, EquatableList<string> divisions, Register register) =>
    [
        Of(Field.Viewpoint, place.Viewpoint, register.Viewpoints.FirstOrDefault(v => v.Number == place.Viewpoint)?.ShortName
            ?? $"{place.Viewpoint}"),
        Of(Field.PolicyArea, place.PolicyArea, register.PolicyAreas.FirstOrDefault(a => a.Code == place.PolicyArea)?.Name
            ?? place.PolicyArea),
        Of(Field.Divisions, divisions, Domain.Divisions.Format(divisions)),
    ];
}
