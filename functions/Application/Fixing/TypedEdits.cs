using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Repairing;

namespace KawasakiServerless.Application.Fixing;

/// <summary>The clerk's input for one cell.</summary>
/// <param name="Text">The text of the input field.</param>
/// <param name="Choice">The key of the selected quick choice; empty when the text of the field applies.</param>
public sealed record TypedCell(string Text, string Choice);

/// <summary>The edits that a form requests (入力された修正). A field that still holds the current text of its cell requests no edit.</summary>
/// <param name="Refused">By key of the cell.</param>
internal sealed record TypedEdits(
    IReadOnlyList<CellEdit> Edits, IReadOnlyList<CellChange> Changes, IReadOnlyDictionary<string, CellRefusal> Refused)
{
    private static readonly CellRefusal ChoiceGone = new(
        "choice-gone", "選んだ候補は、ほかの提出があったため今はありません。", "もう一度選ぶか、入力欄に書いてください。");

    private static readonly CellRefusal ChoiceAndText = new(
        "choice-and-text", "候補を選んだうえに、入力欄も書き換えられています。", "候補にするか、「下の欄の内容にする」を選ぶか、どちらか一つにしてください。");

    /// <param name="inputs">The inputs of the check.</param>
    /// <param name="typed">By key of the cell.</param>
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

    /// <summary>Identifies a quick choice in a form.</summary>
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

    // Browsers normalize line breaks and drop control characters when they display a text and submit it again, so both texts are normalized
    // alike.
    private static string Shown(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))).Trim();
}
