using System.Globalization;
using KawasakiServerless.Application.Fixing;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Staff.Checks;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Fixes;

/// <summary>
/// Which page of the correction form to show: the page that contains the cell with this key or, if no cell has the key, the page with this
/// number. If the number is missing too, the first page.
/// </summary>
public sealed record RequestedPage(string? Number, string? Key);

/// <summary>A submitted correction form that was not accepted, and the reason. The form is shown again with this content.</summary>
/// <param name="Sent">The submitted fields.</param>
/// <param name="Refused">Why corrections were refused; null when the form contained no change.</param>
public sealed record FixAnswer(FixFields Sent, FixOutcome.Refused? Refused);

/// <summary>One page of the form for correcting cells.</summary>
/// <param name="Shown">The check whose cells are corrected.</param>
/// <param name="Form">The form with the cells of all pages.</param>
/// <param name="Page">The cells on this page.</param>
public sealed record FixView(CheckView Shown, FixForm Form, Paged<CellField> Page)
{
    // The limits of one page. They keep the form small enough to submit and to read, even when its cells contain long texts.
    private const int MostInputs = 20, MostCharacters = 20_000;

    /// <summary>
    /// The number of cells, on all pages together, with a finding that prevents the submission until it is corrected or confirmed.
    /// </summary>
    public int Wanted => Form.Fields.Count(KeepsFromSubmitting);

    /// <summary>
    /// The number of the first page whose cells have only remarks (参考), which need no correction; null if there is no such page.
    /// </summary>
    public int? RemarksFrom { get; private init; }

    /// <summary>
    /// The key of the first cell with only remarks, if this page contains both such cells and cells that need a correction; otherwise null.
    /// </summary>
    public string? FirstRemark => IsOfRemarks ? null : Page.Items.FirstOrDefault(i => !KeepsFromSubmitting(i))?.Key;

    /// <summary>Whether all cells on this page have only remarks.</summary>
    public bool IsOfRemarks => RemarksFrom <= Page.Number;

    /// <summary>
    /// Whether the form has more than one page of the same kind as this one; the kinds are cells that need a correction and cells with only
    /// remarks.
    /// </summary>
    public bool HasMoreOfItsKind => IsOfRemarks ? Page.Count > RemarksFrom : (RemarksFrom ?? Page.Count + 1) > 2;

    /// <summary>The form that was just submitted and not accepted; null when the form is shown for the first time.</summary>
    public FixAnswer? Answer { get; init; }

    internal static FixView Of(CheckView of, FixForm form, RequestedPage asked) => new(of, form, PageOf(Split(form.Fields), asked))
    {
        RemarksFrom = Split(form.Fields).FindIndex(p => p.Count > 0 && !KeepsFromSubmitting(p[0])) is >= 0 and var at ? at + 1 : null,
    };

    private static bool KeepsFromSubmitting(CellField input) => input.Problems.Any(p => p.ClassOf() != FindingClass.Note);

    private static Paged<CellField> PageOf(List<List<CellField>> pages, RequestedPage asked)
    {
        var byKey = pages.FindIndex(p => p.Exists(i => i.Key == asked.Key));
        var number = byKey >= 0
            ? byKey + 1
            : int.TryParse(asked.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            ? Math.Clamp(parsed, 1, pages.Count)
            : 1;
        return new(pages[number - 1], number, pages.Count, pages.Sum(p => p.Count));
    }

    private static List<List<CellField>> Split(EquatableList<CellField> inputs)
    {
        List<List<CellField>> pages = [[]];
        var (characters, isLong) = (0, inputs.Count > MostInputs);
        foreach (var input in inputs.OrderByDescending(KeepsFromSubmitting))
        {
            characters += input.Standing.Length;
            var isOther = isLong && pages[^1].Exists(i => KeepsFromSubmitting(i) != KeepsFromSubmitting(input));
            if (pages[^1].Count > 0 && (pages[^1].Count == MostInputs || characters > MostCharacters || isOther))
                (pages, characters) = ([.. pages, []], input.Standing.Length);
            pages[^1].Add(input);
        }

        return pages;
    }
}
