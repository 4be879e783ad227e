using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>The wording of every finding: what is wrong, then what to do, then an example.</summary>
internal static class Findings
{
    public static Finding NotAWorkbook() => ProblemKinds.NotAWorkbook.Say(
        "Excelのブックとして読み取れませんでした。",
        "Excelで開けることを確かめ、「名前を付けて保存」で「Excel ブック (*.xlsx)」を選んで保存し直してください。例：2018-健康福祉局.xlsx");

    public static Finding Encrypted() => ProblemKinds.Encrypted.Say(
        "パスワードで保護されているため、読み取れませんでした。",
        "パスワードを外して保存し直してください。例：「ファイル」→「情報」→「ブックの保護」→「パスワードを使用して暗号化」を空欄にする");

    public static Finding TooLarge() => ProblemKinds.TooLarge.Say(
        "ファイルが大きすぎるため、読み取れませんでした。",
        "画像や使っていないシート・行を削除してください。上限は、ファイル20MB、展開後200MB、10万行です。例：表の下に残っている書式だけの行を削除する");

    public static Finding NoKnownTable() => ProblemKinds.NoKnownTable.Say(
        "報告の表が見つかりませんでした。",
        "様式の見出し行を消さずに記入してください。見出し行はシートの30行目までに置いてください。報告することがないときは「はじめに」で「該当なし」を選んでください。例：管理番号、視点、施策、担当部署、取組");

    public static Finding NothingReported() => ProblemKinds.NothingReported.Say(
        "どの表にも記入がありません。",
        "記入した様式かどうかを確かめてください。報告することがないときは「はじめに」で選んでください。例：該当なし");

    public static Finding OtherDepartment(Department expected) => ProblemKinds.OtherDepartment.Say(
        $"{expected.Name}の報告ではありません。",
        $"{expected.Name}の様式に記入したものを提出してください。例：{expected.Name}");

    public static Finding SheetOfOthers(string sheet, Department? department) => ProblemKinds.OtherDepartment.Say(
        $"「{sheet}」は{department?.Name ?? "この局・区"}が記入する表ではありません。",
        "この表に書いた行を削除し、担当の局・区に報告を依頼してください。例：区の取組は各区役所が報告します");

    public static Finding OtherWard(Department department) => ProblemKinds.OtherDepartment.Say(
        $"{department.Ward}以外の区の取組が書かれています。",
        $"自分の区の取組だけを書いてください。全区共通の取組は健康福祉局が報告します。例：{department.Ward}");

    public static Finding OtherYear(FiscalYear expected) => ProblemKinds.OtherYear.Say(
        $"{expected.Label}の報告ではありません。",
        $"{expected.Label}の様式に記入したものを提出してください。例：{expected.Label}");

    public static Finding UnknownDepartment() => ProblemKinds.UnknownDepartment.Say(
        "どの局・区の報告か分かりませんでした。",
        "「はじめに」の「局・区名」に正式な名称を書いてください。例：健康福祉局");

    public static Finding ColumnMissing(string column) => ProblemKinds.ColumnMissing.Say(
        $"「{column}」の列がありません。",
        $"見出し行に「{column}」の列を戻してください。列の順序は変わっていても構いません。例：様式を取り直して表を貼り付ける");

    public static Finding ViewpointUnknown() => ProblemKinds.Required.Say(
        "この表がどの視点のものか分かりません。",
        "表の上の行に視点の番号を書いてください。例：視点1");

    public static Finding Required(string column, string example) => ProblemKinds.Required.Say(
        $"「{column}」が空です。",
        $"「{column}」を記入してください。{Example(example)}");

    /// <param name="nearest">The entry that was probably meant; null when none is near.</param>
    public static Finding NotInList(string column, IReadOnlyList<string> choices, string? nearest = null) => ProblemKinds.NotInList.Say(
        $"「{column}」が一覧にない値です。{(nearest is null ? "" : $"「{nearest}」のことでしょうか。")}",
        $"次のいずれかを選んでください：{string.Join("、", choices)}。{Example(nearest ?? (choices is [var first, ..] ? first : ""))}");

    public static Finding NotANumber(string column, string example) => ProblemKinds.NotANumber.Say(
        $"「{column}」を数値として読み取れませんでした。",
        $"「約」などの言葉や単位を付けず、数字だけを書いてください。{Example(example)}");

    public static Finding DateForNumber(string column) => ProblemKinds.NotANumber.Say(
        $"「{column}」が日付になっています。",
        "セルの表示形式を「標準」に戻し、数字を入力し直してください。例：1000");

    public static Finding NotAYear(string column, string example) => ProblemKinds.NotAYear.Say(
        $"「{column}」を年度として読み取れませんでした。",
        $"元号を付けるか、西暦で書いてください。{Example(example)}");

    /// <param name="meant">The year it probably stands for: 平成28年度.</param>
    public static Finding HeaderNotAYear(string header, string meant) => ProblemKinds.NotAYear.Say(
        $"見出し「{header}」は年度として読み取れません。",
        $"元号を付けるか、西暦で書いてください。例：{meant}");

    public static Finding NotAMonth(string column, string example) => ProblemKinds.NotAYear.Say(
        $"「{column}」を年月として読み取れませんでした。",
        $"年と月を書いてください。年は、元号を付けるか、西暦で書いてください。{Example(example)}");

    public static Finding TextTooLong(string column) => ProblemKinds.TextTooLong.Say(
        $"「{column}」が長すぎます。",
        string.Create(CultureInfo.InvariantCulture, $"{Limits.TextLength:#,0}文字以内にしてください。例：要点を残し、詳しい説明は別の行に分ける"));

    public static Finding FormulaWithoutValue(string column, string example) => ProblemKinds.FormulaWithoutValue.Say(
        $"「{column}」の計算式の結果が保存されていません。",
        $"Excelで開いて保存し直すか、計算式の代わりに値を書いてください。{Example(example)}");

    public static Finding ErrorValue(string column, string example) => ProblemKinds.ErrorValue.Say(
        $"「{column}」の計算式がエラーになっています。",
        $"計算式を直すか、計算式の代わりに値を書いてください。{Example(example)}");

    public static Finding NumberMalformed(string example) => ProblemKinds.NumberMalformed.Say(
        "「管理番号」の形が正しくありません。",
        $"様式に入っていた番号に戻してください。新しい行では空のままにしてください。例：{example}");

    /// <param name="owner">Null when no department has such numbers.</param>
    public static Finding NumberOfOthers(Department? owner, string example) => ProblemKinds.NumberMalformed.Say(
        $"{owner?.Name ?? "別の局・区"}の「管理番号」です。",
        $"自分の局・区の番号に戻してください。新しい行では空のままにしてください。例：{example}") with
    { IsAboutPlace = true };

    public static Finding NumberTwice(string number) => ProblemKinds.NumberTwice.Say(
        $"管理番号 {number} が内容の異なる行に使われています。",
        "新しく加えた行では「管理番号」を空にしてください。番号は受付のときに付きます。例：（空欄）");

    public static Finding NoteWithoutIndicator() => ProblemKinds.NoteWithoutIndicator.Say(
        "指標のない行に「備考」が書かれているため、この備考は取り込まれません。",
        "「備考」は指標についての欄です。取組についての説明は「取組」に書いてください。例：指標名と数値を記入する");

    private static string Example(string example) => example.Length == 0 ? "例：計算式を「値の貼り付け」で置き換える" : $"例：{example}";
}
