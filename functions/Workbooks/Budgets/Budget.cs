namespace KawasakiServerless.Workbooks.Budgets;

/// <summary>
/// Counts the bytes, rows, cells, texts and time that processing one workbook uses, and throws when a limit is exceeded. One budget covers
/// everything from unpacking to the last check; marking the cells with problems, editing cells and making the workbook's public copy have
/// budgets of their own. Every loop over input charges the budget and therefore ends in bounded time and memory, whatever sizes the file
/// declares. The time limit is the last resort, because it depends on the speed of the machine, whereas the counted limits refuse the same
/// files on every machine.
/// </summary>
/// <param name="allowance">The limits of the operation; <see cref="Allowance.Reading"/> by default.</param>
internal sealed class Budget(TimeProvider time, CancellationToken cancellation, Allowance? allowance = null)
{
    // The clock is read only once in this many steps, because reading it takes about as long as reading a cell.
    private const int StepsBetweenLooks = 32;

    private readonly long began = time.GetTimestamp();
    private readonly Allowance allowed = allowance ?? Allowance.Reading;
    private long bytes, bytesSinceStep, names, rows, cells, merges, columnFormats, formats, characters, listItems, records, documentNodes,
        documentCharacters, documentNames;
    private int steps;

    /// <summary>
    /// The limit that was exceeded; null if none was. Code that catches InvalidDataException for damaged files must check this property
    /// first, because an exceeded limit throws the same exception.
    /// </summary>
    public WorkbookLimit? Exceeded { get; private set; }

    public CancellationToken Cancellation => cancellation;

    /// <summary>Returns a budget for reading a workbook without cancellation. Only tests and benchmarks use it.</summary>
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

    /// <summary>
    /// Charges the length of a text. Callers charge a text when it is read from the file, and again for every record that uses it, even if
    /// several records share the same string.
    /// </summary>
    public void SpendCharacters(int count) => Spend(ref characters, count, WorkbookLimit.Characters);

    /// <summary>Charges the number of divisions (担当部署), notes or headings that a cell lists.</summary>
    public void SpendListItems(int count) => Spend(ref listItems, count, WorkbookLimit.ListItems);

    public void SpendRecord()
    {
        Spend(ref records, 1, WorkbookLimit.Records);
        Look();
    }

    /// <summary>Charges one element, attribute or text of an XML part that is loaded as a document.</summary>
    /// <param name="length">The length of the attribute's value or of the text.</param>
    public void SpendDocumentNode(int length)
    {
        Spend(ref documentNodes, 1, WorkbookLimit.DocumentNodes);
        SpendDocumentCharacters(length);
    }

    /// <summary>Whether this many more nodes stay within the limit. Callers use it to skip optional changes instead of failing.</summary>
    public bool HasRoomForNodes(int count) => documentNodes + count <= WorkbookLimit.DocumentNodes.Most;

    public void SpendDocumentCharacters(int count) => Spend(ref documentCharacters, count, WorkbookLimit.DocumentCharacters);

    public void SpendDocumentName() => Spend(ref documentNames, 1, WorkbookLimit.DocumentNames);

    /// <summary>
    /// Checks time and cancellation on every 32nd call only, so that it can be called for every cell or node. Every call also restarts the
    /// count of the bytes read for one tag.
    /// </summary>
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

    /// <summary>
    /// Records the limit as exceeded, unless another limit was exceeded first, and returns the exception to throw. Other classes also call
    /// it, to refuse a file that is too large or has too many parts or sheets.
    /// </summary>
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
