namespace KawasakiServerless.Workbooks.Budgets;

/// <summary>
/// What one workbook may cost. One budget goes from unpacking to the last check, and another through marking: every loop over input spends
/// from it, so that it ends in bounded time and memory, whatever sizes the file declares. Time is the last resort; what is counted is
/// refused on any machine alike.
/// </summary>
/// <param name="allowance">What the work may take; without one, that of reading.</param>
internal sealed class Budget(TimeProvider time, CancellationToken cancellation, Allowance? allowance = null)
{
    // A look at the clock takes about as long as reading a cell.
    private const int StepsBetweenLooks = 32;

    private readonly long began = time.GetTimestamp();
    private readonly Allowance allowed = allowance ?? Allowance.Reading;
    private long bytes, bytesSinceStep, names, rows, cells, merges, columnFormats, formats, characters, listItems, records, documentNodes,
        documentCharacters, documentNames;
    private int steps;

    /// <summary>The limit that was exceeded; null while none is. Whoever catches a damage asks this first.</summary>
    public WorkbookLimit? Exceeded { get; private set; }

    public CancellationToken Cancellation => cancellation;

    /// <summary>Without a client that could hang up, for what is read apart from a workbook.</summary>
    public static Budget New() => new(TimeProvider.System, CancellationToken.None);

    public void SpendBytes(int count)
    {
        Spend(ref bytes, count, WorkbookLimit.UnpackedBytes, allowed.UnpackedBytes);
        Spend(ref bytesSinceStep, count, WorkbookLimit.TagBytes);
        Look();
    }

    public void SpendName(int length) => Spend(ref names, length, WorkbookLimit.Names);

    public void SpendRow() => Spend(ref rows, 1, WorkbookLimit.Rows);

    public void SpendCell() => Spend(ref cells, 1, WorkbookLimit.Cells);

    public void SpendMerge() => Spend(ref merges, 1, WorkbookLimit.Merges);

    public void SpendColumnFormat() => Spend(ref columnFormats, 1, WorkbookLimit.ColumnFormats);

    public void SpendFormat() => Spend(ref formats, 1, WorkbookLimit.Formats);

    /// <summary>A text was made, or a record uses it: a shared text counts each time.</summary>
    public void SpendCharacters(int count) => Spend(ref characters, count, WorkbookLimit.Characters);

    /// <summary>Divisions, notes or headings that a cell names.</summary>
    public void SpendListItems(int count) => Spend(ref listItems, count, WorkbookLimit.ListItems);

    public void SpendRecord()
    {
        Spend(ref records, 1, WorkbookLimit.Records);
        Look();
    }

    /// <summary>An element, attribute or text of a part that is held as a document.</summary>
    /// <param name="length">Of its value.</param>
    public void SpendDocumentNode(int length)
    {
        Spend(ref documentNodes, 1, WorkbookLimit.DocumentNodes);
        SpendDocumentCharacters(length);
    }

    /// <summary>Whether so many nodes more are within the limit, for what can be left as it is.</summary>
    public bool HasRoomForNodes(int count) => documentNodes + count <= WorkbookLimit.DocumentNodes.Most;

    public void SpendDocumentCharacters(int count) => Spend(ref documentCharacters, count, WorkbookLimit.DocumentCharacters);

    public void SpendDocumentName() => Spend(ref documentNames, 1, WorkbookLimit.DocumentNames);

    /// <summary>Cheap enough for every cell or node of a part: looks now and then.</summary>
    public void Step()
    {
        bytesSinceStep = 0;
        if (++steps < StepsBetweenLooks)
            return;
        steps = 0;
        Look();
    }

    /// <summary>
    /// Looks whether there is time left and whether anybody still waits for the answer. To be called before whatever may take a millisecond
    /// or more.
    /// </summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    /// <exception cref="InvalidDataException">The time is over; <see cref="Exceeded"/> says so.</exception>
    public void Look()
    {
        cancellation.ThrowIfCancellationRequested();
        if (time.GetElapsedTime(began) > allowed.Time)
            throw Refuse(WorkbookLimit.Time);
    }

    /// <summary>For what is known to be too large before it is read.</summary>
    public InvalidDataException Refuse(WorkbookLimit limit)
    {
        Exceeded ??= limit;
        return new("The workbook exceeds a limit of reading.");
    }

    private void Spend(ref long spent, int count, WorkbookLimit limit) => Spend(ref spent, count, limit, limit.Most);

    private void Spend(ref long spent, int count, WorkbookLimit limit, long most)
    {
        spent += count;
        if (spent > most)
            throw Refuse(limit);
    }
}
