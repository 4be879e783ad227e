using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Problems;

/// <summary>
/// The Japanese texts of findings that are not specific to a topic. Each says what is wrong, what to do about it, and gives an example.
/// </summary>
internal static class Findings
{
    // Excel's own limit for the text of a cell.
    private const int LongestCell = 32_767;

    public static Finding NotAWorkbook() => ProblemKinds.NotAWorkbook.Say(
        "Excelのブックとして読み取れませんでした。",
        "Excelで開けることを確かめ、「名前を付けて保存」で「Excel ブック (*.xlsx)」を選んで保存し直してください。例：2018-○○局.xlsx");

    public static Finding Encrypted() => ProblemKinds.Encrypted.Say(
        "パスワードで保護されているため、読み取れませんでした。",
        "パスワードを外して保存し直してください。例：「ファイル」→「情報」→「ブックの保護」→「パスワードを使用して暗号化」を空欄にする");

    public static Finding TooLarge(WorkbookLimit exceeded) => ProblemKinds.TooLarge.Say(
        $"{exceeded.Counted}が上限の{exceeded.Shown}を超えているため、読み取れませんでした。", exceeded.Remedy);

    public static Finding NoKnownTable() => ProblemKinds.NoKnownTable.Say(
        "報告の表が見つかりませんでした。",
        "別のファイルを選んでいないか確かめ、様式の見出し行を消さずに記入してください。見出し行はシートの30行目までに置いてください。報告することがないときは「はじめに」で「該当なし」を選んでください。例：管理番号、視点、施策、担当部署、取組");

    public static Finding NothingReported() => ProblemKinds.NothingReported.Say(
        "どの表にも記入がありません。",
        "記入した様式かどうかを確かめてください。報告することがないときは「はじめに」で選んでください。例：該当なし");

    public static Finding OtherDepartment(Department expected) => ProblemKinds.OtherDepartment.Say(
        $"{expected.Name}の報告ではありません。",
        $"別の局・区のファイルを選んでいないか確かめ、{expected.Name}の様式に記入したものを提出してください。局・区名だけを書き換えないでください。例：{expected.Name}の様式を取り直して記入する");

    /// <param name="sheet">The name of the sheet.</param>
    /// <param name="reporters">The departments that fill in the sheet, such as 各区役所.</param>
    /// <param name="department">The department that has filled it in; null when it is not known.</param>
    public static Finding SheetOfOthers(string sheet, string reporters, Department? department) => ProblemKinds.OtherDepartment.Say(
        $"「{sheet}」は{department?.Name ?? "この局・区"}が記入する表ではありません。",
        $"この表に書いた行を削除し、担当の局・区に報告を依頼してください。例：「{sheet}」は{reporters}が報告します");

    public static Finding OtherWard(Department department) => ProblemKinds.OtherDepartment.Say(
        $"{department.Ward}以外の区の取組が書かれています。",
        $"自分の区の取組だけを書いてください。全区共通の取組は、報告の取りまとめ担当の局が報告します。例：{department.Ward}");

    public static Finding OtherYear(FiscalYear expected) => ProblemKinds.OtherYear.Say(
        $"{expected.Label}の報告ではありません。",
        $"別の年度のファイルを選んでいないか確かめ、{expected.Label}の様式に記入したものを提出してください。年度だけを書き換えないでください。例：{expected.Label}の様式を取り直して記入する");

    /// <param name="nearest">The department that was probably intended; null when no name is similar.</param>
    public static Finding UnknownDepartment(string? nearest = null) => ProblemKinds.UnknownDepartment.Say(
        $"どの局・区の報告か分かりませんでした。{(nearest is null ? "" : $"「{nearest}」のことでしょうか。")}",
        $"「はじめに」の「局・区名」に正式な名称を書いてください。例：{nearest ?? "○○局"}");

    /// <summary>
    /// For a workbook that has no sheet はじめに and therefore no field for the department. The remedy is to put the name of the department
    /// into the name of the file.
    /// </summary>
    public static Finding FileOfUnknownDepartment() => ProblemKinds.UnknownDepartment.Say(
        "どの局・区の報告か分かりませんでした。",
        "ファイルの名前に、局・区の正式な名称を入れてください。例：2018-○○局.xlsx");

    /// <param name="row">The number of the header row.</param>
    public static Finding ColumnMissing(string column, int row) => ProblemKinds.ColumnMissing.Say(
        $"「{column}」の列がありません。",
        $"{row}行目に「{column}」という見出しの列を作り、その下に記入してください。列の順序は変わっていても構いません。例：{column}");

