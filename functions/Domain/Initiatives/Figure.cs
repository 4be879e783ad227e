namespace KawasakiServerless.Domain;

/// <summary>The value of an indicator in one fiscal year (数値). Zero, not reported and not applicable are three distinct states.</summary>
public sealed record Figure
{
    private Figure(FiscalYear year, FigureStatus status, decimal? value, string? text) =>
        (Year, Status, Value, Text) = (year, status, value, text);

    public FiscalYear Year { get; }

    public FigureStatus Status { get; }

    /// <summary>The number; null unless <see cref="Status"/> is <see cref="FigureStatus.Reported"/>.</summary>
    public decimal? Value { get; }

    /// <summary>The text in place of a number, such as 実施; null unless <see cref="Status"/> is <see cref="FigureStatus.Text"/>.</summary>
    public string? Text { get; }

    public static Figure Reported(FiscalYear year, decimal value) => new(year, FigureStatus.Reported, WithoutTrailingZeros(value), null);

    public static Figure InWords(FiscalYear year, string text) => new(year, FigureStatus.Text, null, text);

    public static Figure NotReported(FiscalYear year) => new(year, FigureStatus.NotReported, null, null);

    public static Figure NotApplicable(FiscalYear year) => new(year, FigureStatus.NotApplicable, null, null);

    // 54.0 (typed) and 54 (calculated) are the same number and must be published identically.
    private static decimal WithoutTrailingZeros(decimal value) => value.Scale == 0 ? value : value / 1.0000000000000000000000000000m;
}

public enum FigureStatus
{
    /// <summary>The department reported a number, which may be zero.</summary>
    Reported,

    /// <summary>The department reported a text instead of a number.</summary>
    Text,

    /// <summary>未報告: the cell is blank.</summary>
    NotReported,

    /// <summary>対象外: the department stated that the indicator does not apply to the year.</summary>
    NotApplicable,
}
