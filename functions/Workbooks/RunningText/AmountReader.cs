namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>
/// Reads the numbers that a text gives for one year, such as 6回 347名, 肺がん 45.5%、大腸がん 43.3%, 462クラブ(24,470人), 833回(退院支援調整会議).
/// </summary>
internal sealed class AmountReader
{
    private readonly FigureTokens tokens;
    private readonly int to;
    private readonly UnitReader units;
    private readonly List<FigureAmount> amounts = [];
    private readonly List<string> notes = [];
    private readonly List<string> unknown = [];
    private int at;
    private FigureDoubtKind? doubt;

    private AmountReader(FigureTokens tokens, int from, int to, UnitReader units) =>
        (this.tokens, at, this.to, this.units) = (tokens, from, to, units);

    public static FigureAmounts Read(FigureTokens tokens, int from, int to, UnitReader units)
    {
        var reader = new AmountReader(tokens, from, to, units);
        reader.ReadAll();
        return new(reader.amounts, reader.notes, reader.unknown, reader.at, reader.doubt);
    }

    private void ReadAll()
    {
        while (doubt is null)
        {
            var start = at;
            at = tokens.Skip(at, to, t => t.IsSeparator);
            if (at < to && doubt is null && ReadAmount())
                continue;
            at = at == to ? to : start;
            break;
        }

        var labelled = amounts.Count(a => a.Label is not null);
        if (labelled > 0 && (labelled < amounts.Count || amounts.DistinctBy(a => a.Label).Count() < labelled))
            doubt ??= FigureDoubtKind.NotANumber;
    }

    /// <summary>
    /// Reads one number with its label, unit and brackets. Returns false when none begins at the current token. When the text cannot be
    /// read as a number, also returns true, but sets the doubt, after which the caller stops reading.
    /// </summary>
    private bool ReadAmount()
    {
        var number = Number(at);
        var label = LabelEnd(number);
        if (label == to)
            return false;
        if (label > number)
            return ReadLabelled(tokens.Printed(number, label), tokens.Folded(number, label), label);
        // A circled number before a number (①3回) belongs to the figure, so the figure is not a plain number.
        return number > at ? Refuse(FigureDoubtKind.NotANumber) : ReadNumber(null);
    }

    private int Number(int from) =>
        tokens[from].Kind == TokenKind.Circled ? tokens.Skip(from + 1, to, t => t.Kind == TokenKind.Space) : from;

    /// <summary>Returns the end of the words before a number, or <c>to</c> when no number follows the words.</summary>
    private int LabelEnd(int from)
    {
        var end = tokens.Skip(from, to, t => t.Kind is TokenKind.Word or TokenKind.Space or TokenKind.Dot);
        return end < to && tokens[end].IsNumeric ? end : to;
    }

    private bool ReadLabelled(string label, string folded, int number)
    {
        // A number after a word that ends with 第 belongs to the text and is not an amount, as in 第4次計画.
        if (folded.EndsWith('第'))
            return false;
        at = number;
        if (FigureUnits.IsQualifier(folded))
            return Refuse(FigureDoubtKind.Approximate);
        // The words before the number are its unit, as in 部 1,000.
        if (FigureUnits.IsUnit(folded))
            return ReadNumber(null, label);
        return FigureNames.MayBeLabel(folded) ? ReadNumber(label) && HasUnitOrSpace(number) : Refuse(FigureDoubtKind.NotANumber);
    }

    // Requires a unit or a space between label and number, because a name may end with a number, such as 東京2020.
    private bool HasUnitOrSpace(int number) =>
        doubt is not null || amounts[^1].Unit is not null || tokens[number - 1].Kind == TokenKind.Space
            || Refuse(FigureDoubtKind.NotANumber);

    private bool ReadNumber(string? label, string? unitInFront = null)
    {
        var negative = tokens[at].Kind == TokenKind.Sign;
        if (negative)
            at = tokens.Skip(at + 1, to, t => t.Kind == TokenKind.Space);
        if (at == to || tokens[at].Kind != TokenKind.Number)
            return Refuse(FigureDoubtKind.NotANumber);
        var number = tokens[at++];
        var unit = units.Read(at, to);
        if (unit.Doubt is { } found)
            return Refuse(found);
        at = unit.End;
        if (unit is { IsKnown: false, Text: { } text })
            unknown.Add(text);
        // In 講座 3 回 the unit is 回, and 講座, which could be a unit as well, is the label.
        var name = unit.Text is null ? label : label ?? unitInFront;
        amounts.Add(new(name, negative ? -number.Number : number.Number, unit.Text ?? unitInFront, number.IsSplit));
        return ReadBrackets() && EndsHere();
    }

    // Brackets after an amount without a label contain either another amount or a note. Brackets after an amount with a label always
    // contain a note.
    private bool ReadBrackets()
    {
        var mayHoldAmount = amounts[^1].Label is null;
        while (tokens.Skip(at, to, t => t.Kind == TokenKind.Space) is var open && open < to && tokens[open].Kind == TokenKind.Open)
        {
            var close = tokens.Partner(open);
            if (close < 0 || close >= to || tokens.IsBlank(open + 1, close))
                return Refuse(FigureDoubtKind.NotANumber);
            if (mayHoldAmount && AmountAlone(open + 1, close) is { } amount)
                amounts.Add(amount);
            else
                notes.Add(tokens.Printed(open + 1, close));
            at = close + 1;
        }

        return true;
    }

    // Returns the amount in brackets that contain exactly one amount and no other brackets; null for any other content, which is then a
    // note.
    private FigureAmount? AmountAlone(int from, int close)
    {
        if (tokens.Skip(from, close, t => t.Kind != TokenKind.Open) < close)
            return null;
        var inner = Read(tokens, from, close, units);
        return inner is { Doubt: null, List: [{ Label: null } amount], Notes: [], UnknownUnits: [] } && inner.Rest == close
            ? amount with { Bracketed = tokens.Printed(from, close) }
            : null;
    }

    private bool EndsHere() =>
        at == to || tokens[at].IsSeparator || tokens[at].Kind is TokenKind.Circled or TokenKind.Stop
        || Refuse(tokens[at].Kind == TokenKind.Range ? FigureDoubtKind.Range : FigureDoubtKind.NotANumber);

    private bool Refuse(FigureDoubtKind why)
    {
        doubt = why;
        return true;
    }
}