    /// <summary>For a missing column, reported at a header that is probably a misspelling of the column's header.</summary>
    public static Finding ColumnMisspelt(string column, string header) => ProblemKinds.ColumnMissing.Say(
        $"「{column}」の列がありません。この列の見出し「{Excerpt.Of(header)}」のことでしょうか。",
        $"「{column}」の列であれば、見出しを書き直してください。別の列であれば、「{column}」の列を加えてください。例：{column}");

    /// <summary>For a missing column, reported at a column that has content but no header.</summary>
    public static Finding ColumnUnnamed(string column) => ProblemKinds.ColumnMissing.Say(
        $"「{column}」の列がありません。この列は見出しが空です。",
        $"「{column}」の列であれば、見出しを書いてください。別の列であれば、「{column}」の列を加えてください。例：{column}");

    public static Finding ViewpointUnknown(string example) => ProblemKinds.Required.Say(
        "この表がどの視点のものか分かりません。",
        $"表の見出し行より上の行に、視点の番号を書いてください。例：{example}");

    public static Finding Required(string column, string example) => ProblemKinds.Required.Say(
        $"「{column}」が空です。",
        $"「{column}」を記入してください。要らない行のときは、行ごと削除してください。{Example(example)}");

    public static Finding RequiredChoice(string column, IReadOnlyList<string> choices) => ProblemKinds.Required.Say(
        $"「{column}」が空です。",
        $"{Choose(choices)}。要らない行のときは、行ごと削除してください。例：{choices[0]}");

    /// <param name="nearest">The allowed value that was probably intended; null when none is similar.</param>
    public static Finding NotInList(string column, IReadOnlyList<string> choices, string? nearest = null) => ProblemKinds.NotInList.Say(
        $"「{column}」が一覧にない値です。{(nearest is null ? "" : $"「{nearest}」のことでしょうか。")}",
        $"{(choices is [var only] ? $"「{only}」と書いてください" : Choose(choices))}。{Example(nearest ?? (choices is [var first, ..] ? first : ""))}");

    /// <summary>For a cell that may also be left blank; the remedy mentions this.</summary>
    public static Finding NotInOptionalList(string column, IReadOnlyList<string> choices, string? nearest) => ProblemKinds.NotInList.Say(
        $"「{column}」が一覧にない値です。{(nearest is null ? "" : $"「{nearest}」のことでしょうか。")}",
        $"{(choices is [var only] ? $"「{only}」と書くか、当てはまらないときは空にしてください" : $"次のいずれかを選ぶか、当てはまらないときは空にしてください：{string.Join("、", choices)}")}。例：{nearest ?? choices[0]}");

    /// <summary>For a cell that cannot be read as the expected kind of value.</summary>
    public static Finding NotA(ExpectedValue expected, string column, string example) => expected.Problem.Say(
        $"「{column}」を{expected.Name}として読み取れませんでした。", $"{expected.Advice}{Example(example)}");

    /// <summary>For a cell with two policy areas, whose items cannot be assigned to one of them.</summary>
    public static Finding SeveralAreas(string column, string first) => ProblemKinds.NotInList.Say(
        $"「{column}」の一つの欄に、施策が二つ以上書かれています。",
        $"施策ごとに行を分け、それぞれの取組と方向性を書いてください。例：{first}");

    /// <param name="first">The first of the years in the cell.</param>
    public static Finding SeveralYears(string column, string first) => ProblemKinds.NotAYear.Say(
        $"「{column}」に、一つの年度ではなく期間などが書かれています。",
        $"年度ごとに行を分け、一つの年度だけを書いてください。毎年続けている取組では空にしてください。例：{first}");

    public static Finding DateForNumber(string column, string example) => ProblemKinds.NotANumber.Say(
        $"「{column}」が日付になっています。",
        $"セルの表示形式を「標準」に戻し、数字を入力し直してください。例：{example}");

    /// <param name="typed">The text that staff probably typed before Excel converted it to a date, such as 6-11.</param>
    public static Finding DateForText(string column, string shown, string typed) => ProblemKinds.DateForText.Say(
        $"「{column}」が日付（{shown}）になっています。「{typed}」などと入力すると、Excelが日付に変えることがあります。",
        $"セルの表示形式を「文字列」にしてから、入力し直してください。例：{typed}");

