namespace KawasakiServerless.Workbooks;

/// <summary>The wording of findings about the figures of an indicator and their units.</summary>
internal static class FigureFindings
{
    public static Finding WithUnit(string column, string number, string unit) => ProblemKinds.NotANumber.Say(
        $"「{column}」に単位の「{unit}」が付いているため、数値として読み取れませんでした。",
        $"数字だけを書き、「{unit}」は「単位」の欄に書いてください。例：{number}");

    public static Finding TrueOrFalse(string column) => ProblemKinds.NotANumber.Say(
        $"「{column}」がTRUE又はFALSE（論理値）になっています。",
        "数字を入力し直してください。行ったかどうかを示すときは、文字で書いてください。例：実施");

    public static Finding TooLarge(string column) => ProblemKinds.NotANumber.Say(
        $"「{column}」が、数値として扱える大きさを超えているか、数値として計算できていません。",
        "桁数や計算式を確かめ、数字だけを書いてください。例：1000");

    public static Finding InWords(string column) => ProblemKinds.FigureInWords.Say(
        $"「{column}」は数値ではないため、文字のまま扱います。",
        $"数値のときは数字だけを書いてください。その年度に当てはまらないときは「{FigureKind.NotApplicable}」と書き、まだ分からないときは空のままにしてください。例：{FigureKind.NotApplicable}");

    public static Finding NegativeCount(string column, string unit) => ProblemKinds.NegativeCount.Say(
        $"「{column}」が負の数ですが、「{Excerpt.Of(unit)}」は0以上で数える単位です。",
        "符号が正しいか、確かめてください。増減を表すときは、そのことが「指標名」から分かるように書いてください。例：会員数の増減");

    public static Finding UnitDiffers(string column, string unit) => ProblemKinds.UnitDiffers.Say(
        $"「{column}」に「%」が付いていますが、「単位」は「{Excerpt.Of(unit)}」です。",
        "「単位」を「%」にするか、数字だけを書いてください。例：%");

    /// <param name="before">As the department wrote it when it last reported.</param>
    public static Finding UnitChanged(string before, string unit) => ProblemKinds.UnitChanged.Say(
        $"単位「{Excerpt.Of(unit)}」は、前の報告では「{Excerpt.Of(before)}」でした。",
        $"同じ単位であれば、前の報告と同じ書き方にしてください。数え方を変えたときは、そのことを「備考」に書いてください。例：{Excerpt.Of(before)}");

    public static Finding IndicatorTwice() => ProblemKinds.IndicatorTwice.Say(
        "同じ取組に、「指標名」「区分」「単位」が同じ指標が二つ以上あります。",
        "同じ指標であれば、一つを残して削除してください。別の指標であれば、違いが分かるように「区分」などに書いてください。例：川崎病院");
}
