using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Problems;

/// <summary>The Japanese texts of findings about a workbook, its sheets and its columns.</summary>
internal static class FileFindings
{
    public static Finding AmbiguousWorkbook() => ProblemKinds.AmbiguousWorkbook.Say(
        "ファイルの中に同じ名前の部分が二つあり、開くソフトによって違う内容に見えるため、読み取りませんでした。",
        "Excelで開いて内容を確かめ、「名前を付けて保存」で「Excel ブック (*.xlsx)」を選んで保存し直してください。例：2018-○○局.xlsx");

    public static Finding EmptiesReport() => ProblemKinds.EmptiesReport.Say(
        "記入された行がありません。このまま受け付けると、受付済みの報告がすべてなくなります。",
        "報告を取り下げるときは「はじめに」で「該当なし」を選んでください。そうでないときは、受付済みの内容が入った様式を取り直してください。例：該当なし");

    public static Finding NothingContradicted() => ProblemKinds.NothingContradicted.Say(
        "「該当なし」と書かれていますが、記入された行があります。",
        "報告するときは「報告の有無」で「あり」を選んでください。報告しないときは、記入された行をすべて削除してください。例：あり");

    public static Finding DepartmentAssumed(Department department) => ProblemKinds.DepartmentAssumed.Say(
        $"どの局・区の報告か書かれていないため、{department.Name}の報告として読み取りました。",
        $"「はじめに」の「局・区名」に正式な名称を書いてください。例：{department.Name}");

    public static Finding YearAssumed(FiscalYear year) => ProblemKinds.YearAssumed.Say(
        $"どの年度の報告か書かれていないため、{year.Label}の報告として読み取りました。",
        $"「はじめに」の「報告年度」に年度を書いてください。例：{year.Label}");

    public static Finding OlderTemplate(string version) => ProblemKinds.OlderTemplate.Say(
        $"古い様式（{version}版）に記入されています。",
        $"読み取れるところは読み取りました。次からは、新しい様式を取り直して記入してください。例：様式の版 {TemplateWords.Version}");

    public static Finding SheetMissing(string sheet) => ProblemKinds.SheetMissing.Say(
        $"「{sheet}」のシートがないか、非表示になっています。このまま受け付けると、「{sheet}」の報告はないものとして扱われます。",
        $"報告することがあるときは、シートを戻すか、再表示してください。例：様式を取り直し、「{sheet}」のシートに記入する");

    public static Finding Macros() => ProblemKinds.Macros.Say(
        "マクロが含まれています。マクロは実行せず、セルの内容だけを読み取りました。",
        "マクロで値を入れているときは、Excelで実行し、結果を確かめてから保存してください。例：「名前を付けて保存」で「Excel ブック (*.xlsx)」を選ぶ");

    public static Finding SheetNotRead() => ProblemKinds.SheetNotRead.Say(
        "このシートには様式の見出しがないため、読み取りませんでした。",
        "報告する内容があるときは、様式のシートに書き写してください。報告と関係のないシートであれば、このままで構いません。例：様式の「視点別取組」のシートに記入する");

    /// <param name="sheet">The name of the template sheet that this sheet probably is.</param>
    /// <param name="column">The template header that one of the headers on the sheet was probably meant to be.</param>
    public static Finding SheetNotRead(string sheet, string column) => ProblemKinds.SheetNotRead.Say(
        $"「{sheet}」の表のようですが、見出しが様式と違うため、このシートは読み取りませんでした。",
        $"見出しを様式のとおりに直してください。例：{column}");

    /// <summary>For a second sheet はじめに. Only the first one is read.</summary>
    public static Finding SecondFront() => ProblemKinds.SheetNotRead.Say(
        $"「{TemplateWords.FrontSheet}」に当たるシートがこれより前にもあるため、このシートは読み取りませんでした。",
        $"どちらか一方を削除してください。例：「{TemplateWords.FrontSheet}」だけを残す");

    /// <param name="nearest">The template column that was probably intended; null if no header is similar.</param>
    public static Finding ColumnNotRead(string header, string? nearest) => ProblemKinds.ColumnNotRead.Say(
        $"「{Excerpt.Of(header)}」は様式にない列のため、読み取りませんでした。{(nearest is null ? "" : $"「{nearest}」のことでしょうか。")}",
        nearest is null
            ? "報告する内容であれば、様式にある列に書き写してください。控えなどであれば、このままで構いません。例：「備考」の列に書く"
            : $"「{nearest}」の列であれば、見出しを書き直してください。例：{nearest}");

