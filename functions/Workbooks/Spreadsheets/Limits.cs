namespace KawasakiServerless.Workbooks;

/// <summary>How much a workbook may hold. What is beyond is refused as too large, or as a text too long.</summary>
internal static class Limits
{
    public const int FileBytes = 20 * 1024 * 1024;
    public const long UnpackedBytes = 200L * 1024 * 1024;
    public const int Entries = 1_000;
    public const int Rows = 100_000;
    public const int Cells = 2_000_000;
    public const int Merges = 200_000;
    public const int TextLength = 10_000;

    // Tables are some fifteen columns wide; what stands far to the right of them belongs to none.
    public const int Columns = 256;
}

/// <summary>Counts what is unpacked, whatever sizes the file declares.</summary>
internal sealed class Budget
{
    private long bytes, rows, cells, merges;

    public bool IsExceeded { get; private set; }

    public void SpendBytes(int count) => Spend(ref bytes, count, Limits.UnpackedBytes);

    public void SpendRow() => Spend(ref rows, 1, Limits.Rows);

    public void SpendCell() => Spend(ref cells, 1, Limits.Cells);

    public void SpendMerge() => Spend(ref merges, 1, Limits.Merges);

    public void Spend(ref long spent, int count, long limit)
    {
        spent += count;
        if (spent <= limit)
            return;
        IsExceeded = true;
        throw new InvalidDataException("The workbook is larger than its limits.");
    }
}
