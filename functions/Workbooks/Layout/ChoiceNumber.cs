using System.Text.RegularExpressions;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>Removes the number that departments write before a value of a list, as in 1 高齢者施策, (1)高齢者施策 or ア 高齢者施策.</summary>
internal static partial class ChoiceNumber
{
    /// <param name="folded">The text, normalized by FoldHeader.</param>
    public static string Without(string folded) => Number().Replace(folded, "");

    [GeneratedRegex(@"^(?:\(?[0-9]{1,2}\)?|[ア-コ])[.:、)]?|^[・○●■]")]
    private static partial Regex Number();
}
