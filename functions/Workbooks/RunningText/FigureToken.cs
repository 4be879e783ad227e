using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

internal enum TokenKind
{
    /// <summary>A fiscal year with its colon: H28：, 平成28年度：, H28年 :.</summary>
    Year,

    Number,

    /// <summary>Digits that do not form a valid number: 1,00.</summary>
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

    /// <summary>The boundary between parts of the figures with different names.</summary>
    Boundary,
}

/// <summary>A piece of folded text.</summary>
internal readonly record struct FigureToken(TokenKind Kind, int Start, int End)
{
    public FiscalYear? Year { get; init; }

    public decimal Number { get; init; }

    /// <summary>Whether it consists of single digits separated by spaces: 5 6.</summary>
    public bool IsSplit { get; init; }

    public bool IsNumeric => Kind is TokenKind.Number or TokenKind.Odd or TokenKind.Sign;

    public bool IsBlank => Kind is TokenKind.Space or TokenKind.Break;

    public bool IsSeparator => IsBlank || Kind is TokenKind.Comma or TokenKind.Dot or TokenKind.Boundary;
}
