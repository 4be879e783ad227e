using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>
/// The values of a cell for which the form offers a button: proposed corrections, the value in the last report, 対象外 (not applicable) for
/// figures, and blank for optional columns.
/// </summary>
internal static class QuickChoices
{
    public static IEnumerable<QuickChoice> For(CellPlace place, IReadOnlyList<Problem> problems, OpenedCells opened) =>
        All(place, problems, opened).DistinctBy(c => c.Value);

    private static IEnumerable<QuickChoice> All(CellPlace place, IReadOnlyList<Problem> problems, OpenedCells opened)
    {
        foreach (
            var proposal in problems.Select(p => opened.Propose(p, place.At)).OfType<RepairProposal>().Where(p => p.New != CellValue.Blank))
            yield return new($"「{Excerpt.Of(proposal.New.Text)}」にする", proposal.New);
        if (opened.Known.ValueAt(place) is { Text.Length: > 0 } before && !KnownLines.IsIn(before, place.Cell))
            yield return new($"前の報告と同じにする（{Excerpt.Of(before.Text)}）", before);
        if (place.Column?.Input == CellInputKind.Figure)
            yield return new($"「{TemplateWords.NotApplicable}」にする", CellValue.Of(TemplateWords.NotApplicable));
        if (place.Column is { IsRequired: false } && !place.Cell.IsBlank)
            yield return new("空にする", CellValue.Blank);
    }
}
