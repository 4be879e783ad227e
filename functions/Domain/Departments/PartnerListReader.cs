using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>
/// Parses a partner list, already normalized by <see cref="Folding.Fold"/>, from left to right. At each position it matches the longest
/// known name. So 健康福祉局川崎区役所 yields two departments, and 健康福祉局保健所 yields only 健康福祉局, because 保健所 names a division.
/// </summary>
internal sealed partial class PartnerListReader(string text, DepartmentNames names)
{
    private static readonly string[] DivisionEndings = ["部", "室", "課", "所", "係", "担当", "センター"];

    private static readonly char[] BracketSeparators = [.. "、,・/; "];

    private readonly List<string> departments = [];
    private readonly List<string> unknown = [];
    private bool everyBureau, everyWard, andOthers;

    public static PartnerList Read(string folded, DepartmentNames names)
    {
        var reader = new PartnerListReader(folded, names);
        for (var at = 0; at < folded.Length;)
            at = reader.TakeAt(at);
        return new([.. reader.departments], reader.everyBureau, reader.everyWard, reader.andOthers, [.. reader.unknown]);
    }

    // Each Take and Add method returns the position after the text that it consumed.
    private int TakeAt(int at)
    {
        if (Separators().Match(text, at) is { Success: true } separator)
            return at + separator.Length;
        if (OthersAt(at) is > 0 and var others)
            return AddOthers(at + others);
        if (NameAt(at) is (var name, { } department))
            return TakeName(at, name, department);
        if (WildcardAt(at) is { } wildcard)
            return AddWildcard(at, wildcard);
        return TakeUnknown(at);
    }

    // If the name of another prefecture or municipality precedes a department's name, that name is part of the unknown partner:
    // 横浜市消防局 and 横浜市 消防局 are not the city's own 消防局.
    private int TakeUnknown(int at)
    {
        var end = NextEnd(at + 1);
        if (IsOwnPlace(text[at..end]) && NameAt(AfterSpace(end)).Department is not null)
            return end;
        while (IsElsewhere(text[at..end]) && AfterSpace(end) is var start && NameAt(start).Name is { } name)
            end = NextEnd(start + name.Length);
        return AddUnknown(at, Closed(at, end));
    }

    private int AfterSpace(int at) => at < text.Length && text[at] == ' ' ? at + 1 : at;

    private static bool IsPlace(string text) => text is "北海道" or [.., '都' or '府' or '県' or '市' or '町' or '村'];

    private bool IsElsewhere(string place) => IsPlace(place) && !IsOwnPlace(place);

    // Whether a text is the name of the municipality itself, as in 川崎市教育委員会.
    private bool IsOwnPlace(string text) =>
        IsPlace(text) && names.Register.Contact?.Place.FoldWithoutSpaces().EndsWith(text, StringComparison.Ordinal) == true;

    private int TakeName(int at, string name, Department department)
    {
        var after = at + name.Length;
        var end = EndOfDivision(after);
        // A ward's name directly before other text does not mean the ward office: for example, 川崎区社会福祉協議会 is not a department of the city.
        if (end == after && name == department.Ward.FoldWithoutSpaces() && !EndsAt(after) && WildcardAt(after) is null)
            return AddUnknown(at, NextEnd(after));
        if (!departments.Contains(department.Code))
            departments.Add(department.Code);
        return end > after ? EndOfFurtherDivisions(end) : end;
    }

    private int AddOthers(int end)
    {
        andOthers = true;
        return end;
    }

    private int AddWildcard(int at, Match wildcard)
    {
        everyBureau |= wildcard.Groups["bureaus"].Success;
        everyWard |= wildcard.Groups["wards"].Success;
        return at + wildcard.Length;
    }

    private int AddUnknown(int at, int end)
    {
        // A sign between names, such as → or ①, is no name.
        if (text[at..end].Any(char.IsLetter) && !unknown.Contains(text[at..end]))
            unknown.Add(text[at..end]);
        return end;
    }

    // Returns the end of the division name that begins at `start`; `start` itself if no division name begins there. ・ ends a division only
    // if the text before it is already a complete division name: 人権 is not, so 人権・男女共同参画室 is a single division.
    private int EndOfDivision(int start)
    {
        if (EndsAt(start) || WildcardAt(start) is not null)
            return start;
        if (EndOfBracket(start) is { } bracket && text[(start + 1)..(bracket - 1)].Split(BracketSeparators).All(d => IsDivision(d)))
            return bracket;
        for (var end = start + 1; ; end++)
        {
            if (IsDivision(text.AsSpan(start..end)) && (EndsAt(end) || WildcardAt(end) is not null))
                return end;
            if (EndsAt(end) && (end == text.Length || text[end] != '・'))
                return start;
        }
    }

