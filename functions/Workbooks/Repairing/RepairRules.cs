using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Checks;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.RunningText;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>One <see cref="RepairRule"/> for every kind of problem that concerns the value of a single cell.</summary>
internal static partial class RepairRules
{
    private const string LastAccepted = "同じ行の前の報告の値に戻す（その行のほかの欄が前の報告と同じときに限る）。";

    private const string OnlyStaffKnow = "正しい値は担当者にしか分からない。";

    private const string MayBeRight = "正しい値のこともあり、確かめられるのは担当者だけである。";

    public static EquatableList<RepairRule> All { get; } =
    [
        new(ProblemKinds.UnknownDepartment, "名称の書き誤りが一文字で、当てはまる局・区が一つのときに、正式な名称にする。", DepartmentName),
        new(ProblemKinds.DepartmentAssumed, "提出先の局・区の名称を書く。", Assumed),
        new(ProblemKinds.YearAssumed, "受付中の年度を書く。", Assumed),
        new(ProblemKinds.OlderTemplate, "様式を取り直す必要がある。", null),
        new(ProblemKinds.ColumnMissing, "見出しの書き方の違いが明らかなときに、様式の見出しにする。", Header),
        new(ProblemKinds.ColumnNotRead, "見出しの書き方の違いが明らかなときに、様式の見出しにする。", Header),
        new(ProblemKinds.Required, $"選べる値が一つのときは、その値にする。そうでないときは、{LastAccepted}", Required),
        new(ProblemKinds.NotInList, "一文字の書き誤りで、当てはまる値が一つのときに、一覧の値にする。", Choice),
        new(ProblemKinds.NotANumber, "数字に「単位」の欄と同じ単位だけが付いているとき、又は数字が1950年より前の日付に変わっているときに、数字だけにする。", Number),
        new(ProblemKinds.NotAYear, "元号のない年が、報告年度までの数年のうちの一つにしか当たらないときに、元号を付ける。", Year),
        new(ProblemKinds.DateForText, "「6-11」か「6/11」か、何と入力したかが残っていない。", null),
        new(ProblemKinds.TextTooLong, OnlyStaffKnow, null),
        new(ProblemKinds.TooManyItems, OnlyStaffKnow, null),
        new(ProblemKinds.FormulaWithoutValue, LastAccepted, c => c.LastAccepted()),
        new(ProblemKinds.ErrorValue, LastAccepted, c => c.LastAccepted()),
        new(ProblemKinds.NumberMalformed, LastAccepted, c => c.LastAccepted()),
        new(ProblemKinds.NumberTwice, LastAccepted, c => c.LastAccepted()),
        new(ProblemKinds.NumberUnknown, LastAccepted, c => c.LastAccepted()),
        new(ProblemKinds.PartnerUnknown, "局・区名の一文字の書き誤りで、当てはまる局・区が一つのときに、正式な名称にする。", Partner),
        new(ProblemKinds.DivisionUnknown, "局・区名から書いた同じ部署が、前の報告かほかの行に一つだけあるときに、その書き方にする。", Division),
        new(ProblemKinds.ControlCharacters, "読み取ったとおりに、目に見えない文字を除く。", WithoutControls),
        new(ProblemKinds.PrivateCharacters, $"外字のほかは前の報告の文と同じときに、{LastAccepted}", c => Alike(c, IsPrivate)),
        new(ProblemKinds.Unpaired, $"かっこのほかは前の報告の文と同じときに、{LastAccepted}", c => Alike(c, IsBracket)),
        new(ProblemKinds.FormulaLike, "箇条書きの記号（-）で始まる文のときに、記号を除く。", WithoutBullet),
        new(ProblemKinds.DigitsSplit, "読み取ったとおりに、数字の間の空白を除く。", Joined),
        new(ProblemKinds.FigureInWords, OnlyStaffKnow, null),
        new(ProblemKinds.FigureInDoubt, "およその数を確かな数にできるのは担当者だけである。", null),
        new(ProblemKinds.EraEnded, "読み取ったとおりに、今の元号にする。", Era),
        new(ProblemKinds.StruckOut, "読み取ったとおりに、取り消し線が引かれた文字を除く。", WithoutStruck),
        new(ProblemKinds.ShownDiffers, "入力した値と表示された値のどちらを公開するかは、担当者が決める。", null),
        new(ProblemKinds.DigitsHidden, "入力した値と表示された値のどちらを公開するかは、担当者が決める。", null),
        new(ProblemKinds.Ditto, "読み取ったとおりに、上の行や左の欄などの内容を書く。", Above),
        new(ProblemKinds.DittoOfNothing, "読み取ったとおりに、空にする（空にできる欄に限る）。", c => c.Place.Column is { IsRequired: false } ? CellValue.Blank
            : null),
        new(ProblemKinds.UnitMissing, LastAccepted, c => c.LastAccepted()),
        new(ProblemKinds.UnitUnclear, "読み取ったとおりに、かっこや注の印などを除く。", PlainUnit),
        new(ProblemKinds.UnitSpelling, "同じ単位の、ほかの行の書き方にする。", UnitAsUsual),
        new(ProblemKinds.UnitChanged, "書き方だけが違うときに、前の報告の書き方にする。", UnitAsUsual),
        new(ProblemKinds.UnitDiffers, "「単位」の欄と数値のどちらが正しいかは、担当者が決める。", null),
        new(ProblemKinds.YearMissing, OnlyStaffKnow, null),
        new(ProblemKinds.SuddenChange, MayBeRight, null),
        new(ProblemKinds.CumulativeDrop, MayBeRight, null),
        new(ProblemKinds.NegativeCount, MayBeRight, null),
        new(ProblemKinds.PercentOver, MayBeRight, null),
        new(ProblemKinds.PercentFraction, MayBeRight, null),
    ];

