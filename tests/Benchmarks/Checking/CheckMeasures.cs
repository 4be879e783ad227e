using KawasakiServerless.Workbooks;

namespace KawasakiServerless.Benchmarks;

/// <summary>Checking a 20,000-row workbook, beside merely stepping over its XML and merely reading it.</summary>
internal static class CheckMeasures
{
    public static async Task<IReadOnlyList<Measure>> AllAsync(string folder, CancellationToken cancellation)
    {
        Openpyxl.Require();
        var files = await LargeWorkbooks.WriteAsync(folder, cancellation);
        return
        [
            .. files.Select(f => Warm($"check {f.Name}", File.ReadAllBytes(f.Path))),
            .. files.Select(f => new Measure($"check {f.Name}, whole process", CheckProcess(f.Path), Openpyxl.Reading(f.Path), Bar: 0.5, Aim: 0.25)),
        ];
    }

    private static Measure Warm(string name, byte[] workbook) =>
        new(name, Contestants.Warm("check", () => Check(workbook)), Contestants.Warm("unzip + XmlReader", () => EveryNode.Read(workbook)), Bar: 5, Aim: 2.5);

    private static void Check(byte[] workbook)
    {
        if (!WorkbookReader.Read(workbook, LargeWorkbook.Request).IsAccepted)
            throw new InvalidOperationException("The workbook is to be checked, not refused.");
    }

    private static Contestant CheckProcess(string path) =>
        Contestants.Process("check --json", "dotnet", Path.Combine(AppContext.BaseDirectory, "KawasakiServerless.Functions.dll"), "check", path, "--department", LargeWorkbook.Department, "--json");
}