    /// <summary>For a column of goals beside that of the actual figures of the same year.</summary>
    /// <param name="header">The header or heading that says that the figures are planned ones, such as 目標.</param>
    public static Finding PlanNotRead(string header) => ProblemKinds.ColumnNotRead.Say(
        $"「{Excerpt.Of(header)}」の列は実績ではない数値のようなので、同じ年度の別の列だけを読み取りました。",
        "この列が実績であれば、見出しを書き直してください。目標などであれば、このままで構いません。例：実績");

    /// <summary>For a row above the header row of a table, if several of its cells were not read and the row is not a title.</summary>
    public static Finding RowNotRead() => ProblemKinds.RowNotRead.Say(
        "この行は、表の見出しの行より上にあるため、読み取りませんでした。",
        "報告する内容であれば、見出しの行より下に移してください。説明などであれば、このままで構いません。例：表のいちばん下の行に移す") with
    { IsAboutPlace = true };

    /// <param name="nearest">The header of the nearest column of the table; null when the sheet has no table.</param>
    public static Finding CellNotRead(string? nearest) => ProblemKinds.CellNotRead.Say(
        "様式の欄の外に書かれているため、読み取りませんでした。",
        $"報告する内容であれば、{(nearest is null ? "様式の表" : "見出しのある列")}に書き写してください。控えなどであれば、このままで構いません。例：「{nearest ?? TemplateWords.InitiativeSheet}」の{(nearest is null ? "シート" : "列")}に書く") with
    { IsAboutPlace = true };

    /// <summary>
    /// Summarizes the unread cells of a sheet after the first thousand. Each of the first thousand has a finding of its own.
    /// </summary>
    public static Finding CellsNotRead(int count) => ProblemKinds.CellNotRead.Say(
        string.Create(CultureInfo.InvariantCulture, $"このほかにも、様式の欄の外に書かれている{count:#,0}か所を読み取りませんでした。"),
        "報告する内容であれば、様式の表に書き写してください。そうでなければ、このままで構いません。例：報告に使わない部分を削除する");

    /// <param name="row">The number of the initiative's first row.</param>
    public static Finding DivisionsNotRead(int row) => ProblemKinds.CellNotRead.Say(
        $"「{TemplateWords.Divisions}」は取組の最初の行から読み取るため、この欄は読み取りませんでした。",
        string.Create(
            CultureInfo.InvariantCulture, $"取組の最初の行の「{TemplateWords.Divisions}」に書いてください。例：{row}行目の「{TemplateWords.Divisions}」に書く"));

    /// <summary>For a row that contains only a note in the column of the indicators' names.</summary>
    public static Finding NoteNotRead() => ProblemKinds.CellNotRead.Say(
        "注のようなので、指標としては読み取りませんでした。",
        "指標についての補足であれば、その指標の行の「備考」に書いてください。例：「備考」の列に書く");

    /// <summary>For a note, a source or the number of a page in place of the items of a cell in the report layout.</summary>
    public static Finding FooterNotRead() => ProblemKinds.CellNotRead.Say(
        "注やページ番号のようなので、読み取りませんでした。",
        "取組や方向性のときは、行の初めに「・」を付けてください。注などであれば、このままで構いません。例：・講座を開催");

    /// <summary>For a row of the template that contains only a note, a source, the number of a page or a line of text.</summary>
    public static Finding FooterRowNotRead() => ProblemKinds.CellNotRead.Say(
        "この行には、注やページ番号のようなことしか書かれていないため、読み取りませんでした。",
        "報告する内容であれば、同じ行のほかの欄も記入してください。注などであれば、このままで構いません。例：指標についての補足は「備考」の列に書く");

    /// <summary>For a heading in the table of a ward's activities under which no activity follows.</summary>
    public static Finding HeadingNotRead(string heading) => ProblemKinds.CellNotRead.Say(
        $"見出し「{Excerpt.Of(heading)}」の下に取組がないため、この見出しは読み取りませんでした。",
        "取組のときは、行の初めに「・」を付けてください。見出しのときは、その下に取組を書いてください。例：・講座を開催");

