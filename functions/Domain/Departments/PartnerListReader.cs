using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>
/// Reads a folded partner list from left to right, the longest known name first, so that 健康福祉局川崎区役所 is two
/// and 健康福祉局保健所 is a division of one.
/// </summary>
internal sealed partial class PartnerListReader(Register register)
{
    private readonly List<string> departments = [];
    private readonly List<string> unknown = [];
    private bool everyBureau, everyWard, andOthers;

    public static PartnerList Read(string folded, Register register)
    {
        var reader = new PartnerListReader(register);
        foreach (var part in Separators().Split(folded))
            reader.ReadPart(part);
        return new([.. reader.departments], reader.everyBureau, reader.everyWard, reader.andOthers, [.. reader.unknown]);
    }

    private void ReadPart(string part)
    {
        var rest = TakeOthers(part);
        while (rest.Length > 0)
            rest = rest[TakeOne(rest)..];
    }

    private string TakeOthers(string part)
    {
        var match = Others().Match(part);
        andOthers |= match.Success;
        return match.Success ? part[..match.Index] : part;
    }

    private int TakeOne(string rest)
    {
        if (NameAtStart(rest) is (var name, { } department))
            return Add(department.Code, name.Length + DivisionAfter(rest[name.Length..]));
        if (Wildcard().Match(rest) is { Success: true } wildcard)
            return AddWildcard(wildcard);
        return AddUnknown(rest[..UntilNextName(rest)]);
    }

    private int Add(string code, int length)
    {
        if (!departments.Contains(code))
            departments.Add(code);
        return length;
    }

    private int AddWildcard(Match wildcard)
    {
        everyBureau |= wildcard.Groups["bureaus"].Success;
        everyWard |= wildcard.Groups["wards"].Success;
        return wildcard.Length;
    }

    private int AddUnknown(string name)
    {
        if (!unknown.Contains(name))
            unknown.Add(name);
        return name.Length;
    }

    private (string Name, Department? Department) NameAtStart(string rest) =>
        register.NamesLongestFirst.FirstOrDefault(n => rest.StartsWith(n.Name, StringComparison.Ordinal));

    private int DivisionAfter(string rest)
    {
        var upToNext = rest[..UntilNextName(rest, 0)];
        return Division().IsMatch(upToNext) ? upToNext.Length : 0;
    }

    private int UntilNextName(string rest, int from = 1)
    {
        for (var i = from; i < rest.Length; i++)
        {
            if (NameAtStart(rest[i..]).Department is not null)
                return i;
        }

        return rest.Length;
    }

    [GeneratedRegex(@"[、,，・･/;\s]+|及び|並びに")]
    private static partial Regex Separators();

    [GeneratedRegex("(?:等|など|ほか|その他)$")]
    private static partial Regex Others();

    // Only where nothing else follows: 区民会議 is no wildcard.
    [GeneratedRegex("^(?:(?<bureaus>全局区|各局区)(?<wards>)|(?<bureaus>全局|各局|全庁)|(?<wards>全区役所|各区役所|7区役所|区役所|全区|各区|7区|区))(?=$|全局|各局|全区|各区|区役所|区$)")]
    private static partial Regex Wildcard();

    [GeneratedRegex(@"^[^\s]*(?:部|室|課|所|係|担当|センター)$")]
    private static partial Regex Division();
}