    /// <summary>Returns the rule for a problem code; null for a kind of problem that does not concern the value of a single cell.</summary>
    public static RepairRule? Of(string code) => All.FirstOrDefault(r => r.Kind.Code == code);

    private static CellValue? Text(string? text) => text is null ? null : CellValue.Of(text);

    private static CellValue? Assumed(RepairCase c) => c.Cell.IsBlank && c.Example.Length > 0 ? Text(c.Example) : null;

    private static CellValue? DepartmentName(RepairCase c) =>
        c.Place.Column == FrontSheet.Department ? Text(TypingSlip.Of(c.Cell.Text, c.Register.Departments.Select(d => d.Name))) : null;

    private static CellValue? Header(RepairCase c) =>
        c.Place.IsHeader && c.Place.Table!.Layout.Columns.FirstOrDefault(x => x.Header == c.Example) is { } column
            && HeaderSpelling.IsOf(column, c.Cell.Text)
            ? Text(column.Header)
            : null;

    private static CellValue? Year(RepairCase c) =>
        c.Place.IsHeader || c.Place.Column?.Input == CellInputKind.Year || c.Place.Column == FrontSheet.ReportingYear ? Bare(c) : null;

    private static CellValue? Bare(RepairCase c) =>
        Text(BareYear.Meant(TemplateColumn.FoldHeader(c.Cell.Text), c.Context.ReportingYear)?.Label);

    private static CellValue? Required(RepairCase c) =>
        c.Place.Column?.Choices(c.Context) is [var only] && c.Place.Column.IsRequired ? Text(only) : c.LastAccepted();

    private static CellValue? Choice(RepairCase c) =>
        c.Place.Column is { } column && column.Choices(c.Context) is { Count: > 1 } choices
            ? Text(TypingSlip.Of(c.Cell.Text, choices))
            : null;

    private static CellValue? Number(RepairCase c)
    {
        if (AutomaticConversion.Number(c.Cell) is { } typed)
            return CellValue.Of(TypedNumber.Parse(typed) ?? 0);
        if (c.Cell.Kind != CellKind.Text || TypedNumber.WithUnit(c.Cell.Text) is not var (digits, unit)
            || TypedNumber.Parse(digits) is not { } number)
            return null;
        var isPlain = c.Place.Column?.Input == CellInputKind.Number;
        return isPlain || FigureUnits.AreSame(unit, c.Place.Beside(InitiativeSheet.Unit).Text.Fold()) ? CellValue.Of(number) : null;
    }

