namespace KawasakiServerless.Local.Files;

/// <summary>Lists the workbooks of a folder, in the same order on every machine.</summary>
public static class FolderOfWorkbooks
{
    // Excel creates ~$ lock files for open workbooks; they are skipped.
    public static IReadOnlyList<string> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder)
            .Where(f => Path.GetExtension(f)
                .ToLowerInvariant() is ".xlsx" or ".xlsm" or ".xls" && !Path.GetFileName(f).StartsWith("~$", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
