using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Problems;

/// <summary>The Japanese texts of findings about the figures of indicators and their units.</summary>
internal static class FigureFindings
{
    public static Finding ShownDiffers(string column, string shown, string stored) => ProblemKinds.ShownDiffers.Say(
        $"「{column}」は、セルには「{Excerpt.Of(shown)}」と表示されていますが、入力されている値は{stored}です。表示されているとおりに読み取りました。",
        $"表示形式を「標準」に戻し、公開したい値を入力し直してください。表示されているとおりでよければ、このままで構いません。例：{stored}");

    /// <param name="typed">The text that staff probably typed before Excel converted it to a number, such as 1E2.</param>
    public static Finding ExponentForText(string column, string shown, string typed) => ProblemKinds.ShownDiffers.Say(
        $"「{column}」が、指数の形（{shown}）の数値になっています。「{typed}」などと入力すると、Excelが数値に変えることがあります。表示されているとおりに読み取りました。",
        $"セルの表示形式を「文字列」にしてから、入力し直してください。例：{typed}");

    /// <summary>For a cell that must contain a number, but whose number format displays something that is not a number.</summary>
    public static Finding ShownInWords(string column, string shown, string stored) => ProblemKinds.NotANumber.Say(
        $"「{column}」は、表示形式のため「{Excerpt.Of(shown)}」と表示されていて、数値として読み取れませんでした。",
        $"表示形式を「標準」に戻し、公開したい値を入力し直してください。例：{stored}");

    public static Finding DigitsHidden(string column, string shown, string stored) => ProblemKinds.DigitsHidden.Say(
        $"「{column}」は、入力されている{stored}ではなく、表示されている{shown}を読み取りました。",
        $"細かい桁も公開したいときは、表示形式で小数点以下の桁数を増やしてください。例：{stored}");

    public static Finding MergedAcross(string shown) => ProblemKinds.MergedAcross.Say(
        $"年度をまたいで結合されたセルの「{Excerpt.Of(shown)}」を、結合されたどの年度の値としても読み取りました。",
        "セルの結合を解除し、年度ごとに書いてください。例：「ホーム」→「セルを結合して中央揃え」を押して解除する");

    public static Finding MergedDown(string shown) => ProblemKinds.MergedAcross.Say(
        $"行をまたいで結合されたセルの「{Excerpt.Of(shown)}」を、結合されたどの行の数値としても読み取りました。",
        "セルの結合を解除し、行ごとに書いてください。例：「ホーム」→「セルを結合して中央揃え」を押して解除する");

    public static Finding PlannedFigures(string header, FiscalYear year) => ProblemKinds.PlannedFigures.Say(
        $"見出し「{Excerpt.Of(header)}」は実績ではない数値のようですが、その年度の数値として公開されます。",
        $"実績が出ていない年度は空のままにし、見込みなどは「備考」に書いてください。例：{year.EraLabel}の見込みは○○");

    /// <summary>For figures of a year that begins only after the reporting year.</summary>
    public static Finding LaterYear(FiscalYear year) => ProblemKinds.PlannedFigures.Say(
        $"{year.Label}は報告年度より後の年度で、実績ではない数値のようですが、その年度の数値として公開されます。",
        $"年度が正しいか、確かめてください。見込みなどは、数値ではなく「備考」に書いてください。例：{year.Label}の見込みは○○") with
    { RemedyInText = $"年度が正しいか、確かめてください。見込みなどは、年度ごとの数値にせず、文章で書いてください。例：{year.Label}の見込みは○○" };

    /// <summary>For an indicator whose name, group (区分) or note says that its figures are planned ones.</summary>
    public static Finding PlannedIndicator(string words) => ProblemKinds.PlannedFigures.Say(
        $"「{Excerpt.Of(words)}」の数値は実績ではないようですが、指標の数値として公開されます。",
        $"実績だけを書き、目標などは「備考」に書いてください。公開する数値であれば、このままで構いません。例：{Excerpt.Of(words)}は○○") with
    { RemedyInText = $"年度ごとの数値には実績だけを書き、目標などは文章で書いてください。公開する数値であれば、このままで構いません。例：{Excerpt.Of(words)}は○○" };

    public static Finding WithUnit(string column, string number, string unit) => ProblemKinds.NotANumber.Say(
        $"「{column}」に単位の「{unit}」が付いているため、数値として読み取れませんでした。",
        $"数字だけを書き、「{unit}」は「単位」の欄に書いてください。例：{number}");

