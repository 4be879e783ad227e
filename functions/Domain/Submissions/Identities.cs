namespace KawasakiServerless.Domain;

/// <summary>
/// Gives every record of a workbook its lasting identity. Rows with a 管理番号 keep it; rows without are matched to the
/// department's current records by kind, place, folded text and order among equals; what matches nothing gets the next number.
/// </summary>
public sealed class Identities
{
    private readonly string department;
    private readonly Dictionary<string, Queue<string>> known;
    private readonly Dictionary<string, int> lastIndicator;
    private readonly Dictionary<string, string> assigned = new(StringComparer.Ordinal);
    private int last;

    private Identities(string department, DepartmentRecords read, DepartmentRecords current, int lastNumber)
    {
        this.department = department;
        var claimed = read.All.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        known = current.All.Where(r => !claimed.Contains(r.Id)).GroupBy(KeyOf, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new Queue<string>(g.Select(r => r.Id)), StringComparer.Ordinal);
        lastIndicator = current.Indicators.GroupBy(i => i.Initiative, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Max(i => RecordId.IndicatorNumber(i.Id)), StringComparer.Ordinal);
        last = read.All.Concat(current.All).Select(NumberOf).Append(lastNumber).Max();
    }

    /// <param name="department">Code of the department.</param>
    /// <param name="read">What the workbook says; a record without 管理番号 has any text that is no <see cref="RecordId"/> as its id.</param>
    /// <param name="current">The department's current records; empty when it has none.</param>
    /// <param name="lastNumber">The highest number ever given, so that none is given twice.</param>
    public static (DepartmentRecords Records, int LastNumber) Assign(
        string department, DepartmentRecords read, DepartmentRecords current, int lastNumber)
    {
        var identities = new Identities(department, read, current, lastNumber);
        var initiatives = read.Initiatives.Select(identities.Identify).ToEquatableList();
        var rest = (read with { Initiatives = initiatives, Indicators = [] }).Select(identities.Identify);
        var indicators = read.Indicators.Select(identities.IdentifyIndicator).ToEquatableList();
        return (rest with { Indicators = indicators }, identities.last);
    }

    private T Identify<T>(T record)
        where T : Record
    {
        if (RecordId.TryParse(record.Id, out _))
            return record;
        var id = Known(record) ?? new RecordId(department, ++last).ToString();
        assigned[record.Id] = id;
        return record with { Id = id };
    }

    private Indicator IdentifyIndicator(Indicator indicator)
    {
        var placed = indicator with { Initiative = assigned.GetValueOrDefault(indicator.Initiative, indicator.Initiative) };
        return placed with { Id = Known(placed) ?? NextIndicator(placed.Initiative) };
    }

    private string? Known(Record record) =>
        known.TryGetValue(KeyOf(record), out var ids) && ids.TryDequeue(out var id) ? id : null;

    private string NextIndicator(string initiative)
    {
        var number = lastIndicator[initiative] = lastIndicator.GetValueOrDefault(initiative) + 1;
        return RecordId.OfIndicator(initiative, number);
    }

    private int NumberOf(Record record) => RecordId.TryParse(record.Id, out var id) && id.Department == department ? id.Number : 0;

    private static string KeyOf(Record record) => string.Join('\n', Parts(record).Select(p => p.Fold()));

    private static string[] Parts(Record record) => record switch
    {
        Initiative r => ["initiative", $"{r.Viewpoint}", r.PolicyArea, r.Text],
        Indicator r => ["indicator", r.Initiative, r.Name, r.Group ?? "", r.Unit ?? ""],
        Direction r => ["direction", $"{r.Viewpoint}", r.PolicyArea, r.Text],
        Collaboration r => ["collaboration", r.Name],
        WardActivity r => ["ward-activity", r.Ward ?? "", $"{r.Year?.Year}", r.Heading ?? "", r.Category ?? "", r.Text],
        Statistic r => ["statistic", r.Section, r.Name, $"{r.From}"],
        Passage r => ["passage", r.Document, .. r.Path, r.Kind.ToString(), r.Text],
        _ => throw new InvalidOperationException($"{record.GetType().Name} has no place."),
    };
}
