using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Problems;

/// <summary>
/// The Japanese texts of findings about the content of records, either of one record or of several compared with each other.
/// </summary>
internal static class RecordFindings
{
    public static Finding NumberUnknown(string number) => ProblemKinds.NumberUnknown.Say(
        $"管理番号 {number} は、これまでの報告にありません。",
        "新しい行では「管理番号」を空にしてください。以前に削除した行を戻したときは、このままで構いません。例：（空欄）");

    public static Finding IndicatorWithoutInitiative() => ProblemKinds.IndicatorWithoutInitiative.Say(
        "この行の指標がどの取組のものか分かりません。",
        $"「視点」「施策」「取組」を記入するか、取組のすぐ下の行に移してください。例：{TemplateWords.InitiativeExample}");

    public static Finding InitiativeTwice() => ProblemKinds.InitiativeTwice.Say(
        "同じ視点・施策に、同じ取組が二つ以上あります。",
        "一つの取組であれば、「管理番号」と「担当部署」を同じにしてください。別の取組であれば、違いが分かるように書いてください。例：対象者や地区を書き加える") with
    { RemedyInText = "同じ取組であれば、一つを残して削除してください。別の取組であれば、違いが分かるように書いてください。例：対象者や地区を書き加える" };

    public static Finding DirectionRepeated() => ProblemKinds.DirectionRepeated.Say(
        "同じ「課題と今後の方向性」が繰り返されています。",
        "同じ施策に二度書いたときは、一方を削除してください。別の施策にも掲げるときは、このままで構いません。例：二つ目を削除する");

    public static Finding CollaborationRepeated() => ProblemKinds.RecordRepeated.Say(
        "同じ「事業名等」の連携取組が二つ以上あります。",
        "二度書いたときや、前の年度のシートが残っているときは、一方を削除してください。連携先が二つ以上あるときは、一つの欄に「、」で区切って書いてください。別の事業であれば、違いが分かる事業名等にしてください。例：二つ目を削除する");

    public static Finding PassageRepeated() => ProblemKinds.RecordRepeated.Say(
        "同じ見出しの下に、同じ本文が二つ以上あります。",
        "二度書いたときは、一方を削除してください。繰り返すときは、このままで構いません。例：二つ目を削除する");

    /// <summary>For rows of 活動統計 with equal values in all columns, such as a copied block.</summary>
    public static Finding ShareRepeated() => ProblemKinds.RecordRepeated.Say(
        "同じ統計に、同じ内訳の行が二つ以上あります。",
        "二度書いたときは、一方を削除してください。別の内訳であれば、違いが分かるように書いてください。例：二つ目を削除する");

    public static Finding WardActivityRepeated() => ProblemKinds.RecordRepeated.Say(
        "同じ区の取組が二つ以上あります。",
        "二度書いたときや、前の年度のシートが残っているときは、一方を削除してください。別の取組であれば、違いが分かるように書いてください。例：二つ目を削除する");

    public static Finding SeveralItems(string column) => ProblemKinds.SeveralItems.Say(
        $"「{column}」の一つの欄に、箇条書きで二つ以上の内容が書かれています。一つの内容として公開されます。",
        "別々の内容であれば、行を加え、一行に一つずつ書いてください。一つの内容の内訳であれば、このままで構いません。例：二つ目からは次の行に書く") with
    { RemedyInText = "別々の内容であれば、改行し、一行に一つずつ「・」を付けて書いてください。一つの内容の内訳であれば、このままで構いません。例：二つ目の前で改行する" };

    public static Finding UnitMissing() => ProblemKinds.UnitMissing.Say(
        "数値に単位がありません。",
        "何を数えたかが伝わるように、「単位」の欄に書いてください。例：回、人、か所、%") with
    {
        IsAboutPlace = true,
        RemedyInText = "何を数えたかが伝わるように、数のすぐ後に単位を書いてください。例：5回、5人、5か所、5%",
    };

    public static Finding UnitSpelling(string unit, string usual) => ProblemKinds.UnitSpelling.Say(
        $"単位「{Excerpt.Of(unit)}」は、ほかの行では「{Excerpt.Of(usual)}」と書かれています。{WidthsDiffer(unit, usual)}",
        $"同じ単位であれば、書き方をそろえてください。例：{Excerpt.Of(usual)}");

    /// <param name="like">An example of a figure that matches the figures of the other years, such as ○○回, or 実施 if they are texts.</param>
    public static Finding YearMissing(FiscalYear year, string like) => ProblemKinds.YearMissing.Say(
        $"{year.Label}の数値がないため、「未報告」と表示されます。",
        $"分かる数値は記入してください。その年度に当てはまらないときは「{TemplateWords.NotApplicable}」と書いてください。例：{TemplateWords.NotApplicable}") with
    { RemedyInText = $"分かる数値は書き加えてください。分からないときは、このままで構いません。例：{year.EraLabel}：{like}" };

