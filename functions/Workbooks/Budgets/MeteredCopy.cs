namespace KawasakiServerless.Workbooks.Budgets;

/// <summary>
/// Copies a stream in chunks. Each chunk is one step of the budget, so that the copying stops at the time limit or when it is cancelled.
/// </summary>
internal static class MeteredCopy
{
    /// <param name="spend">Charges further costs of a chunk, given its number of bytes.</param>
    public static void Run(Budget budget, Stream source, Stream target, Action<int> spend)
    {
        var buffer = new byte[81_920];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            budget.Step();
            spend(read);
            target.Write(buffer, 0, read);
        }
    }
}
