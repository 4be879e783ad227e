using System.Globalization;

namespace KawasakiServerless.Domain;

/// <summary>Whether an item of the release checklist prevents a reporting year from being released to the public (公開前の点検の重さ).</summary>
public enum ChecklistSeverity
{
    /// <summary>公開できません: the item must be resolved before the release.</summary>
    Blocks,

    /// <summary>確かめてください: the coordinator may release the year anyway.</summary>
    Warns,
}

/// <summary>A problem that the release checklist found (公開前の点検の項目).</summary>
/// <param name="Code">Stable identifier, such as no-licence.</param>
/// <param name="Message">A description of the problem.</param>
/// <param name="Remedy">How to resolve it.</param>
/// <param name="Departments">Codes of the departments concerned; empty for the year as a whole.</param>
public sealed record ChecklistItem(
    string Code, ChecklistSeverity Severity, string Message, string Remedy, EquatableList<string> Departments);

/// <summary>The data from which the release checklist of a year is computed.</summary>
/// <param name="Board">The state of all departments' reports in the year; null if the year is not open for submissions.</param>
public sealed record ReleaseFacts(FiscalYear Year, Board? Board)
{
    public bool HasLicence { get; init; }

    public bool HasContact { get; init; }

    /// <summary>Whether the register has a contact for questions of any kind.</summary>
    public bool HasGeneralContact { get; init; }

    /// <summary>Codes of the departments for which the register has no details by which readers can contact them.</summary>
    public EquatableList<string> WithoutContact { get; init; } = [];

    /// <summary>
    /// The error that the checks of a site before publication (the gates) found in a trial rendering that includes the year; null if they
    /// found none or have not run.
    /// </summary>
    public string? GateError { get; init; }

    /// <summary>Codes of the departments that confirmed questionable values without giving a reason.</summary>
    public EquatableList<string> WithoutReason { get; init; } = [];

    public EquatableList<OneSidedPartner> OneSided { get; init; } = [];
}

/// <summary>Computes the release checklist of a year (公開前の点検), as a pure function of the facts.</summary>
public static class ReleaseChecklist
{
    /// <summary>The code of the item about an error that the gates (the checks before publication) found in a page.</summary>
    public const string GateErrorCode = "gate-error";

    /// <summary>
    /// Returns the blocking items first, then the warnings; empty if there are none. If the year is not open, no warnings are computed.
    /// </summary>
    public static EquatableList<ChecklistItem> Of(ReleaseFacts facts) => facts.Board is { } board
        ? [.. Blocking(facts), .. Warning(facts, board)]
        : [Blocks("year-not-open", $"{facts.Year.Label}の受付が始まっていません。", "年度の画面で、受付を始めてください。"), .. Blocking(facts)];

    public static bool MayBeReleased(this IEnumerable<ChecklistItem> items) => items.All(i => i.Severity != ChecklistSeverity.Blocks);

    private static IEnumerable<ChecklistItem> Blocking(ReleaseFacts facts)
    {
        if (facts.GateError is { } error)
            yield return Blocks(GateErrorCode, $"公開するページに誤りがあります（{error}）。", "示されたところを直してから、もう一度点検してください。");
        if (!facts.HasLicence)
            yield return Blocks("no-licence", "データの利用条件（ライセンス）が決まっていません。", "設定 DATA_LICENSE に、利用条件のページのアドレスを入れてください。入れるまで、サイトは公開されません。");
        if (!facts.HasContact)
            yield return Blocks("no-contact", "問い合わせ先が登録されていません。", "台帳に、問い合わせ先の部署を登録してください。");
        // The public site would begin with a year without content.
        if (facts.Board is { } board && board.Lines.All(l => l.State == ReportState.NotSubmitted))
            yield return Blocks("no-reports", "この年度の報告は、まだ一つも提出されていません。", "局・区の提出か、該当なしの届出を待ってください。");
    }

    private static IEnumerable<ChecklistItem> Warning(ReleaseFacts facts, Board board)
    {
        ChecklistItem?[] items =
        [
            About(board.Lines.Where(l => l.State ==
                ReportState.NotSubmitted), "not-submitted", "未提出の局・区が{0}あります。", "提出を待つか、該当なしの届出をお願いしてください。"),
            About(board.Lines.Where(IsUndecided), "not-approved", "承認されていない報告が{0}あります。", "内容を確かめて、承認するか差し戻してください。"),
            About(board.Lines.Where(l => l.Standing.OpenComments
                .Any()), "open-comments", "差戻しのコメントが残っている局・区が{0}あります。", "直されたことを確かめて、コメントを完了にしてください。"),
            About(
                board.Lines.Where(l => l.Standing.Findings?.Unconfirmed > 0), "unconfirmed", "確認されていない指摘がある局・区が{0}あります。",
                "値が正しいことを、局・区に確かめてください。"),
            About(board.Lines.Where(l => facts.WithoutReason.Contains(
                l.Department)), "without-reason", "理由が書かれていない確認がある局・区が{0}あります。", "必要であれば、理由を書いてもらってください。"),
            facts.HasGeneralContact
                ? null
                : new("no-general-contact", ChecklistSeverity.Warns, "総合的な問い合わせ先が台帳にありません。", "コールセンターなどの連絡先を、台帳に登録してください。", []),
            About(board.Lines.Where(l => facts.WithoutContact.Contains(
                l.Department)), "without-contact", "連絡先が台帳にない局・区が{0}あります。", "分かるものを台帳に登録してください。ないあいだ、サイトは総合的な問い合わせ先を案内します。"),
        ];
        return [.. items.OfType<ChecklistItem>(), .. facts.OneSided.Select(o => OneSided(o, board))];
    }

    private static bool IsUndecided(BoardLine line) =>
        line.State is ReportState.Submitted or ReportState.SentBack or ReportState.NothingToReport;

    private static ChecklistItem? About(IEnumerable<BoardLine> lines, string code, string message, string remedy)
    {
        EquatableList<BoardLine> meant = [.. lines];
        return meant.Count == 0 ? null : new(
            code,
            ChecklistSeverity.Warns,
            string.Format(CultureInfo.InvariantCulture, message, meant.Count),
            remedy,
            [.. meant.Select(l => l.Department)]);
    }

    private static ChecklistItem OneSided(OneSidedPartner pair, Board board)
    {
        var names = board.Lines.ToDictionary(l => l.Department, l => l.Name, StringComparer.Ordinal);
        var (lead, partner) = (names.GetValueOrDefault(pair.Lead, pair.Lead), names.GetValueOrDefault(pair.Partner, pair.Partner));
        return new(
            "one-sided",
            ChecklistSeverity.Warns,
            $"{lead}は{partner}を連携先に挙げていますが、{partner}の報告には{lead}との連携がありません：{string.Join("、", pair.Collaborations.Select(n => $"「{n}」"))}。",
            "連携先が正しいか、両方の局・区に確かめてください。",
            [pair.Lead, pair.Partner]);
    }

    private static ChecklistItem Blocks(string code, string message, string remedy) =>
        new(code, ChecklistSeverity.Blocks, message, remedy, []);
}
