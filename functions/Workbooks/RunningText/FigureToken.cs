using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

internal enum TokenKind
{
    /// <summary>A fiscal year including its colon, such as H28：, 平成28年度： or H28年 :.</summary>
    Year,

    Number,

    /// <summary>Digits that are not a valid number, such as 1,00.</summary>
    Odd,

    /// <summary>▲, △ or a minus sign before digits.</summary>
    Sign,

    Word,
    Space,
    Break,
    Open,
    Close,
    Slash,
    Comma,
    Dot,
    Range,

    /// <summary>A number in a circle or in brackets that is a single character, such as ① or ⑴.</summary>
    Circled,

    Colon,
    Stop,

    /// <summary>
    /// The boundary between the figures of two indicators in one text, as between 講座 H29：3回 and 受講者 H29：40人. The tokenizer does not
    /// create it; <see cref="SectionSplitter"/> gives this kind to the slash or the closing bracket between the figures.
    /// </summary>
    Boundary,
}

/// <summary>A token of a normalized text: its kind and its position in the text.</summary>
internal readonly record struct FigureToken(TokenKind Kind, int Start, int End)
{
    public FiscalYear? Year { get; init; }

    public decimal Number { get; init; }

    /// <summary>Whether the number was typed as single digits separated by spaces, such as 5 6 for 56.</summary>
    public bool IsSplit { get; init; }

    public bool IsNumeric => Kind is TokenKind.Number or TokenKind.Odd or TokenKind.Sign;

    public bool IsBlank => Kind is TokenKind.Space or TokenKind.Break;

    public bool IsSeparator => IsBlank || Kind is TokenKind.Comma or TokenKind.Dot or TokenKind.Boundary;
}
