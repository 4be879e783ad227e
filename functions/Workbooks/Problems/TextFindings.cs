namespace KawasakiServerless.Workbooks.Problems;

/// <summary>The Japanese texts of findings about the form of texts: characters, brackets, ditto marks, names.</summary>
internal static class TextFindings
{
    /// <summary>The example of the remedy for a row that is struck out. The correction is not one of a single cell.</summary>
    public const string RowIsDeleted = "行番号を右クリックし、「削除」を選んで消す";

    private static readonly string[] Endings = ["部", "室", "課", "係", "所", "署", "館", "園", "校", "院", "センター", "本部", "担当"];

    public static Finding ControlCharacters(string column) => ProblemKinds.ControlCharacters.Say(
        $"「{column}」に目に見えない文字（制御文字や、文字の向きを変える文字）が含まれていたため、取り除いて読み取りました。",
        "文が途中で切れていないか確かめ、入力し直してください。例：ほかのソフトから貼り付けるときは「値」として貼り付ける");

    /// <param name="at">The position of the character in the text, starting at 1.</param>
    public static Finding PrivateCharacter(string column, int at) => ProblemKinds.PrivateCharacters.Say(
        $"「{column}」の{at}文字目が外字です。ほかのパソコンや公開ページでは表示できません。",
        "外字を使わずに書き直してください。例：人名や地名は、常用漢字や仮名で書く");

    public static Finding Unpaired(string column, char bracket) => ProblemKinds.Unpaired.Say(
        $"「{column}」に、組になっていないかっこ {bracket} があります。",
        $"かっこを組にしてください。例：{(BracketPairs.Partner(bracket) is var partner && BracketPairs.IsOpening(bracket) ? $"{bracket}…{partner}" : $"{partner}…{bracket}")}");

    public static Finding FormulaLike(string column) => ProblemKinds.FormulaLike.Say(
        $"「{column}」が計算式のように見えますが、文字として読み取りました。",
        "計算式のつもりのときは結果の値を、箇条書きの記号のつもりのときは記号を除いて書いてください。例：「- 講座を開催」は「講座を開催」と書く");

    /// <param name="left">The text that remains without the struck-out characters; empty when everything is struck out.</param>
    public static Finding StruckOut(string left) => ProblemKinds.StruckOut.Say(
        left.Length == 0 ? "取り消し線が引かれているため、空欄として読み取りました。" : $"取り消し線が引かれた文字を除いて、「{Excerpt.Of(left)}」と読み取りました。",
        "読み取った内容でよいか確かめ、取り消した文字は削除してください。例：直した後の文字だけを残す");

    public static Finding RowStruckOut() => ProblemKinds.StruckOut.Say(
        "行全体に取り消し線が引かれているため、この行は読み取りませんでした。",
        $"この行を報告しないときは、行ごと削除してください。報告するときは、取り消し線を外してください。例：{RowIsDeleted}");

    public static Finding Ditto(string column, string above) => ProblemKinds.Ditto.Say(
        $"「{column}」は、上の行と同じ「{Excerpt.Of(above)}」として読み取りました。",
        $"並べ替えても分かるように、省略せずに書いてください。例：{Excerpt.Of(above)}");

    /// <param name="place">The cell that the mark means, such as 左の欄.</param>
    public static Finding DittoBeside(string column, string place, string meant) => ProblemKinds.Ditto.Say(
        $"「{column}」は、{place}と同じ「{Excerpt.Of(meant)}」として読み取りました。",
        $"省略せずに書いてください。例：{Excerpt.Of(meant)}");

    /// <summary>For a blank year below the year of another row, which is usually written only once for several rows.</summary>
    public static Finding YearContinued(string column, string above) => ProblemKinds.Ditto.Say(
        $"「{column}」が空のため、上の行と同じ「{above}」として読み取りました。",
        $"行ごとに書いてください。毎年続けている取組であれば、「－」と書いてください。例：{above}");

    /// <summary>For a ditto mark when the cell that it means has no value.</summary>
    public static Finding DittoOfNothing(string column) => ProblemKinds.DittoOfNothing.Say(
        $"「{column}」に「同上」「同左」「前年度と同じ」などと書かれていますが、それが指す欄に記入がないため、空欄として読み取りました。",
        "省略せずに書いてください。例：上の行を消したときは、その内容を書く");

    /// <summary>For such a ditto mark in a column that may not be blank.</summary>
    public static Finding RequiredDitto(string column, string example) => ProblemKinds.Required.Say(
        $"「{column}」に「同上」「同左」「前年度と同じ」などと書かれていますが、それが指す欄に記入がありません。",
        $"省略せずに書いてください。例：{example}");

    public static Finding DigitsSplit(string column, decimal number) => ProblemKinds.DigitsSplit.Say(
        $"「{column}」の数字の間に空白があるため、つないで{number}と読み取りました。",
        $"空白を除いて書いてください。例：{number}");

    /// <param name="meant">The label of the year or month as it was understood, such as 令和2（2020）年度.</param>
    public static Finding EraEnded(string column, string meant) => ProblemKinds.EraEnded.Say(
        $"「{column}」の元号はその年には終わっているため、{meant}と読み取りました。",
        $"年が正しいか確かめ、今の元号で書いてください。例：{meant}");

    public static Finding PartnerUnknown(string column, IReadOnlyList<string> names, string? nearest) => ProblemKinds.PartnerUnknown.Say(
        $"「{column}」の{Quoted(names)}は、局・区名の一覧にありません。{Suggested(nearest)}",
        $"局・区のときは正式な名称に直してください。市の外の団体などのときは、このままで構いません。例：{nearest ?? "○○局"}");

    /// <param name="own">The name of the department that submits the workbook; null when it is unknown.</param>
    public static Finding DivisionUnknown(
        string column, IReadOnlyList<string> names, string? nearest, string? own) => ProblemKinds.DivisionUnknown.Say(
        $"「{column}」の{Quoted(names)}は、どの局・区のものか分かりません。{Suggested(nearest)}",
        $"局・区名から書き、複数のときは「、」で区切ってください。例：{nearest ?? InFull(names[0], own)}");

    // Prefixes the department only to names with a typical ending and without a department. Otherwise it would suggest names such as
    // 病院局同上, 病院局なし or 病院局総務局総務部.
    private static string InFull(string name, string? own) =>
        own is null
            ? "○○局○○室"
            : name.Length <= 30 && !name.Contains('局', StringComparison.Ordinal)
                && Array.Exists(Endings, e => name.EndsWith(e, StringComparison.Ordinal))
            ? own + name
            : $"{own}○○室";

    private static string Quoted(IReadOnlyList<string> names) =>
        string.Concat(names.Take(3).Select(n => $"「{(n.Length > 30 ? n[..30] + "…" : n)}」")) + (names.Count > 3 ? "など" : "");

    private static string Suggested(string? nearest) => nearest is null ? "" : $"「{nearest}」のことでしょうか。";
}