    public static Finding TrueOrFalse(string column) => ProblemKinds.NotANumber.Say(
        $"「{column}」がTRUE又はFALSE（論理値）になっています。",
        "数字を入力し直してください。行ったかどうかを示すときは、文字で書いてください。例：実施");

    public static Finding TooLarge(string column, string example) => ProblemKinds.NotANumber.Say(
        $"「{column}」が、数値として扱える大きさを超えているか、数値として計算できていません。",
        $"桁数や計算式を確かめ、数字だけを書いてください。例：{example}");

    public static Finding InWords(string column) => ProblemKinds.FigureInWords.Say(
        $"「{column}」は数値ではないため、文字のまま扱います。",
        $"数値のときは数字だけを書いてください。その年度に当てはまらないときは「{TemplateWords.NotApplicable}」と書き、まだ分からないときは空のままにしてください。例：{TemplateWords.NotApplicable}") with
    {
        RemedyInText = $"数値のときは数字を書いてください。その年度に当てはまらないときは「{TemplateWords.NotApplicable}」と書き、まだ分からないときはその年度を書かないでください。例：H28：{TemplateWords.NotApplicable}",
    };

    public static Finding NegativeCount(string column, string unit, string indicator) => ProblemKinds.NegativeCount.Say(
        $"「{column}」が負の数ですが、「{Excerpt.Of(unit)}」は0以上で数える単位です。",
        $"符号が正しいか、確かめてください。増減を表すときは、そのことが「指標名」から分かるように書いてください。例：{Excerpt.Of(indicator)}の増減") with
    { RemedyInText = $"符号が正しいか、確かめてください。増減を表すときは、そのことが分かる名前にしてください。例：{Excerpt.Of(indicator)}の増減" };

    public static Finding NegativeShare(string column, decimal percent) => ProblemKinds.NegativeCount.Say(
        $"「{column}」が負の数ですが、割合は0以上です。",
        $"符号が正しいか、確かめてください。例：{(-percent).ToString("0.####", CultureInfo.InvariantCulture)}");

    /// <param name="shown">The unit that the cell displays next to the number, either typed or added by the number format.</param>
    /// <param name="unit">The unit in the column 単位.</param>
    public static Finding UnitDiffers(string column, string shown, string unit) => ProblemKinds.UnitDiffers.Say(
        $"「{column}」に「{Excerpt.Of(shown)}」が付いていますが、「単位」は「{Excerpt.Of(unit)}」です。",
        $"「単位」を「{Excerpt.Of(shown)}」にするか、数字だけを書いてください。表示形式で付けているときは、表示形式を「標準」に戻してください。例：{Excerpt.Of(shown)}");

    public static Finding UnitDecorated(string typed, string unit) => ProblemKinds.UnitUnclear.Say(
        $"「単位」の「{Excerpt.Of(typed)}」は、「{Excerpt.Of(unit)}」として読み取りました。",
        $"かっこや注の印などを付けず、単位だけを書いてください。例：{Excerpt.Of(unit)}");

    /// <summary>For a text in the column 単位 that is no unit, such as 100 or 平成29年度.</summary>
    public static Finding NoUnit(string typed) => ProblemKinds.UnitUnclear.Say(
        $"「単位」の「{Excerpt.Of(typed)}」は単位ではないようですが、数値の後に付けて公開されます。",
        "何を数えたかを表す単位だけを書いてください。単位がないときは空にしてください。例：回、人、か所、%");

    /// <param name="before">The unit of the same indicator in the department's last report.</param>
    public static Finding UnitChanged(string before, string unit) => ProblemKinds.UnitChanged.Say(
        $"単位「{Excerpt.Of(unit)}」は、前の報告では「{Excerpt.Of(before)}」でした。{RecordFindings.WidthsDiffer(unit, before)}",
        $"同じ単位であれば、前の報告と同じ書き方にしてください。数え方を変えたときは、そのことを「備考」に書いてください。例：{Excerpt.Of(before)}") with
    { RemedyInText = $"同じ単位であれば、前の報告と同じ書き方にしてください。数え方を変えたときは、このままで構いません。例：{Excerpt.Of(before)}" };

    public static Finding IndicatorTwice() => ProblemKinds.IndicatorTwice.Say(
        "同じ取組に、「指標名」「区分」「単位」が同じ指標が二つ以上あります。",
        "同じ指標であれば、一つを残して削除してください。別の指標であれば、違いが分かるように「区分」などに書いてください。例：川崎病院") with
    { RemedyInText = "同じ数値であれば、一つを残して削除してください。別の数値であれば、違いが分かる名前にしてください。例：対象者や場所を名前に加える" };
}
