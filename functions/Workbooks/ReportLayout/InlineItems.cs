using System.Text.RegularExpressions;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>
/// Recognizes items of a list that are on one line, such as ・講座A　・講座B, or begin with unusual bullets, such as ➀ or Word's l.
/// </summary>
internal static partial class InlineItems
{
    /// <summary>Whether a text has two or more items on one line, or two or more lines with unusual bullets.</summary>
    public static bool AreIn(string text) =>
        Unusual().Count(text) > 1 || text.Split('\n').Any(line => Within().Count(line) + (Bullets.IsAt(line.TrimStart()) ? 1 : 0) > 1);

    /// <summary>Whether an item of a cell, without its own bullet, contains a further item on its first line.</summary>
    public static bool FollowIn(string item) => Within().IsMatch(item.Split('\n')[0]);

    // A bullet after a space or a full stop and directly before a word. A middle dot with spaces on both sides joins words.
    [GeneratedRegex(@"(?<=\S[\s　]+|。)[・･●○◯◎◆◇■□▪•‣∙◦➢➤‧➀-➓](?![\s　])")]
    private static partial Regex Within();

    [GeneratedRegex(@"^[ 　]*(?:[→⇒‧➀-➓]|[~～l][ 　])[ 　]*\S", RegexOptions.Multiline)]
    private static partial Regex Unusual();
}
