namespace KawasakiServerless.Domain;

/// <summary>
/// Assigns a permanent id (管理番号) to every record of a workbook. A record whose worksheet row already contains an id keeps it. Other records
/// are matched with the records of the department's last report by kind and by normalized values such as viewpoint, policy area and text;
/// records with equal values are matched in their order. A record without a match gets the next number. Indicators are an exception:
/// <see cref="IndicatorIdentities"/> matches and numbers them within their initiatives.
/// </summary>
public sealed class Identities
{
    // A number that exceeds every credible smaller number by more than this is assumed to be mistyped, such as zaisei-9999 for zaisei-0099,
    // so new numbers do not continue from it. A mistyped number does not make the numbers above it credible.
    private const int WidestGap = 1_000;

    private readonly string department;
    private readonly HashSet<int> taken;
    private readonly Dictionary<string, Queue<string>> known;
    private readonly Dictionary<string, string> initiativeIds = new(StringComparer.Ordinal);
    private int last;

    private Identities(string department, DepartmentRecords read, DepartmentRecords current, int lastNumber)
    {
        this.department = department;
        var claimed = read.All.Where(r => r is not Indicator).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        known = current.All.Where(r => r is not Indicator && !claimed.Contains(r.Id)).GroupBy(KeyOf, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new Queue<string>(g.Select(r => r.Id)), StringComparer.Ordinal);
        taken = read.All.Concat(current.All).Select(NumberOf).ToHashSet();
        last = taken.Order().Aggregate(lastNumber, (last, number) => number - last <= WidestGap ? Math.Max(last, number) : last);
    }

    /// <param name="department">Code of the department.</param>
    /// <param name="read">The records of the workbook. If a record's row contains no id (管理番号), the record has as its id any text that is
    /// not a <see cref="RecordId"/>; for an initiative that text is unique in the workbook, because its indicators refer to it. Ids of
    /// indicators are ignored.</param>
    /// <param name="current">The records of the department's last report: those of its submission in effect or, if it has none in the
    /// reporting year, those that it and its predecessors reported in the year before; empty for none.</param>
    /// <param name="assigned">The highest number and the known indicators of the department, so that no id is assigned twice.</param>
    /// <returns>The records with their ids, and the highest number and the known indicators after this submission.</returns>
    public static (DepartmentRecords Records, AssignedNumbers Assigned) Assign(
        string department, DepartmentRecords read, DepartmentRecords current, AssignedNumbers assigned)
    {
        var typed = read.Select(AsWritten);
        var identities = new Identities(department, typed, current, assigned.Last);
        var initiatives = typed.Initiatives.Select(identities.IdentifyInitiative).ToEquatableList();
        var rest = (typed with { Initiatives = [], Indicators = [] }).Select(identities.Identify);
        var indicators = new IndicatorIdentities(current.Indicators, assigned.Indicators)
            .Assign([.. typed.Indicators.Select(identities.Place)]);
        var records = rest with { Initiatives = initiatives, Indicators = indicators };
        return (records, assigned.With(current.Indicators.Concat(indicators)) with { Last = identities.last });
    }

    // Converts an id that is typed differently, such as ｚａｉｓｅｉ－０００７ or zaisei-00007, to the usual form zaisei-0007.
    private static Record AsWritten(Record record) => record is Indicator indicator
        ? indicator with { Initiative = AsWritten(indicator.Initiative) }
        : record with { Id = AsWritten(record.Id) };

    private static string AsWritten(string id) => RecordId.TryParse(id, out var number) ? number.ToString() : id;

    private Initiative IdentifyInitiative(Initiative initiative)
    {
        var identified = Identify(initiative);
        initiativeIds[initiative.Id] = identified.Id;
        return identified;
    }

    private T Identify<T>(T record)
        where T : Record => RecordId.TryParse(record.Id, out _)
            ? record
            : record with { Id = Known(record) ?? NextId() };

    private Indicator Place(Indicator indicator) =>
        indicator with { Initiative = initiativeIds.GetValueOrDefault(indicator.Initiative, indicator.Initiative) };

    private string NextId()
    {
        do
            last++;
        while (taken.Contains(last));
        return new RecordId(department, last).ToString();
    }

    private string? Known(Record record) =>
        known.TryGetValue(KeyOf(record), out var ids) && ids.TryDequeue(out var id) ? id : null;

    private int NumberOf(Record record) => RecordId.TryParse(record.Id, out var id) && id.Department == department ? id.Number : 0;

    private static string KeyOf(Record record) =>
        string.Join('\n', (string[])[record.GetRecordKind().Facts().Code, .. PartsOf(record).Select(p => p.Fold())]);

    private static string[] PartsOf(Record record) =>
        record.IdentityParts() ?? throw new InvalidOperationException($"{record.GetType().Name} gets its number from another record.");
}
