namespace KawasakiServerless.Domain;

public enum RegisterChangeKind
{
    /// <summary>追加.</summary>
    Added,

    /// <summary>削除.</summary>
    Removed,

    /// <summary>名称変更: other fields may have changed with it.</summary>
    Renamed,

    /// <summary>変更.</summary>
    Changed,
}

/// <summary>A field that differs between two versions of a register.</summary>
/// <param name="Field">name, contact/telephone.</param>
/// <param name="Label">What people call it: 名称, 電話.</param>
/// <param name="Old">Null where nothing stood.</param>
/// <param name="New">Null where nothing stands any more.</param>
public sealed record RegisterFieldChange(string Field, string Label, string? Old, string? New);

/// <summary>A part of a register that is new, gone, or differs.</summary>
/// <param name="Part">departments, policyAreas, viewpoints, documents, successions, generalContacts; register for the register as a
/// whole.</param>
/// <param name="Key">Code or number of the part.</param>
/// <param name="Name">What it is called now, or was when it went.</param>
public sealed record RegisterChange(
    RegisterChangeKind Kind, string Part, string Key, string Name, EquatableList<RegisterFieldChange> Fields);

/// <summary>What separates two versions of a register (台帳の差分): departments first, in official order.</summary>
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

    // A draft may hold a code twice, which its checks tell.
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
