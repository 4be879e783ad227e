using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Repairing;

namespace KawasakiServerless.Application.Fixing;

/// <summary>What the clerk entered for one cell.</summary>
/// <param name="Text">The text in the input field.</param>
/// <param name="Choice">The key of the selected <see cref="QuickChoice"/>; empty if the clerk typed a text instead.</param>
public sealed record TypedCell(string Text, string Choice);

/// <summary>
/// The edits that a form requests (入力された修正). A field requests no edit if it still contains the present text of its cell and the clerk
/// selected no <see cref="QuickChoice"/>.
/// </summary>
/// <param name="Refused">The reasons for refused values, by key of the cell.</param>
internal sealed record TypedEdits(
    IReadOnlyList<CellEdit> Edits, IReadOnlyList<CellChange> Changes, IReadOnlyDictionary<string, CellRefusal> Refused)
{
    private static readonly CellRefusal ChoiceGone = new(
        "choice-gone", "選んだ候補は、ほかの提出があったため今はありません。", "もう一度選ぶか、入力欄に書いてください。");

    private static readonly CellRefusal ChoiceAndText = new(
        "choice-and-text", "候補を選んだうえに、入力欄も書き換えられています。", "候補にするか、「下の欄の内容にする」を選ぶか、どちらか一つにしてください。");

    /// <param name="inputs">The cells that have an input field.</param>
    /// <param name="typed">The entered values, by key of the cell.</param>
    public static TypedEdits Of(IReadOnlyList<CellInput> inputs, IReadOnlyDictionary<string, TypedCell> typed)
    {
        var cells = inputs.Select(i => (Input: i, NameOf(i).Key)).Where(c => typed.ContainsKey(c.Key))
            .Select(c => (c.Input, c.Key, Value: ValueOf(c.Input, typed[c.Key]), Refusal: RefusalOf(c.Input, typed[c.Key]))).ToList();
        var changed = cells.Where(c => c.Value is not null).ToList();
        return new(
            [.. changed.Select(c => new CellEdit(c.Input.Sheet, c.Input.Cell, c.Value!))],
            [.. changed.Select(c => new CellChange(NameOf(c.Input), c.Input.Label, c.Input.Standing, c.Value!.Text))],
            cells.Where(c => c.Refusal is not null).ToDictionary(c => c.Key, c => c.Refusal!, StringComparer.Ordinal));
    }

    /// <summary>Returns the key that identifies a <see cref="QuickChoice"/> in a form.</summary>
    public static string KeyOf(QuickChoice choice) => CellName.KeyOf(choice.Value.Text);

    public static CellName NameOf(CellInput input) => new(input.Sheet, input.Cell);

    private static CellValue? ValueOf(CellInput input, TypedCell typed) =>
        typed.Choice.Length > 0 ? ChosenIn(input, typed) : IsChanged(input, typed) ? input.ValueOf(typed.Text) : null;

    private static CellRefusal? RefusalOf(CellInput input, TypedCell typed) => ChosenIn(input, typed) switch
    {
        _ when typed.Choice.Length == 0 => null,
        null => ChoiceGone,
        var chosen => IsChanged(input, typed) && Shown(typed.Text) != Shown(chosen.Text) ? ChoiceAndText : null,
    };

    private static CellValue? ChosenIn(CellInput input, TypedCell typed) =>
        input.QuickChoices.FirstOrDefault(c => KeyOf(c) == typed.Choice)?.Value;

    private static bool IsChanged(CellInput input, TypedCell typed) => Shown(typed.Text) != Shown(input.Standing);

    // When a browser displays a text and submits it again, it normalizes line breaks and drops control characters. The text of the cell and
    // the submitted text are therefore normalized in the same way before they are compared, so that an untouched field counts as unchanged.
    private static string Shown(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))).Trim();
}
