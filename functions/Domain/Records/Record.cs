namespace KawasakiServerless.Domain;

/// <summary>
/// One item that a department reports. Its <see cref="Id"/> (管理番号) is its permanent identity; its <see cref="Source"/> (出典) is the cell
/// from which it was read. Each kind of record implements the members below in its own file.
/// </summary>
public abstract record Record(string Id, Source Source)
{
    public abstract RecordKind GetRecordKind();

    /// <summary>The record's own title: its name or, for kinds without a name, its text.</summary>
    public abstract string Title();

    /// <summary>The texts of the record in which the glossary page looks for the terms that it explains.</summary>
    public abstract IEnumerable<string> Texts();

    /// <summary>Whether two records are equal apart from their sources.</summary>
    public bool HasSameContentAs(Record other) => Equals(this with { Source = other.Source }, other);

    /// <summary>
    /// The values by which a record without an id (管理番号) is matched with the department's earlier records: its text and where it appears
    /// in the report, or its name. Null for indicators, which are numbered within their initiative.
    /// </summary>
    internal abstract string[]? IdentityParts();

    /// <summary>
    /// The record's fields, in the order of <see cref="Field"/>. The source is not included: a record that was moved to another cell has
    /// not changed.
    /// </summary>
    internal abstract IEnumerable<RecordField> FieldsIn(Report report);

    /// <summary>Adds the sizes of all fields that <see cref="RecordLimits"/> limits.</summary>
    internal abstract void AddSizesTo(ref RecordSizes sizes);

    /// <summary>
    /// The viewpoint, the policy area and the ward office to which the record itself refers, each null if it refers to none. An indicator
    /// refers to none of them, because it belongs to a viewpoint and a policy area only through its initiative.
    /// </summary>
    internal abstract RegisterReferences References();

    /// <summary>The title that the pages of a report show, which for an indicator includes its initiative.</summary>
    internal virtual string TitleIn(Report report) => Title();

    /// <summary>Where the record appears in the report.</summary>
    internal virtual ChangePlace PlaceIn(Report report) =>
        new(Source.Department, References().Viewpoint, References().PolicyArea, null, InOrder(WardsIn(report), report.Register));

    /// <summary>
    /// Codes of the ward offices whose wards the record concerns. The result may also contain codes of other departments, which
    /// <see cref="PlaceIn"/> ignores.
    /// </summary>
    internal abstract IEnumerable<string> WardsIn(Report report);

    private static EquatableList<string> InOrder(IEnumerable<string> wards, Register register)
    {
        var codes = wards.ToHashSet(StringComparer.Ordinal);
        return [.. register.Wards.OrderBy(w => w.Order).Select(w => w.Code).Where(codes.Contains)];
    }
}

/// <summary>
/// The parts of the register to which a record refers: the number of a viewpoint, the codes of a policy area and of a ward office. Each is
/// null if the record refers to none.
/// </summary>
internal readonly record struct RegisterReferences(int? Viewpoint, string? PolicyArea, string? Ward);