    // Returns the end of the divisions that follow another division of the same department without its name, as in 健康福祉局総務部・企画課. A
    // name that ends with センター or 所 is often that of a partner outside the city.
    private int EndOfFurtherDivisions(int at)
    {
        while (Separators().Match(text, at) is { Success: true } separator && at + separator.Length is var start && start < text.Length
            && !EndsAt(start) && NextEnd(start) is var end && IsDivision(text.AsSpan(start..end)) && IsOfTheCity(text[start..end]))
            at = end;
        return at;
    }

    // Returns the position after the bracket that opens at a position; null if none opens there or it is not closed.
    private int? EndOfBracket(int at) =>
        at < text.Length && text[at] == '(' && text.IndexOf(')', at) is > 0 and var close ? close + 1 : null;

    // Extends an unknown name that ends within a bracket to its end, so that a finding does not quote half of 区役所(川崎・幸). A department
    // within the bracket is found in any case.
    private int Closed(int start, int end) =>
        text.LastIndexOf('(', end - 1, end - start) is >= 0 and var open && EndOfBracket(open) is { } closed && closed > end
        && !Enumerable.Range(open, closed - open).Any(i => NameAt(i).Department is not null)
            ? closed
            : end;

    private static bool IsOfTheCity(string division) => division.TrimEnd(')') is var name && !name.EndsWith("センター", StringComparison.Ordinal)
        && !name.EndsWith('所');

    private static bool IsDivision(ReadOnlySpan<char> text)
    {
        var name = text is ['(', .. var inside, ')'] ? inside : text;
        if (name is ['(', ..])
            return false;
        foreach (var ending in DivisionEndings)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private int NextEnd(int at)
    {
        while (!EndsAt(at))
            at++;
        return at;
    }

    private bool EndsAt(int at) =>
        at == text.Length || Separators().IsMatch(text, at) || NameAt(at).Department is not null || OthersAt(at) > 0;

    private (string Name, Department? Department) NameAt(int at) =>
        names.LongestFirst.FirstOrDefault(n => string.CompareOrdinal(text, at, n.Name, 0, n.Name.Length) == 0);

    // Words that mean "and others", such as 等, are recognized only before a separator, a department's name, a word that means all bureaus
    // or all ward offices, or the end of the text, because other words start with the same characters: 等々力緑地 is the name of a park.
    private int OthersAt(int at)
    {
        var length = Others().Match(text, at).Length;
        var end = at + length;
        var ends = end == text.Length || Separators().IsMatch(text, end) || NameAt(end).Department is not null
            || WildcardAt(end) is not null;
        return ends ? length : 0;
    }

    // Words that mean all bureaus or all ward offices, such as 区, are recognized only before a separator, a word such as 等, another word
    // that means all bureaus or all ward offices, a department's name, or the end of the text: 区民会議, for example, does not mean the ward
    // offices.
    private Match? WildcardAt(int at)
    {
        var match = Wildcard().Match(text, at);
        if (!match.Success)
            return null;
        var end = at + match.Length;
        return AfterWildcard().IsMatch(text, end) || NameAt(end).Department is not null ? match : null;
    }

    [GeneratedRegex(@"\G(?:[、,・/;\s]|及び|並びに)+")]
    private static partial Regex Separators();

    [GeneratedRegex(@"\G(?:等|など|ほか|その他|他)+")]
    private static partial Regex Others();

    [GeneratedRegex(@"\G(?:(?<bureaus>全局区|各局区)(?<wards>)(?!役所)|(?<bureaus>全局|各局|全庁)|(?<wards>各?区役所\((?:全区|各区|7区)(?:役所)?\)|全区\(区役所\)|全区役所|各区役所|7区役所|区役所|全区|各区|7区|区))")]
    private static partial Regex Wildcard();

    [GeneratedRegex(@"\G(?:$|[、,・/;\s]|及び|並びに|等|など|ほか|その他|他|全局|各局|全庁|全区|各区|7区|区役所|区$)")]
    private static partial Regex AfterWildcard();
}
