using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>The content of one item of a report cell.</summary>
/// <param name="Item">The item as written: without figures that follow it, with figures that are part of it, and unchanged when no figures
/// were read.</param>
/// <param name="Remarks">Remarks for a person to review; they contain all text that is neither in a series nor in the item.</param>
internal sealed record RunningTextReading(string Item, EquatableList<RunningSeries> Series, EquatableList<Remark> Remarks);

/// <summary>A series as printed; see <see cref="Indicator"/> for its properties.</summary>
internal sealed record RunningSeries(
    string Name, string? Group, string? Unit, bool IsCumulative, EquatableList<Figure> Figures, EquatableList<string> Notes);

/// <summary>A part of the figures that was not read, or only with doubt, with its printed text.</summary>
internal sealed record Remark(RemarkKind Kind, string Text);

internal enum RemarkKind
{
    /// <summary>Not part of any series; kept as the remark's text or as part of the item.</summary>
    NotUnderstood,

    /// <summary>Digits with spaces between them were read as one number: 5 6 社.</summary>
    SplitDigits,

    /// <summary>Kept as text: 約1,000部, 30人以上, 延べ5回.</summary>
    Approximate,

    /// <summary>Kept as text: 3〜5回.</summary>
    Range,

    /// <summary>Kept as text although it begins with digits or contains several numbers without names: 3回実施, 75万部, 6 347.</summary>
    NotANumber,

    /// <summary>Read as a number with an unknown unit.</summary>
    UnknownUnit,

    /// <summary>Some years lack the unit or write it differently; the series uses the first one.</summary>
    UnitsDiffer,

    /// <summary>A note of one year that contains digits; a series keeps its notes without the year.</summary>
    NoteWithDigits,

    /// <summary>A year without a value.</summary>
    EmptyYear,
}
