namespace KawasakiServerless.Domain;

/// <summary>
/// The value of a record's field at one point in time: a number, a text, not reported (未報告), not applicable (対象外), or absent.
/// </summary>
/// <param name="Number">Set only when <see cref="State"/> is <see cref="FieldState.Number"/>.</param>
/// <param name="Text">Set only when <see cref="State"/> is <see cref="FieldState.Words"/>.</param>
/// <param name="Unit">The unit of the number, such as 回 or か所; null if the department gave none.</param>
public sealed record FieldValue(FieldState State, decimal? Number = null, string? Text = null, string? Unit = null)
{
    public static FieldValue Absent { get; } = new(FieldState.Absent);

    public static FieldValue Of(decimal number, string? unit = null) => new(FieldState.Number, number, null, unit);

    /// <summary>Returns a text value, or <see cref="Absent"/> for null or an empty text.</summary>
    public static FieldValue Of(string? text) => string.IsNullOrEmpty(text) ? Absent : new(FieldState.Words, null, text);

    public static FieldValue Of(Figure figure, string? unit) => figure.Status switch
    {
        FigureStatus.Reported => Of(figure.Value.GetValueOrDefault(), unit),
        FigureStatus.Text => Of(figure.Text),
        FigureStatus.NotApplicable => new(FieldState.NotApplicable),
        _ => new(FieldState.NotReported),
    };
}

public enum FieldState
{
    /// <summary>掲載なし: the text of the field is empty, the record has no such field, or the report does not contain the record.</summary>
    Absent,

    /// <summary>A number, including zero.</summary>
    Number,
    Words,

    /// <summary>Japanese term: 未報告.</summary>
    NotReported,

    /// <summary>Japanese term: 対象外.</summary>
    NotApplicable,
}
