namespace KawasakiServerless.Domain;

public enum RegisterChangeKind
{
    /// <summary>Japanese term: 追加.</summary>
    Added,

    /// <summary>Japanese term: 削除.</summary>
    Removed,

    /// <summary>名称変更: the name changed, possibly together with other fields.</summary>
    Renamed,

    /// <summary>Japanese term: 変更.</summary>
    Changed,
}

/// <summary>A field that differs between two versions of a register.</summary>
/// <param name="Field">The path of the field, such as name or contact/telephone.</param>
/// <param name="Label">The field's label, such as 名称 or 電話.</param>
/// <param name="Old">The old value; null if there was none.</param>
/// <param name="New">The new value; null if there is none.</param>
public sealed record RegisterFieldChange(string Field, string Label, string? Old, string? New);

/// <summary>A part of a register, such as a department or a viewpoint, that was added, removed or changed.</summary>
/// <param name="Part">The list of the register that contains the part: departments, policyAreas, viewpoints, documents, successions or
/// generalContacts; "register" for the properties of the register itself.</param>
/// <param name="Key">Identifies the part in its list: its code or number; for a succession, the predecessor's code and the year; for a
/// general contact, its position.</param>
/// <param name="Name">The part's name in the later version; for a removed part, its name in the earlier version.</param>
public sealed record RegisterChange(
    RegisterChangeKind Kind, string Part, string Key, string Name, EquatableList<RegisterFieldChange> Fields);

/// <summary>
/// The differences between two versions of a register (台帳の差分), list by list, departments first. Within each list, removed parts come last;
/// the other departments are in official order.
/// </summary>
public sealed record RegisterDifference(EquatableList<RegisterChange> Changes)
{
    public bool IsEmpty => Changes.Count == 0;

    public static RegisterDifference Between(Register before, Register after)
    {
        var (old, now) = (RegisterParts.Of(before), RegisterParts.Of(after));
        var keys = now.Select(p => p.Id).Concat(old.Select(p => p.Id)).Distinct().ToList();
        var (oldById, nowById) = (ById(old), ById(now));
        return new([.. keys.Select(id => Change(oldById.GetValueOrDefault(id), nowById.GetValueOrDefault(id))).OfType<RegisterChange>()
            .OrderBy(c => RegisterParts.PlaceOf(c.Part))]);
    }

    // DistinctBy skips a second part with the same id: an edited register that is not yet checked may contain a code twice, which
    // RegisterChecks reports.
    private static Dictionary<(string, string), RegisterPart> ById(IEnumerable<RegisterPart> parts) =>
        parts.DistinctBy(p => p.Id).ToDictionary(p => p.Id);

    private static RegisterChange? Change(RegisterPart? old, RegisterPart? now)
    {
        var part = now ?? old!;
        var fields = Fields(old, now);
        return fields.Count == 0 && old is not null && now is not null
            ? null : new(KindOf(old, now), part.Part, part.Key, part.Name, fields);
    }

    private static RegisterChangeKind KindOf(RegisterPart? old, RegisterPart? now) => (old, now) switch
    {
        (null, _) => RegisterChangeKind.Added,
        (_, null) => RegisterChangeKind.Removed,
        _ => old.Name == now.Name ? RegisterChangeKind.Changed : RegisterChangeKind.Renamed,
    };

    private static EquatableList<RegisterFieldChange> Fields(RegisterPart? old, RegisterPart? now)
    {
        var (before, after) = (old?.Fields ?? [], now?.Fields ?? []);
        return
        [
            .. after.Concat(before).DistinctBy(f => f.Field)
                .Select(f => new RegisterFieldChange(f.Field, f.Label, Value(before, f.Field), Value(after, f.Field)))
                .Where(c => c.Old != c.New),
        ];
    }

    private static string? Value(IEnumerable<RegisterPartField> fields, string field) =>
        fields.FirstOrDefault(f => f.Field == field)?.Value;
}