    /// <param name="october">The month that staff may have typed: Excel stores 2017.10 as 2017.1, which looks like January.</param>
    public static Finding MonthAsNumber(string column, YearMonth october) => ProblemKinds.NotAYear.Say(
        $"「{column}」が数値になっているため、1月か10月か分かりませんでした。「{october.Year}.10」と入力すると、Excelが「{october.Year}.1」に変えることがあります。",
        $"「年」と「月」を付けて書いてください。例：{october.Label}");

    /// <param name="count">The number of characters read. Reading may stop before the end of a text that is longer than Excel's limit; for
    /// such a text, the finding gives the limit and says 以上.</param>
    public static Finding TextTooLong(string column, int count, int most) => ProblemKinds.TextTooLong.Say(
        string.Create(
            CultureInfo.InvariantCulture, $"「{column}」が長すぎます（{Math.Min(count, LongestCell):#,0}文字{(count > LongestCell ? "以上" : "")}）。"),
        string.Create(CultureInfo.InvariantCulture, $"{most:#,0}文字以内にしてください。例：要点を残し、詳しい説明は別の行に分ける"));

    public static Finding TooManyItems(string column, int count, int most) => ProblemKinds.TooManyItems.Say(
        string.Create(CultureInfo.InvariantCulture, $"「{column}」が{count:#,0}件あり、多すぎます。"),
        string.Create(CultureInfo.InvariantCulture, $"{most:#,0}件以内にしてください。例：主なものだけを書き、残りは一つにまとめる"));

    public static Finding FormulaWithoutValue(string column) => ProblemKinds.FormulaWithoutValue.Say(
        $"「{column}」の計算式の結果が保存されていません。",
        "Excelで開いて保存し直すか、計算式の代わりに値を書いてください。例：計算式を「値の貼り付け」で置き換える");

    public static Finding ErrorValue(string column) => ProblemKinds.ErrorValue.Say(
        $"「{column}」の計算式がエラーになっています。",
        "計算式を直すか、計算式の代わりに値を書いてください。例：正しい値が分かるときは、計算式を消して入力する");

    public static Finding NumberMalformed() => ProblemKinds.NumberMalformed.Say(
        "「管理番号」の形が正しくありません。",
        "様式に入っていた番号に戻してください。新しい行や、番号が分からない行では、空にしてください。合計や注の行は、行ごと削除してください。例：（空欄）");

    /// <param name="owner">The department whose code the record id contains; null when no department has this code.</param>
    public static Finding NumberOfOthers(Department? owner) => ProblemKinds.NumberMalformed.Say(
        $"{owner?.Name ?? "別の局・区"}の「管理番号」です。",
        "様式に入っていた番号に戻してください。新しい行や、番号が分からない行では、空にしてください。例：（空欄）") with
    { IsAboutPlace = true };

    /// <summary>
    /// The record id comes from a department that was split, and another successor of that department already reports a record with this
    /// id.
    /// </summary>
    public static Finding NumberTakenOver(string number) => ProblemKinds.NumberMalformed.Say(
        $"管理番号 {number} の取組は、改編で分かれたほかの局・区が先に報告しています。",
        "取組を引き継いだのがほかの局・区であれば、行ごと削除してください。この局・区でも続ける取組であれば、新しい番号が付くように「管理番号」を空にしてください。例：（空欄）") with
    { IsAboutPlace = true };

    public static Finding NumberTwice(string number) => ProblemKinds.NumberTwice.Say(
        $"管理番号 {number} は、内容の異なるほかの行にも使われています。",
        "新しく加えた行では「管理番号」を空にしてください。番号は受付のときに付きます。一つの取組の行であれば、視点・施策・担当部署・取組をほかの行と同じにしてください。例：（空欄）");

    public static Finding NoteWithoutIndicator() => ProblemKinds.NoteWithoutIndicator.Say(
        "指標のない行に「備考」が書かれているため、この備考は取り込まれません。",
        "指標についての備考であれば、「指標名」と数値を記入してください。取組についての説明であれば、「取組」に移してください。例：「取組」の文の後に書き加える");

    // A long list, such as that of all pages of the site, is not spelled out in the finding.
    private static string Choose(IReadOnlyList<string> choices) =>
        choices.Count > 20 ? "一覧から選んでください" : $"次のいずれかを選んでください：{string.Join("、", choices)}";

    private static string Example(string example) => example.Length == 0 ? "" : $"例：{example}";
}
