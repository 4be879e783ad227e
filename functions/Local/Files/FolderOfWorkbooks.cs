namespace KawasakiServerless.Local.Files;

/// <summary>The workbooks of a folder, in the same order on any machine.</summary>
public static class FolderOfWorkbooks
{
    // ~$ files are Excel's marks of a workbook that is open.
    public static IReadOnlyList<string> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder)
            .Where(f => Path.GetExtension(f)
                .ToLowerInvariant() is ".xlsx" or ".xlsm" or ".xls" && !Path.GetFileName(f).StartsWith("~$", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
