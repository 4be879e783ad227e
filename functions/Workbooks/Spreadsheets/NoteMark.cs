using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>Recognizes a text that begins with the mark of a note, such as ※, ＊, 注1 or （注）.</summary>
internal static partial class NoteMark
{
    public static bool IsAt(string text) => Mark().IsMatch(text.Fold());

    [GeneratedRegex(@"^(?:[※*]|\(注[0-9]*\)|注[0-9:.)])")]
    private static partial Regex Mark();
}
