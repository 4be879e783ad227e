namespace KawasakiServerless.Workbooks.Budgets;

/// <summary>
/// The resources that processing one workbook may use. One budget covers everything from unpacking to the last check, and another covers
/// marking. Every loop over input spends from it and therefore ends in bounded time and memory, whatever sizes the file declares. The time
/// limit is the last resort; the counted limits refuse a file identically on every machine.
/// </summary>
/// <param name="allowance">The limits of the operation; those of reading by default.</param>
internal sealed class Budget(TimeProvider time, CancellationToken cancellation, Allowance? allowance = null)
{
    // Checking the clock takes about as long as reading a cell.
    private const int StepsBetweenLooks = 32;

    private readonly long began = time.GetTimestamp();
    private readonly Allowance allowed = allowance ?? Allowance.Reading;
    private long bytes, bytesSinceStep, names, rows, cells, merges, columnFormats, formats, characters, listItems, records, documentNodes,
        documentCharacters, documentNames;
    private int steps;

    /// <summary>
    /// The exceeded limit; null while there is none. Handlers for damaged files must check it first, because both throw
    /// InvalidDataException.
    /// </summary>
    public WorkbookLimit? Exceeded { get; private set; }

    public CancellationToken Cancellation => cancellation;

    /// <summary>A budget without cancellation, for input that is not a department's workbook.</summary>
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

    /// <summary>Charges a text when it is created and whenever a record uses it: a shared text counts each time.</summary>
    public void SpendCharacters(int count) => Spend(ref characters, count, WorkbookLimit.Characters);

    /// <summary>Charges the divisions, notes or headings listed in a cell.</summary>
    public void SpendListItems(int count) => Spend(ref listItems, count, WorkbookLimit.ListItems);

    public void SpendRecord()
    {
        Spend(ref records, 1, WorkbookLimit.Records);
        Look();
    }

    /// <summary>Charges an element, attribute or text of a part that is loaded as a document.</summary>
    /// <param name="length">The length of its value.</param>
    public void SpendDocumentNode(int length)
    {
        Spend(ref documentNodes, 1, WorkbookLimit.DocumentNodes);
        SpendDocumentCharacters(length);
    }

    /// <summary>Whether so many more nodes are within the limit; lets callers skip optional changes.</summary>
    public bool HasRoomForNodes(int count) => documentNodes + count <= WorkbookLimit.DocumentNodes.Most;

    public void SpendDocumentCharacters(int count) => Spend(ref documentCharacters, count, WorkbookLimit.DocumentCharacters);

    public void SpendDocumentName() => Spend(ref documentNames, 1, WorkbookLimit.DocumentNames);

    /// <summary>Checks time and cancellation only every few calls, so it is cheap enough for every cell or node of a part.</summary>
    public void Step()
    {
        bytesSinceStep = 0;
        if (++steps < StepsBetweenLooks)
            return;
        steps = 0;
        Look();
    }

    /// <summary>Checks the time limit and the cancellation. Call it before any operation that may take a millisecond or more.</summary>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    /// <exception cref="InvalidDataException">The time limit is exceeded; <see cref="Exceeded"/> is set.</exception>
    public void Look()
    {
        cancellation.ThrowIfCancellationRequested();
        if (time.GetElapsedTime(began) > allowed.Time)
            throw Refuse(WorkbookLimit.Time);
    }

    /// <summary>Refuses input that is known to be too large before it is read.</summary>
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
