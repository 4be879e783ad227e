namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>The characters that departments type before each item of a list within a cell.</summary>
internal static class Bullets
{
    // From the outermost to the innermost, as lists within a cell usually nest them: ○ is above ・, and ・ is above -.
    private static readonly string[] Levels = ["◆◇■□", "●○◯〇◎⚫⚪❖✦✓✔☑", "・･▪•‣∙◦⦁➢➤", "-－‐–—＊*"];

    public static string Signs { get; } = string.Concat(Levels);

    public static string[] LinesOf(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static bool IsAt(string line) => line.Length > 1 && Signs.Contains(line[0], StringComparison.Ordinal);

    /// <summary>Returns the level of the bullet at the beginning of a line: 0 for the outermost; -1 for a line without a bullet.</summary>
    public static int LevelOf(string line) => IsAt(line) ? Array.FindIndex(Levels, l => l.Contains(line[0], StringComparison.Ordinal)) : -1;

    public static string Without(string item) => IsAt(item) ? item[1..].TrimStart() : item;
}
