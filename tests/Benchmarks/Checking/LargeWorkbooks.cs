namespace KawasakiServerless.Benchmarks;

/// <param name="HasBar">Whether the time for checking the file has a limit, as a multiple of the time of the work that it is compared with.
/// If not, the rows of the file in the table of results are only informative.</param>
internal sealed record LargeFile(string Name, string Path, bool HasBar);

/// <summary>Writes files with the workbooks whose checking is measured.</summary>
internal static class LargeWorkbooks
{
    public static async Task<IReadOnlyList<LargeFile>> WriteAsync(string folder, CancellationToken cancellation)
    {
        var template = LargeWorkbook.Template();
        LargeFile[] files =
        [
            new($"{LargeWorkbook.Rows:N0} rows as Excel saves them", Path.Combine(folder, "excel.xlsx"), HasBar: true),
            new($"{LargeWorkbook.Rows:N0} rows with texts in the cells", Path.Combine(folder, "inline.xlsx"), HasBar: true),
            new("the same initiatives in the report layout", Path.Combine(folder, "report.xlsx"), HasBar: false),
        ];
        await File.WriteAllBytesAsync(files[0].Path, SharedTexts.Save(template), cancellation);
        await File.WriteAllBytesAsync(files[1].Path, SharedTexts.Deflate(template), cancellation);
        await File.WriteAllBytesAsync(files[2].Path, SharedTexts.Save(LargeReport.Write()), cancellation);
        return files;
    }
}
