using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>The Japanese texts of findings about doubtful figures, either in running text or in a cell for one figure.</summary>
internal static partial class FigureDoubts
{
    // A longer text in a cell for a figure is a description and not a doubtful figure.
    private const int LongestFigure = 200;

    public static Finding Of(FigureDoubt doubt) => ProblemKinds.FigureInDoubt.Say(Message(doubt), $"{Remedy(doubt.Kind)}例：{Example(doubt)}");

    /// <summary>
    /// Returns a finding that explains why the text is not a number although it contains one, such as 約92, 90～95, 35→37, 1億2千万 or 検討中 7.
    /// Null when the text contains no number that could be meant, or is too long to be a figure.
    /// </summary>
    /// <param name="example">The example of the column, quoted when no number can be derived from the text.</param>
    public static Finding? OfCell(string text, string example) =>
        text.Length > LongestFigure ? null
        : KanjiNumber.In(text.FoldWithoutSpaces()) is var (digits, isApproximate)
            ? OfCell(isApproximate ? FigureDoubtKind.Approximate : FigureDoubtKind.NotANumber, text, digits)
        : NumberAfterNote(text) is { } noted ? OfCell(FigureDoubtKind.NotANumber, text, noted)
        : KindOf(FigureTokens.Of(text)) is not { } kind ? null
        : TypedNumber.Meant(text) is var (meant, _) ? OfCell(kind, text, meant)
        : TypedNumber.AllIn(text) is not { Count: > 1 } several ? OfCell(kind, text, TypedNumber.AllIn(text).FirstOrDefault(example))
        : ProblemKinds.FigureInDoubt.Say(Message(OneLine(kind, text)), OneOf(several));

    // Returns the number after the mark of a note, as in (注)5; null for any other text.
    private static string? NumberAfterNote(string text) =>
        AfterNote().Match(text.Fold()) is { Success: true } number && TypedNumber.Parse(number.Value) is not null
            ? TypedNumber.Within(number.Value)
            : null;

    private static Finding OfCell(FigureDoubtKind kind, string text, string example) => ProblemKinds.FigureInDoubt.Say(
        Message(OneLine(kind, text)), $"数値として公開したいときは、この年度の数を一つだけ書き、「約」などの言葉は「備考」に書いてください。例：{example}");

    private static FigureDoubt OneLine(FigureDoubtKind kind, string text) => new(kind, text.ReplaceLineEndings(" "));

    private static string OneOf(IReadOnlyList<string> numbers) =>
        $"数値として公開したいときは、{string.Concat(numbers.Select(n => $"「{n}」"))}のうちこの指標の数を一つだけ書き、ほかの数は行を分けて別の指標にしてください。例：{numbers[0]}";

    private static FigureDoubtKind? KindOf(FigureTokens tokens)
    {
        if (tokens.HasYears(0, tokens.Count))
            return FigureDoubtKind.NotANumber;
        var amounts = AmountReader.Read(tokens, 0, tokens.Count, new(tokens));
        return amounts.Doubt ?? (amounts.List.Count > 0 ? FigureDoubtKind.NotANumber : tokens.DoubtOfWords(0, tokens.Count));
    }

    private static string Message(FigureDoubt doubt) => Message(doubt.Kind, Excerpt.Of(doubt.Text));

    private static string Message(FigureDoubtKind kind, string quoted) => kind switch
    {
        FigureDoubtKind.NotUnderstood => $"「{quoted}」を年度ごとの数値として読み取れませんでした。文章のまま扱います。",
        FigureDoubtKind.SplitDigits => $"「{quoted}」の数字の間の空白を取り、一つの数として読み取りました。",
        FigureDoubtKind.Approximate => $"「{quoted}」はおよその数や合わせた数のため、文章のまま扱います。",
        FigureDoubtKind.Range => $"「{quoted}」は範囲のため、文章のまま扱います。",
        FigureDoubtKind.NotANumber => $"「{quoted}」は一つの数として読み取れないため、文章のまま扱います。",
        FigureDoubtKind.UnknownUnit => $"「{quoted}」は、よく使われる単位の中にありません。書かれたとおりの単位として扱います。",
        FigureDoubtKind.UnitsDiffer => $"「{quoted}」の単位が年度によって違います。初めの年度の単位として扱います。",
        FigureDoubtKind.NoteWithDigits => $"「{quoted}」は注として扱い、数値には入れていません。",
        _ => $"「{quoted}」の年度に数値がありません。",
    };

    private static string Example(FigureDoubt doubt) => doubt.Kind switch
    {
        FigureDoubtKind.SplitDigits => Excerpt.Of(SpaceInNumber().Replace(doubt.Text, "")),
        FigureDoubtKind.Approximate or FigureDoubtKind.Range or FigureDoubtKind.NotANumber => Dated(doubt.Text),
        FigureDoubtKind.UnknownUnit => "回、人、か所、%",
        FigureDoubtKind.UnitsDiffer => "H28：5か所 H29：6か所",
        FigureDoubtKind.NoteWithDigits => "行を分け、名前と年度を付けて書く",
        FigureDoubtKind.EmptyYear => $"{Excerpt.Of(doubt.Text)}○○",
        _ => "配布部数 H28：1,000部 H29：7,700部",
    };

    // Suggests a correct form of the text, such as 平成28年度：92部 for 平成28年度 約92部.
    private static string Dated(string text) =>
        text.Split(' ', 2) is [var year, var rest] && FiscalYear.TryParse(year, out _) && TypedNumber.Meant(rest) is var (number, unit)
            ? $"{year}：{number}{unit}"
            : "H28：5か所 H29：6か所";

    private static string Remedy(FigureDoubtKind kind) => kind switch
    {
        FigureDoubtKind.SplitDigits => "数字の間に空白を入れずに書いてください。",
        FigureDoubtKind.Approximate or FigureDoubtKind.Range or FigureDoubtKind.NotANumber => "数値として公開したいときは、年度ごとに一つの数を書いてください。",
        FigureDoubtKind.UnknownUnit => "単位が正しければ、このままで構いません。違うときは、よく使われる単位で書いてください。",
        FigureDoubtKind.UnitsDiffer => "どの年度にも、同じ単位を同じ書き方で書いてください。",
        FigureDoubtKind.NoteWithDigits => "数値であるときは、別の指標として書いてください。注であれば、このままで構いません。",
        FigureDoubtKind.EmptyYear => "数値を書き加えるか、年度を除いてください。",
        _ => "「指標名 年度：数値」の形で書いてください。",
    };

    [GeneratedRegex(@"(?<=^\(?注[0-9]{0,2}\)\s?)[^\s].*$", RegexOptions.Singleline)]
    private static partial Regex AfterNote();

    [GeneratedRegex(@"(?<=[0-9０-９])\s+(?=[0-9０-９](?![0-9０-９]))")]
    private static partial Regex SpaceInNumber();
}