    public static Finding SuddenChange(Figure before, Figure after) => ProblemKinds.SuddenChange.Say(
        $"{before.Year.Label}の{Written(before)}から{Written(after)}に{(after.Value > before.Value ? "増え、3倍以上" : "減り、3分の1以下")}になっています。",
        $"桁や数え方が前の年度と同じか、確かめてください。正しければこのままで構いません。数え方を変えたときは「備考」に書いてください。例：{after.Year.EraLabel}から数え方を変更") with
    { RemedyInText = $"桁や数え方が前の年度と同じか、確かめてください。正しければこのままで構いません。例：{after.Year.EraLabel}：{Written(after)}（数え方を変更）" };

    public static Finding CumulativeDrop(Figure before, Figure after) => ProblemKinds.CumulativeDrop.Say(
        $"累計なのに、{before.Year.Label}の{Written(before)}から{Written(after)}に減っています。",
        $"前の年度までを含む数値を書いてください。その年度だけの数値のときは、「累計」を空にしてください。例：{Written(before)}以上の数値") with
    { RemedyInText = $"前の年度までを含む数値を書いてください。その年度だけの数値のときは、「累計」の文字を除いてください。例：{Written(before)}以上の数値" };

    public static Finding PercentOver(string column, decimal percent) => ProblemKinds.PercentOver.Say(
        $"「{column}」が100%を超えています。",
        $"小数点の位置や単位が正しいか、確かめてください。正しければこのままで構いません。例：{WithinHundred(percent)}");

    public static Finding TotalsRow() => ProblemKinds.TotalsRow.Say(
        "合計の行のようなので、取組としては読み取りませんでした。",
        "合計を公開したいときは、指標の一つとして、指標名を付けて書いてください。例：「区分」に「合計」と書く") with
    { IsAboutPlace = true };

    public static Finding PeriodReversed(string from, string to) => ProblemKinds.PeriodReversed.Say(
        $"期間の終わり（{to}）が、始まり（{from}）より前になっています。",
        $"「期間開始」と「期間終了」の年月が正しいか、入れ替わっていないか確かめてください。例：{to}から{from}まで");

    public static Finding SharesOver(string statistic, decimal sum) => ProblemKinds.SharesOver.Say(
        $"「{Excerpt.Of(statistic)}」の内訳の割合を合計すると{sum.ToString("0.####", CultureInfo.InvariantCulture)}%になり、100%を超えています。",
        "割合が正しいか、確かめてください。複数回答のときは「注」や「備考」に書いてください。例：複数回答のため合計は100%を超える") with
    { IsAboutPlace = true };

    public static Finding SharesAsFractions(string statistic, decimal sum) => ProblemKinds.PercentFraction.Say(
        $"「{Excerpt.Of(statistic)}」の内訳の割合を合計すると{sum.ToString("0.####", CultureInfo.InvariantCulture)}になり、%ではなく小数で書かれているようです。",
        "%の数値に直すか、セルの表示形式を「パーセンテージ」にしてください。例：29.4") with
    { IsAboutPlace = true };

    /// <param name="figure">The first figure of the indicator.</param>
    public static Finding PercentAsFraction(decimal figure) => ProblemKinds.PercentFraction.Say(
        "単位は%ですが、数値がどの年度も1未満です。%ではなく小数で書かれているようです。",
        $"%の数値に直すか、セルの表示形式を「パーセンテージ」にしてください。正しければこのままで構いません。例：{(figure * 100).ToString("0.####", CultureInfo.InvariantCulture)}") with
    { RemedyInText = $"%の数値に直してください。正しければこのままで構いません。例：{(figure * 100).ToString("0.####", CultureInfo.InvariantCulture)}%" };

    /// <summary>Returns a sentence that points out differences that are hard to see, such as ％ and %; empty when there are none.</summary>
    public static string WidthsDiffer(string written, string usual) => written.Fold() == usual.Fold() ? "全角と半角などの違いがあります。" : "";

    // Returns an example of a correct value for the remedy of a percentage over 100. 459 was probably meant as 45.9, so the decimal point
    // is moved. A value below 110, such as 100.1, may be a sum of rounded percentages, so no value is suggested.
    private static string WithinHundred(decimal percent)
    {
        if (percent < 110)
            return "100以下の数値";
        while (percent > 100)
            percent /= 10;
        return percent.ToString("0.####", CultureInfo.InvariantCulture);
    }

    private static string Written(Figure figure) => (figure.Value ?? 0).ToString("#,0.####", CultureInfo.InvariantCulture);
}
