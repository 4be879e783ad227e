using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Benchmarks;

/// <summary>Measures checking a 20,000-row workbook, compared with only stepping over its XML and with only reading its values.</summary>
internal static class CheckMeasures
{
    public static async Task<IReadOnlyList<Measure>> AllAsync(string folder, CancellationToken cancellation)
    {
        Openpyxl.Require();
        var built = new CheckCommandLine("dotnet", Path.Combine(AppContext.BaseDirectory, "KawasakiServerless.Local.dll"));
        var published = await CheckCommandLine.PublishAsync(Path.Combine(folder, "app"));
        var files = await LargeWorkbooks.WriteAsync(folder, cancellation);
        return
        [
            .. files.Select(f => Warm(f, File.ReadAllBytes(f.Path))),
            .. files.Select(f => Whole(f, "whole process", built)),
            .. files.Select(f => Whole(f, "whole process as published", published)),
        ];
    }

    private static Measure Warm(LargeFile file, byte[] workbook) => new(
        $"check {file.Name}",
        Contestants.Warm("check", () => Check(workbook)),
        Contestants.Warm("unzip + XmlReader", () => EveryNode.Read(workbook)),
        file.HasBar ? 5 : null,
        file.HasBar ? 2.5 : null);

    private static Measure Whole(LargeFile file, string how, CheckCommandLine check) => new(
        $"check {file.Name}, {how}", check.On(file.Path), Openpyxl.Reading(file.Path), file.HasBar ? 0.5 : null, file.HasBar ? 0.25 : null);

    private static void Check(byte[] workbook)
    {
        if (!WorkbookReader.Read(workbook, LargeWorkbook.Request).IsAccepted)
            throw new InvalidOperationException("The workbook is to be checked, not refused.");
    }
}
