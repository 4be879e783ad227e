namespace KawasakiServerless.Benchmarks;

/// <summary>The workbooks that are checked, as files.</summary>
internal static class LargeWorkbooks
{
    public static async Task<IReadOnlyList<(string Name, string Path)>> WriteAsync(string folder, CancellationToken cancellation)
    {
        var template = LargeWorkbook.Template();
        (string Name, string File, byte[] Content)[] workbooks =
        [
            ($"{LargeWorkbook.Rows:N0} rows as Excel saves them", "excel.xlsx", SharedTexts.Save(template)),
            ($"{LargeWorkbook.Rows:N0} rows with texts in the cells", "inline.xlsx", SharedTexts.Deflate(template)),
            ($"the same initiatives in the report layout", "report.xlsx", SharedTexts.Save(LargeReport.Write())),
        ];
        foreach (var workbook in workbooks)
            await File.WriteAllBytesAsync(Path.Combine(folder, workbook.File), workbook.Content, cancellation);
        return [.. workbooks.Select(w => (w.Name, Path.Combine(folder, w.File)))];
    }
}
