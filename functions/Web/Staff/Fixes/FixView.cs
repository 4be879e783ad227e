using System.Globalization;
using KawasakiServerless.Application.Fixing;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Staff.Checks;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Fixes;

/// <summary>The requested page of a form: by its number, or by the key of a cell on it.</summary>
public sealed record PageAsked(string? Number, string? Key);

/// <summary>Why a submitted form is shown again.</summary>
/// <param name="Sent">The submitted input.</param>
/// <param name="Refused">Null when the input changes nothing.</param>
public sealed record FixAnswer(FixFields Sent, FixOutcome.Refused? Refused);

/// <summary>One page of the form for correcting cells.</summary>
/// <param name="Shown">The check.</param>
/// <param name="Form">The whole form.</param>
/// <param name="Page">The input fields of this page.</param>
public sealed record FixView(CheckView Shown, FixForm Form, Paged<CellField> Page)
{
    // Keeps a form small enough to submit and to read through, even when its cells hold long texts.
    private const int MostInputs = 20, MostCharacters = 20_000;

    /// <summary>The number of cells, on all pages, that block the submission of the report.</summary>
    public int Wanted => Form.Fields.Count(KeepsFromSubmitting);

    /// <summary>The first page of the cells that have only remarks (参考), which need no correction; null for none.</summary>
    public int? RemarksFrom { get; private init; }

    /// <summary>The key of the first cell that has only remarks, where such cells follow others on this page; null for none.</summary>
    public string? FirstRemark => IsOfRemarks ? null : Page.Items.FirstOrDefault(i => !KeepsFromSubmitting(i))?.Key;

    /// <summary>Whether this page contains only such cells.</summary>
    public bool IsOfRemarks => RemarksFrom <= Page.Number;

    /// <summary>
    /// Whether the form has further pages with findings of the same class (remarks, or findings to correct) as this page.
    /// </summary>
    public bool HasMoreOfItsKind => IsOfRemarks ? Page.Count > RemarksFrom : (RemarksFrom ?? Page.Count + 1) > 2;

    /// <summary>Null when the form is shown for the first time.</summary>
    public FixAnswer? Answer { get; init; }

    internal static FixView Of(CheckView of, FixForm form, PageAsked asked) => new(of, form, PageOf(Split(form.Fields), asked))
    {
        RemarksFrom = Split(form.Fields).FindIndex(p => p.Count > 0 && !KeepsFromSubmitting(p[0])) is >= 0 and var at ? at + 1 : null,
    };

    private static bool KeepsFromSubmitting(CellField input) => input.Problems.Any(p => p.ClassOf() != FindingClass.Note);

    private static Paged<CellField> PageOf(List<List<CellField>> pages, PageAsked asked)
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
