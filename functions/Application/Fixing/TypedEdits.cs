using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks;

namespace KawasakiServerless.Application.Fixing;

/// <summary>What a clerk entered for one cell.</summary>
/// <param name="Text">In its field.</param>
/// <param name="Choice">The key of the quick choice that is chosen; empty for what stands in the field.</param>
public sealed record TypedCell(string Text, string Choice);

/// <summary>The edits that a form asks for (入力された修正): a field that still holds what stands in the cell asks for none.</summary>
/// <param name="Refused">By the key of the cell.</param>
public sealed record TypedEdits(
    IReadOnlyList<CellEdit> Edits, IReadOnlyList<CellChange> Changes, IReadOnlyDictionary<string, EditRefusal> Refused)
{
    private static readonly EditRefusal ChoiceGone = new(
        "choice-gone", "選んだ候補は、ほかの提出があったため今はありません。", "もう一度選ぶか、入力欄に書いてください。");

    /// <param name="inputs">Of the check.</param>
    /// <param name="typed">By the key of the cell.</param>
    public static TypedEdits Of(IReadOnlyList<CellInput> inputs, IReadOnlyDictionary<string, TypedCell> typed)
    {
        var cells = inputs.Select(i => (Input: i, Key: KeyOf(i))).Where(c => typed.ContainsKey(c.Key))
            .Select(c => (c.Input, c.Key, Typed: typed[c.Key], Value: ValueOf(c.Input, typed[c.Key]))).ToList();
        var changed = cells.Where(c => c.Value is not null).ToList();
        return new(
            [.. changed.Select(c => new CellEdit(c.Input.Sheet, c.Input.Cell, c.Value!))],
            [.. changed.Select(c => new CellChange(new(c.Input.Sheet, c.Input.Cell), c.Input.Label, c.Input.Standing, c.Value!.Text))],
            cells.Where(c => c.Value is null && c.Typed.Choice.Length > 0).ToDictionary(c => c.Key, _ => ChoiceGone, StringComparer.Ordinal));
    }

    /// <summary>Names a quick choice in a form.</summary>
    public static string KeyOf(QuickChoice choice) => CellName.KeyOf(choice.Value.Text);

    /// <summary>Names an input in a form.</summary>
    public static string KeyOf(CellInput input) => new CellName(input.Sheet, input.Cell).Key;

    private static CellValue? ValueOf(CellInput input, TypedCell typed)
    {
        if (typed.Choice.Length > 0)
            return input.QuickChoices.FirstOrDefault(c => KeyOf(c) == typed.Choice)?.Value;
        return Shown(typed.Text) == Shown(input.Standing) ? null : input.ValueOf(typed.Text);
    }

    // What a browser makes of a text that it shows and sends back.
    private static string Shown(string text) => string.Concat(text.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))).Trim();
}