    /// <summary>For a heading between the items of a cell in a viewpoint's table, which has no place for headings.</summary>
    public static Finding HeadingInList(string heading) => ProblemKinds.CellNotRead.Say(
        $"「{Excerpt.Of(heading)}」は、取組や方向性の間の見出しと思われるため、読み取りませんでした。",
        "取組や方向性のときは、行の初めに「・」を付けてください。見出しであれば、このままで構いません。例：・講座を開催");

    /// <summary>
    /// For a shape that contains text. Charts and pictures are not reported: the data of charts is also in cells, and pictures contain no
    /// text.
    /// </summary>
    public static Finding ShapeNotRead(string text) => ProblemKinds.ShapeNotRead.Say(
        $"図形やテキストボックスの中の文字「{Excerpt.Of(text)}」は、セルの内容ではないため、読み取りませんでした。",
        "報告する内容であれば、セルに書き写してください。説明などであれば、このままで構いません。例：「備考」の列に書く");

    public static Finding ColumnTwice(string column, string first) => ProblemKinds.ColumnTwice.Say(
        $"「{column}」の列が二つあります。{first}列を読み取り、この列は読み取りませんでした。",
        $"一つの列にまとめ、もう一方の列を削除してください。例：{first}列に値を移し、この列を削除する");

    /// <param name="original">The name of the sheet of which this one probably is a copy or an earlier version.</param>
    public static Finding SheetCopied(string original) => ProblemKinds.SheetCopied.Say(
        $"「{original}」の写しか前の版のようですが、このシートも、今回の報告として読み取りました。",
        "使わないシートは、シートごと削除してください。今回の報告であれば、このままで構いません。例：シートの見出しを右クリックして「削除」を選ぶ");

    public static Finding SheetOfExample() => ProblemKinds.SheetCopied.Say(
        "記入例のようですが、このシートも、今回の報告として読み取りました。",
        "記入例であれば、シートごと削除してください。今回の報告であれば、このままで構いません。例：シートの見出しを右クリックして「削除」を選ぶ");

    /// <param name="newest">The newest year that a column on another sheet has.</param>
    /// <param name="last">The newest year that a column on this sheet has.</param>
    public static Finding EarlierYears(FiscalYear newest, FiscalYear last) => ProblemKinds.EarlierYears.Say(
        $"ほかのシートには{newest.Label}までの列がありますが、このシートは{last.Label}までです。このシートも、今回の報告として読み取りました。",
        "前の年度のシートが残っているときは、シートごと削除してください。今回の報告であれば、このままで構いません。例：シートの見出しを右クリックして「削除」を選ぶ");

    public static Finding HiddenRow() => ProblemKinds.Hidden.Say(
        "非表示の行に記入があります。非表示の行も報告として読み取りました。",
        "行を再表示し、報告しない行であれば削除してください。例：絞り込み（フィルター）を解除する") with
    { IsAboutPlace = true };

    public static Finding HiddenColumn(string column) => ProblemKinds.Hidden.Say(
        $"「{column}」の列が非表示で、記入があります。非表示の列も報告として読み取りました。",
        "列を再表示し、内容を確かめてください。例：両隣の列を選び、右クリックして「再表示」を選ぶ") with
    { IsAboutPlace = true };
}

/// <summary>
/// Problems that do not concern the content of a workbook: reading it did not finish, or the year's report would become too large.
/// </summary>
public static class SubmissionFindings
{
    public static Problem NotFinished() => ReadingNotFinished().At(null, null, null);

    /// <param name="records">The number of records that the year's report would have with this submission.</param>
    /// <param name="limit">The maximum number of records.</param>
    public static Problem ReportTooLarge(int records, int limit) => ReportOverLimit(records, limit).At(null, null, null);

    internal static Finding ReadingNotFinished() => ProblemKinds.NotFinished.Say(
        "ファイルの読み取りを二度始めましたが、終わりませんでした。",
        "使っていないシートや書式を削除するか、様式を取り直して内容を書き写し、もう一度提出してください。続くときは、報告の取りまとめ担当にご相談ください。例：様式に、値だけを貼り付ける");

    internal static Finding ReportOverLimit(int records, int limit) => ProblemKinds.ReportTooLarge.Say(
        $"受け付けると、この年度の報告全体が{Number(records)}件になり、上限の{Number(limit)}件を超えます。",
        "重なった行や要らない行があれば、削除してください。すべて必要なときは、提出の前に、報告の取りまとめ担当にご相談ください。例：前の年度から写した行を削除する");

    private static string Number(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
