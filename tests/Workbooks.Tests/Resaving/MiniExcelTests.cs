using KawasakiServerless.Workbooks.Annotating;
using MiniExcelLibs;

namespace KawasakiServerless.Workbooks.Tests.Resaving;

/// <summary>
/// When the library MiniExcel saves a workbook, it keeps the values of cells, but not formats, columns of zero width or comments. A sample
/// that it saved is nevertheless read in the same way.
/// </summary>
public sealed class MiniExcelTests
{
    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(Some.PathOf("Samples"), "*.xlsx").Select(Path.GetFileName).OfType<string>()];

    [Theory]
    [MemberData(nameof(Samples))]
    public void ASampleSavedByMiniExcelIsReadTheSame(string sample)
    {
        var original = File.ReadAllBytes(Path.Combine(Some.PathOf("Samples"), sample));
        var reading = Some.Read(original);

        Assert.Empty(new Resaved(sample, Saved(original)).DifferencesFrom(reading));
        Assert.Empty(new Resaved(sample, Saved(AnnotatedWorkbook.Write(original, reading.Problems))).DifferencesFrom(reading));
    }

    private static byte[] Saved(byte[] workbook)
    {
        using var from = new MemoryStream(workbook);
        using var to = new MemoryStream();
        var sheets = from.GetSheetInformations().Where(s => $"{s.State}" == "Visible")
            .ToDictionary(s => s.Name, object (s) => from.Query(sheetName: s.Name).ToList());
        to.SaveAs(sheets, printHeader: false);
        return to.ToArray();
    }
}
