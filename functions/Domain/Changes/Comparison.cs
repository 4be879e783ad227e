namespace KawasakiServerless.Domain;

/// <summary>
/// Compares one record in an earlier and a later state of a report. `Old` is null if the earlier state does not contain the record, `New`
/// if the later state does not.
/// </summary>
internal sealed record Comparison(Report Before, Record? Old, Report After, Record? New)
{
    /// <returns>The change; null if both states contain the record and none of its fields differs. Fields are compared by
    /// <see cref="RecordField.Key"/>, so a policy area or ward that was only renamed is no difference.</returns>
    public RecordChange? Change()
    {
        if (Old is not null && New is not null && Old.HasSameContentAs(New))
            return null;
        var fields = Differences().ToEquatableList();
        return fields.Count == 0 && Kind == ChangeKind.Changed ? null : Of(fields);
    }

    private ChangeKind Kind => Old is null ? ChangeKind.Added : New is null ? ChangeKind.Removed : ChangeKind.Changed;

    private RecordChange Of(EquatableList<FieldChange> fields)
    {
        var (record, report) = New is null ? (Old!, Before) : (New, After);
        var place = record.PlaceIn(report);
        var earlier = Kind == ChangeKind.Changed ? Old!.PlaceIn(Before) : place;
        return new(Kind, record.GetRecordKind(), record.Id, record.TitleIn(report), place, earlier == place ? null : earlier, fields);
    }

    private IEnumerable<FieldChange> Differences()
    {
        var (old, now) = (Fields(Old, Before), Fields(New, After));
        return old.Keys.Union(now.Keys).OrderBy(k => k.Field).ThenBy(k => k.Year?.Year)
            .Select(key => Difference(key, old.GetValueOrDefault(key), now.GetValueOrDefault(key))).OfType<FieldChange>();
    }

    private static FieldChange? Difference((Field Field, FiscalYear? Year) key, RecordField? old, RecordField? now)
    {
        var change = new FieldChange(key.Field, key.Year, old?.Value ?? FieldValue.Absent, now?.Value ?? FieldValue.Absent);
        var isSame = old is not null && now is not null && Equals(old.Key, now.Key);
        return isSame || change.Before == change.After ? null : change;
    }

    private static Dictionary<(Field Field, FiscalYear? Year), RecordField> Fields(Record? record, Report report) => record is null
        ? []
        : record.FieldsIn(report).DistinctBy(f => (f.Field, f.Year)).ToDictionary(f => (f.Field, f.Year));
}
