using System.Globalization;
using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>A number that a sentence gives for a fiscal year, such as 13 in 平成29年度は、講座を13回開催した。</summary>
/// <param name="Lead">The text between the year and the number; in this example 講座を.</param>
/// <param name="Rest">The text after the number; in this example 回開催した.</param>
/// <param name="Sentence">The whole sentence, normalized by Fold.</param>
internal sealed record ProseFigure(FiscalYear Year, decimal Number, string Lead, string Rest, string Sentence);

/// <summary>
/// Finds numbers that sentences give for fiscal years. Sentences that restrict, compare, estimate or plan are skipped, because their number
/// may not be the figure of the year.
/// </summary>
internal static partial class ProseFigures
{
    // Longer sentences are skipped. Sentences of initiatives are shorter, and passages are split at line breaks first.
    private const int LongestSentence = 500;

    public static IEnumerable<ProseFigure> In(string text) =>
        NamedYears.MayBeginSentence(text)
            ? text.Split(['。', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(s => s.Length <= LongestSentence)
                .SelectMany(s => InSentence(s.Fold()))
            : [];

    private static IEnumerable<ProseFigure> InSentence(string sentence)
    {
        var years = Years().Matches(sentence);
        if (years.Count == 0 || Doubtful().IsMatch(sentence))
            yield break;
        for (var i = 0; i < years.Count; i++)
        {
            var end = i + 1 < years.Count ? years[i + 1].Index : sentence.Length;
            foreach (var figure in InPart(sentence, years[i], end))
                yield return figure;
        }
    }

    private static IEnumerable<ProseFigure> InPart(string sentence, Match year, int end)
    {
        var part = sentence[(year.Index + year.Length)..end];
        var joint = Joint().Match(part);
        if (!joint.Success || Continues().IsMatch(sentence[..year.Index]) || !FiscalYear.TryParse(year.Value, out var of))
            yield break;
        foreach (Match number in Numbers().Matches(part[joint.Length..]))
        {
            var at = joint.Length + number.Index;
            if (decimal.TryParse(number.Value, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out var value))
                yield return new(of, value, part[joint.Length..at].TrimStart(), part[(at + number.Length)..], sentence);
        }
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9])(?:(?:平成|令和)\s?(?:元|[0-9]{1,2})(?:\s?\([0-9]{4}\))?\s?年度|[HR](?:元|[0-9]{1,2})(?:年度)?(?![0-9])|20[0-9]{2}(?:\s?\((?:平成|令和)(?:元|[0-9]{1,2})\))?年度)")]
    private static partial Regex Years();

    // The year must be followed by a particle, a comma, a space or a digit, as in 平成29年度は, 平成29年度に or 平成29年度 13回; not by other words, as in
    // 平成29年度から or 平成29年度版.
    [GeneratedRegex(@"^(?:(?:には|においては|において|では|中に|中は|は|に|の)(?:[、,]\s?)?|[、,\s]\s*|(?=[0-9]))")]
    private static partial Regex Joint();

    [GeneratedRegex(@"(?:[・〜~\-−–‐/と]|及び|から|より)\s?$")]
    private static partial Regex Continues();

    [GeneratedRegex(@"(?<![A-Za-z0-9.,])(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?![0-9])")]
    private static partial Regex Numbers();

    [GeneratedRegex("うち|内訳|各|ずつ|当たり|あたり|毎|約|およそ|概ね|おおむね|ほぼ|延べ|のべ|目標|予定|見込|計画|以上|以下|以内|未満|程度|前後|余り|超え|から|より|増|減|倍|比べ|比較|比で|上回|下回|達成率|前年|昨年|新た|新規|追加|最大|最多|平均|まで|累計|累積|現在|時点|月|上期|下期|前期|後期|半期|第|速報|暫定|推計|など|[0-9]等|のみ|だけ|除く|除き|含む|含め|[?？]")]
    private static partial Regex Doubtful();
}
