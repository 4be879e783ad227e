namespace KawasakiServerless.Benchmarks;

/// <summary>A workbook that asks for unbounded work in one way.</summary>
internal sealed record HostileKind(string Name, Func<byte[]> Make);

/// <summary>
/// Ways in which one workbook could take the time or the memory of everybody. Each is made as large as the coarser limits let it be.
/// </summary>
internal static class HostileKinds
{
    public const string Department = "川崎区役所", DepartmentCode = "kawasaki";

    public static IReadOnlyList<HostileKind> All { get; } =
        [.. HostileParts.All, .. HostileSheets.All, .. HostileTables.All, .. HostileReports.All];

    /// <summary>One text again and again.</summary>
    public static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    /// <summary>A piece for each number, made when it is written.</summary>
    public static IEnumerable<string> Many(int count, Func<int, string> piece) => Enumerable.Range(0, count).Select(piece);
}
