namespace KawasakiServerless.Local.Files;

/// <summary>Lists the workbooks in a folder, in the same order on every machine.</summary>
public static class FolderOfWorkbooks
{
    // Skips the ~$ lock files that Excel creates while a workbook is open.
    public static IReadOnlyList<string> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder)
            .Where(f => Path.GetExtension(f)
                .ToLowerInvariant() is ".xlsx" or ".xlsm" or ".xls" && !Path.GetFileName(f).StartsWith("~$", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
