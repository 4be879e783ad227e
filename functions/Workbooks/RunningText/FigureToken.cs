using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

internal enum TokenKind
{
    /// <summary>A fiscal year with its colon: H28：, 平成28年度：, H28年 :.</summary>
    Year,

    Number,

    /// <summary>Digits that make no number: 1,00.</summary>
    Odd,

    /// <summary>▲, △ or a minus before digits.</summary>
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

    /// <summary>①, ⑴.</summary>
    Circled,

    Colon,
    Stop,

    /// <summary>Where one part of the figures ends and another, with a name of its own, begins.</summary>
    Boundary,
}

/// <summary>A piece of folded text.</summary>
internal readonly record struct FigureToken(TokenKind Kind, int Start, int End)
{
    public FiscalYear? Year { get; init; }

    public decimal Number { get; init; }

    /// <summary>Single digits with spaces between them, 5 6.</summary>
    public bool IsSplit { get; init; }

    public bool IsNumeric => Kind is TokenKind.Number or TokenKind.Odd or TokenKind.Sign;

    public bool IsBlank => Kind is TokenKind.Space or TokenKind.Break;

    public bool IsSeparator => IsBlank || Kind is TokenKind.Comma or TokenKind.Dot or TokenKind.Boundary;
}
