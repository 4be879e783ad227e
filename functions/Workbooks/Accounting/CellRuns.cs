namespace KawasakiServerless.Workbooks.Accounting;

/// <summary>Splits column numbers into runs of consecutive numbers: 2, 3, 4, 7 become (2, 3, 4) and (7).</summary>
internal static class CellRuns
{
    /// <param name="columns">Column numbers in ascending order.</param>
    public static List<List<int>> Of(IEnumerable<int> columns)
    {
        List<List<int>> runs = [];
        foreach (var column in columns)
        {
            if (runs.Count > 0 && runs[^1][^1] + 1 == column)
                runs[^1].Add(column);
            else
                runs.Add([column]);
        }

        return runs;
    }
}