    private static CellValue? Partner(RepairCase c) =>
        PartnerList.Parse(c.Cell.Text, c.Context.DepartmentNames).Unknown is [var unknown]
            && TypingSlip.Of(unknown, c.Register.Departments.Select(d => d.Name)) is { } name
            ? Replaced(c.Cell.Text, unknown, name)
            : null;

    private static CellValue? Division(RepairCase c)
    {
        if (c.Place.Column != SharedColumns.Divisions)
            return null;
        var divisions = Divisions.Parse(c.Cell.Text)
            .Select(d => c.Context.DepartmentNames.OfDivision(d) is null ? c.Names.DivisionOf(d) : d).ToList();
        return divisions.Contains(null) ? null : Text(Divisions.Format(divisions!));
    }

    private static CellValue? Replaced(string text, string part, string with) =>
        text.Split(part) is [var before, var after] ? Text(before + with + after) : null;

    private static CellValue? WithoutControls(RepairCase c) =>
        c.Cell.Kind == CellKind.Text ? Text(TextFaults.Of(c.Cell.Text).Cleaned) : null;

    private static CellValue? Alike(RepairCase c, Func<char, bool> isFault) =>
        c.LastAccepted() is { } last
            && string.Concat(last.Text.Where(x => !isFault(x))) == string.Concat(c.Cell.Text.Where(x => !isFault(x)))
            ? last
            : null;

    private static bool IsPrivate(char x) => x is >= '\uE000' and <= '\uF8FF';

    private static bool IsBracket(char x) => "「『（(【〔《〈」』）)】〕》〉".Contains(x, StringComparison.Ordinal);

    private static CellValue? WithoutBullet(RepairCase c) =>
        Bullet().Match(c.Cell.Text) is { Success: true } bullet ? Text(bullet.Groups[1].Value) : null;

    private static CellValue? Joined(RepairCase c) =>
        TypedNumber.ParseSplit(c.Cell.Text) is not { } number ? null
        : TypedNumber.IsPercent(c.Cell.Text) ? Text(c.Cell.Text.FoldWithoutSpaces())
        : CellValue.Of(number);

    private static CellValue? Era(RepairCase c) =>
        c.Place.IsHeader && YearHeader.IsOfThePlan(TemplateColumn.FoldHeader(c.Cell.Text)) ? null : Text(c.Example);

    private static CellValue? WithoutStruck(RepairCase c) =>
        c.Example != TextFindings.RowIsDeleted && (c.Cell.Kind == CellKind.Struck || c.Cell.HasStruck) ? CellValue.Of(c.Cell.Text) : null;

    // Offers no repair for a blank cell: it is read like the cell above, but it may also have been emptied by mistake.
    private static CellValue? Above(RepairCase c) =>
        !c.Cell.IsBlank && c.Place.Table is { } table && new DittoMarks(c.Place.Sheet, table).Meant(c.Place.At) is var above
        ? above.Kind switch
        {
            CellKind.Number => CellValue.Of(above.Number ?? 0),
            CellKind.Text => CellValue.Of(above.Text),
            _ => null,
        }
        : null;

    private static CellValue? UnitAsUsual(RepairCase c) =>
        c.Place.Column == InitiativeSheet.Unit && UnitSpelling.IsOnlySpelt(c.Cell.Text, c.Example) ? Text(c.Example) : null;

    private static CellValue? PlainUnit(RepairCase c) =>
        UnitKind.Plain(c.Cell.Text) is var unit && unit != c.Cell.Text && unit == c.Example ? Text(unit) : null;

    // A leading hyphen is a bullet only if Japanese text follows: -5 is a number and -SUM(A1) a formula.
    [GeneratedRegex(@"^[-－]\s*([\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}「『][^\n]*)$")]
    private static partial Regex Bullet();
}
