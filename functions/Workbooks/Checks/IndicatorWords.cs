using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.RunningText;

namespace KawasakiServerless.Workbooks.Checks;

/// <summary>Where a sentence with a figure was found.</summary>
internal enum ProsePlace
{
    /// <summary>In the text of an initiative.</summary>
    InitiativeText,

    /// <summary>In a note of the indicator with which the sentence is compared.</summary>
    OwnNote,
}

/// <summary>The words by which a sentence may refer to an indicator: for 受講者数, the name itself, its stem 受講 and its unit 人.</summary>
internal sealed partial class IndicatorWords
{
    private readonly string name;
    private readonly string stem;
    private readonly string unit;
    private readonly string? group;

    public IndicatorWords(Indicator indicator)
    {
        (name, unit, group) = (indicator.Name.Fold(), (indicator.Unit ?? "").Fold(), indicator.Group is { } of ? of.Fold() : null);
        stem = StemOf(name) is var found && found != unit ? found : name;
    }

    /// <summary>
    /// Whether a number in a text may be a figure of this indicator: its sentence names the indicator, and the indicator's unit follows the
    /// number. A note of the indicator itself (<see cref="ProsePlace.OwnNote"/>) need not name the indicator.
    /// </summary>
    public bool AreIn(ProseFigure figure, Register register, ProsePlace place)
    {
        var isOwnNote = place == ProsePlace.OwnNote;
        var isOfGroup = group is null || isOwnNote
            ? IsOfAll(figure.Sentence, register)
            : figure.Sentence.Contains(group, StringComparison.Ordinal);
        if (!isOfGroup || stem.Length == 0 || AfterUnit(figure.Rest) is not { } after || !LastClause(figure.Lead, out var clause))
            return false;
        var ends = Ends().IsMatch(after);
        var isNamed = figure.Sentence.Contains(stem, StringComparison.Ordinal) || (isOwnNote && ends && clause.Length == 0);
        return isNamed && IsLead(clause) && (ends || FollowsStem(after));
    }

    /// <summary>
    /// Whether the clause before the number, without its fiscal year, consists only of the indicator's name and は, and the clause ends
    /// after the unit. For the indicator 養成講座の受講者数, this is so in 平成29年度の養成講座の受講者数は120人。 False for an indicator
    /// with a group (区分).
    /// </summary>
    public bool AreNamedIn(ProseFigure figure) =>
        group is null && name.Length > 0
        && AfterUnit(figure.Rest) is { } after && Ends().IsMatch(after)
        && LastClause(figure.Lead, out var clause) && clause == $"{name}は";

    /// <summary>
    /// Returns the text that follows the unit; null when the text after the number begins neither with the indicator's unit nor with
    /// another word for the same unit, such as 箇所 for か所.
    /// </summary>
    public string? AfterUnit(string rest)
    {
        var start = rest.TrimStart();
        var length = unit.Length > 0 && start.StartsWith(unit, StringComparison.Ordinal) ? unit.Length
            : Places().Match(start) is { Success: true } place && FigureUnits.AreSame(place.Value, unit) ? place.Length
            : FigureUnits.IsOfPeople(unit) && start.Length > 0 && FigureUnits.IsOfPeople(start[..1]) ? 1
            : 0;
        return length == 0 ? null : start[length..];
    }

    private bool IsOfAll(string sentence, Register register) =>
        name.Length > 0
        && !Limits().IsMatch(sentence.Replace(name, "", StringComparison.Ordinal))
        && !register.Wards.Any(w => sentence.Contains(w.Ward!, StringComparison.Ordinal));

    // Finds the last clause of the text that precedes a number. Returns false if that clause itself contains a number. Also returns false
    // if an earlier clause contains no number, because such a clause may restrict what is counted.
    private static bool LastClause(string lead, out string clause)
    {
        var clauses = AfterSubject().Replace(lead, "$1").Split('、', ',');
        clause = clauses[^1].Trim();
        return clauses[..^1].All(c => c.Any(char.IsAsciiDigit)) && !clause.Any(char.IsAsciiDigit);
    }

    private bool IsLead(string clause) =>
        clause.Length == 0
        || clause == name || clause == $"{name}は" || clause == $"{name}が"
        || (Noun().Match(clause) is { Success: true } noun && IsLead(noun.Groups[1].Value, noun.Groups[2].Value));

    private bool IsLead(string noun, string particle) => particle switch
    {
        "を" => true,
        "に" => noun.Length >= 2 && name.Contains(noun[^2..], StringComparison.Ordinal),
        _ => noun.StartsWith(stem, StringComparison.Ordinal) && noun.Length <= stem.Length + 2,
    };

    private bool FollowsStem(string after) =>
        Particle().Replace(after, "", 1).StartsWith(stem, StringComparison.Ordinal);

    // The stem is the last word without the counting suffix, reduced to its last two characters unless it is in katakana, such as 受講 for
    // 講座の受講者数, 開催 for 市民公開講座開催回数. If that word has fewer than two characters, the stem is the whole name.
    private static string StemOf(string name)
    {
        var words = LastWord().Match(Counting().Replace(Brackets().Replace(name, ""), "")).Value;
        return words.Length < 2 ? name : char.IsBetween(words[^1], 'ァ', 'ー') ? words : words[^2..];
    }

    [GeneratedRegex(@"\([^()]*\)$")]
    private static partial Regex Brackets();

    [GeneratedRegex("(?:者数|人数|回数|件数|部数|冊数|枚数|か所数|箇所数|世帯数|団体数|施設数|数|率|件|回)$")]
    private static partial Regex Counting();

    [GeneratedRegex(@"(?:[\u4E00-\u9FFF々]+|[ァ-ヺー]+)$")]
    private static partial Regex LastWord();

    [GeneratedRegex(@"^([\u4E00-\u9FFF々ァ-ヺーA-Za-z]+)(を|に|は|が|)$")]
    private static partial Regex Noun();

    [GeneratedRegex("([はが])[、,]")]
    private static partial Regex AfterSubject();

    [GeneratedRegex("^[がをのに]")]
    private static partial Regex Particle();

    [GeneratedRegex(@"^\s?(?:$|[、,)」]|(?:で|と|に)(?:あった|あり|なった|なり|なって|した|、|,)|だった|でした|です|である|を?(?:実施|開催))")]
    private static partial Regex Ends();

    [GeneratedRegex("^(?:か所|カ所|ヵ所|ヶ所|ケ所|箇所|個所)")]
    private static partial Regex Places();

    // Words that indicate that the sentence counts only a part, such as one hospital or one age group.
    [GeneratedRegex("病院|会場|地区|支所|出張所|男性|女性|年生|学年|歳")]
    private static partial Regex Limits();
}
