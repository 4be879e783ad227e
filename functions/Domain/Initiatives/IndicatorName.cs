using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>The full name of an indicator (指標の名称): the initiative, and what is counted. Example: 歯周疾患検診：受診率.</summary>
/// <param name="Subject">The beginning of the initiative's text, such as 歯周疾患検診, up to the indicator's group, or another group of the
/// initiative, or the first figure that the department wrote into the text, and cut to 40 characters. A group or figure at the very start
/// of the text does not end it. Null if nothing is left, or if `Counted` already begins with it.</param>
/// <param name="Counted">What is counted, such as 受診率, with the indicator's group if it has one, as in 川崎病院 参加者数. Only the group, if
/// `Subject` is already the indicator's name.</param>
public sealed partial record IndicatorName(string? Subject, string Counted)
{
    private const int LongestSubject = 40;

    private static readonly char[] Separators = [' ', '　', ':', '：', '、', '・'];

    public static IndicatorName Of(Initiative initiative, Indicator indicator)
    {
        var subject = SubjectOf(initiative.Text, indicator);
        return (subject == indicator.Name, indicator.Group) switch
        {
            (true, null) => new(null, indicator.Name),
            (true, { } group) => new(subject, group),
            _ when subject.Length == 0 || indicator.FullName.StartsWith(subject, StringComparison.Ordinal) => new(null, indicator.FullName),
            _ => new(Shorten(subject), indicator.FullName),
        };
    }

    public override string ToString() => Subject is null ? Counted : $"{Subject}：{Counted}";

    private static string SubjectOf(string text, Indicator indicator)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.StartsWith($"{indicator.Name} ", StringComparison.Ordinal))
            return indicator.Name;
        var (group, year) = (indicator.Group is { } name ? line.IndexOf(name, StringComparison.Ordinal) : -1, YearAfter(line, 0));
        var end = new[] { group, year }.Where(at => at > 0).DefaultIfEmpty(line.Length).Min();
        var subject = line[..end].Trim(Separators);
        // The figures of another group are before those of this one, as in 参加者数 川崎病院 H28：6名 井田病院 H28：7名: the last word before the first
        // year is the other group.
        var isAfterAnother = year > 0 && group > year && IsFollowedByYear(line, group + indicator.Group!.Length);
        return isAfterAnother && subject.LastIndexOf(' ') is > 0 and var word ? subject[..word].Trim(Separators) : subject;
    }

    private static bool IsFollowedByYear(string line, int at) =>
        YearAfter(line, at) is >= 0 and var year && line.AsSpan(at, year - at).Trim(Separators).IsEmpty;

    private static int YearAfter(string line, int at) => Years().Match(line, at) is { Success: true } year ? year.Index : -1;

    private static string Shorten(string subject)
    {
        if (subject.Length <= LongestSubject)
            return subject;
        var end = char.IsHighSurrogate(subject[LongestSubject - 1]) ? LongestSubject - 1 : LongestSubject;
        return $"{subject[..end]}…";
    }

    // Matches a year with its colon. Some departments write figures into the text of an initiative, such as H28：6回 or 平成28年度：92部.
    [GeneratedRegex("(?:[HＨhｈ]|平成|令和|[RＲ])\\s?[0-9０-９]{1,2}(?:年度?)?\\s?[:：]")]
    private static partial Regex Years();
}
