using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Repairing;

namespace KawasakiServerless.Application.Fixing;

/// <summary>What a clerk entered for one cell.</summary>
/// <param name="Text">In its field.</param>
/// <param name="Choice">The key of the quick choice that is chosen; empty for what stands in the field.</param>
public sealed record TypedCell(string Text, string Choice);

/// <summary>The edits that a form asks for (入力された修正): a field that still holds what stands in the cell asks for none.</summary>
/// <param name="Refused">By the key of the cell.</param>
internal sealed record TypedEdits(
    IReadOnlyList<CellEdit> Edits, IReadOnlyList<CellChange> Changes, IReadOnlyDictionary<string, CellRefusal> Refused)
{
    private static readonly CellRefusal ChoiceGone = new(
        "choice-gone", "選んだ候補は、ほかの提出があったため今はありません。", "もう一度選ぶか、入力欄に書いてください。");

    private static readonly CellRefusal ChoiceAndText = new(
        "choice-and-text", "候補を選んだうえに、入力欄も書き換えられています。", "候補にするか、「下の欄の内容にする」を選ぶか、どちらか一つにしてください。");

    /// <param name="inputs">Of the check.</param>
    /// <param name="typed">By the key of the cell.</param>
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

    /// <summary>Names a quick choice in a form.</summary>
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

    // What a browser makes of a text that it shows and sends back.
    private static string Shown(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))).Trim();
}
