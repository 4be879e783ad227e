using System.Globalization;
using KawasakiServerless.Application.Fixing;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Staff.Checks;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Fixes;

/// <summary>Which page of a form is wanted: by its number, or by the key of a cell on it.</summary>
public sealed record PageAsked(string? Number, string? Key);

/// <summary>Why a form that was sent is shown again.</summary>
/// <param name="Sent">What was entered.</param>
/// <param name="Refused">Null when nothing was to be changed.</param>
public sealed record FixAnswer(FixFields Sent, FixOutcome.Refused? Refused);

/// <summary>One page of the form in which cells are mended.</summary>
/// <param name="Shown">The check.</param>
/// <param name="Form">All of it.</param>
/// <param name="Page">The inputs of this page.</param>
public sealed record FixView(CheckView Shown, FixForm Form, Paged<CellField> Page)
{
    // A form is small enough to be sent, and read through, even when its cells hold long texts.
    private const int MostInputs = 20, MostCharacters = 20_000;

    /// <summary>How many cells, on all pages, keep the report from being submitted.</summary>
    public int Wanted => Form.Fields.Count(KeepsFromSubmitting);

    /// <summary>The first page of the cells with nothing but remarks (参考), which may stay as they are; null for none.</summary>
    public int? RemarksFrom { get; private init; }

    /// <summary>The key of the first cell with nothing but remarks, where such cells follow others on this page; null for none.</summary>
    public string? FirstRemark => IsOfRemarks ? null : Page.Items.FirstOrDefault(i => !KeepsFromSubmitting(i))?.Key;

    /// <summary>Whether this page is one of those.</summary>
    public bool IsOfRemarks => RemarksFrom <= Page.Number;

    /// <summary>Whether cells of the kind that this page shows stand on other pages too.</summary>
    public bool HasMoreOfItsKind => IsOfRemarks ? Page.Count > RemarksFrom : (RemarksFrom ?? Page.Count + 1) > 2;

    /// <summary>Null when it is shown for the first time.</summary>
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
