namespace KawasakiServerless.Domain;

/// <summary>
/// One thing a department reports. Its <see cref="Id"/> (管理番号) is its lasting identity; its <see cref="Source"/> (出典) names the cell it
/// came from. What a kind of record is made of stands in its own file, as the members below.
/// </summary>
public abstract record Record(string Id, Source Source)
{
    public abstract RecordKind KindOfRecord();

    /// <summary>What readers call it: its name, or what it says.</summary>
    public abstract string Title();

    /// <summary>Everything it says in words, for those who look for words in it.</summary>
    public abstract IEnumerable<string> Texts();

    /// <summary>Whether it says the same as another, wherever the two came from.</summary>
    public bool SaysTheSameAs(Record other) => Equals(this with { Source = other.Source }, other);

    /// <summary>
    /// What tells it from others of its kind where its row has no 管理番号: its place and its text. Null for a record that is numbered
    /// after another one.
    /// </summary>
    internal abstract string[]? IdentityParts();

    /// <summary>Its fields, in the order of <see cref="Field"/>. The source is none: a cell that moved says what it said.</summary>
    internal abstract IEnumerable<RecordField> FieldsIn(Report report);

    /// <summary>Measures what has a limit.</summary>
    internal abstract void AddSizesTo(ref RecordSizes sizes);

    /// <summary>What of the register it uses by itself.</summary>
    internal virtual RegisterReferences References() => default;

    /// <summary>In full, as the pages of a report name it.</summary>
    internal virtual string TitleIn(Report report) => Title();

    /// <summary>Where readers of the report look for it.</summary>
    internal virtual ChangePlace PlaceIn(Report report) =>
        new(Source.Department, References().Viewpoint, References().PolicyArea, null, InOrder(WardsIn(report.Register), report.Register));

    /// <summary>Codes of the wards' offices that it is about; other codes do not count.</summary>
    internal virtual IEnumerable<string> WardsIn(Register register) => [Source.Department];

    private static EquatableList<string> InOrder(IEnumerable<string> wards, Register register)
    {
        var codes = wards.ToHashSet(StringComparer.Ordinal);
        return [.. register.Wards.OrderBy(w => w.Order).Select(w => w.Code).Where(codes.Contains)];
    }
}

/// <summary>
/// What a record uses of the register: a viewpoint, the code of a policy area, the code of a ward's office; null for none.
/// </summary>
internal readonly record struct RegisterReferences(int? Viewpoint, string? PolicyArea, string? Ward);
