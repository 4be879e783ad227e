using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>The result of editing a department's workbook (直したブック). Either all edits are applied or none.</summary>
public abstract record EditOutcome;

/// <summary>
/// All edits were applied. All other cells and all other content of the file are unchanged, except that formulas which an edit replaced are
/// removed from Excel's list of formulas (calcChain).
/// </summary>
public sealed record WorkbookEdited(ReadOnlyMemory<byte> Workbook) : EditOutcome;

/// <summary>At least one edit is not possible, so none was applied.</summary>
/// <param name="Refused">Each edit that is not possible, with the reason.</param>
public sealed record EditsRefused(EquatableList<RefusedEdit> Refused) : EditOutcome;

/// <param name="Edit">The edit that is not possible; null when the workbook as a whole cannot be edited.</param>
public sealed record RefusedEdit(CellEdit? Edit, EditRefusal Reason);

/// <summary>
/// The reason why a cell, or a whole workbook, cannot be edited in the staff portal (ここでは直せない理由), and what to do instead.
/// </summary>
/// <param name="Code">A stable code, such as not-editable.</param>
/// <param name="Message">What prevents the edit, in polite Japanese.</param>
/// <param name="Remedy">What staff should do instead, in Japanese.</param>
public sealed record EditRefusal(string Code, string Message, string Remedy)
{
    private const string InExcel = "ブックをExcelで開いて直し、もう一度取り込んでください。";

    public static EditRefusal OldFormat { get; } = new(
        "old-format", "古い形式（.xls）のブックは、ここでは直せません。", "Excelで開き、「名前を付けて保存」で「Excel ブック (*.xlsx)」を選んで保存し直し、もう一度取り込んでください。");

    public static EditRefusal NotEditable { get; } = new("not-editable", "このブックは、ここでは直せません。", InExcel);

    public static EditRefusal SheetNotFound { get; } = new(
        "sheet-not-found", "直すシートが見つからないか、同じ名前のシートが二つあります。", "もう一度ブックを取り込み、点検からやり直してください。");

    public static EditRefusal NoSuchCell { get; } = new("no-such-cell", "直すセルの場所が正しくありません。", "もう一度ブックを取り込み、点検からやり直してください。");

    public static EditRefusal CellTwice { get; } = new(
        "cell-twice", "同じセルに、二つの違う値が入力されています。", "結合されたセルは一つのセルです。どちらか一つの値だけを入力してください。");

    public static EditRefusal TooLong { get; } = new("too-long", "一つのセルに入る長さ（32,767文字）を超えています。", "短くして、もう一度入力してください。");

    public static EditRefusal SharedFormula { get; } = new(
        "shared-formula", "このセルの計算式をほかのセルも使っているため、ここでは直せません。", InExcel);

    public static EditRefusal ArrayFormula { get; } = new(
        "array-formula", "このセルは、いくつかのセルにまたがる計算式の一部のため、ここでは直せません。", InExcel);

    public static EditRefusal FormulaDepends { get; } = new(
        "formula-depends", "ほかのセルの計算式がこのセルの値を使っているため、ここでは直せません。", InExcel);

    public static EditRefusal TableHeader { get; } = new(
        "table-header", "このセルはExcelの「テーブル」の見出し又は集計行のため、ここでは直せません。", InExcel);

    public static EditRefusal FormatDistorts { get; } = new(
        "format-distorts", "セルの表示形式や取り消し線のため、入力した値がそのとおりに表示されません。", "Excelでセルの書式を「標準」に戻し、取り消し線を外してから入力し、もう一度取り込んでください。");

    /// <summary>All reasons for which an edit can be refused.</summary>
    public static EquatableList<EditRefusal> All { get; } =
    [
        OldFormat, NotEditable, SheetNotFound, NoSuchCell, CellTwice, TooLong, SharedFormula, ArrayFormula, FormulaDepends, TableHeader,
        FormatDistorts,
    ];
}
