namespace KawasakiServerless.Benchmarks;

/// <summary>A kind of workbook that tries to cause unbounded work in one particular way.</summary>
internal sealed record HostileKind(string Name, Func<byte[]> Make);

/// <summary>
/// Ways in which a single workbook could use up the time or memory that all users share. Each workbook is made as large as the simple
/// limits, such as those of file size, rows and cells, allow.
/// </summary>
internal static class HostileKinds
{
    public const string Department = "川崎区役所", DepartmentCode = "kawasaki";

    public static IReadOnlyList<HostileKind> All { get; } =
        [.. HostileParts.All, .. HostileSheets.All, .. HostileTables.All, .. HostileReports.All];

    /// <summary>Repeats a text.</summary>
    public static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    /// <summary>Returns a piece of text for each number from zero. Each piece is created only when it is written.</summary>
    public static IEnumerable<string> Many(int count, Func<int, string> piece) => Enumerable.Range(0, count).Select(piece);
}
