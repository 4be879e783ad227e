using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>
/// The result of reading one item, that is, one sentence in which a department reports what it did. It consists of the item's text, the
/// series of yearly figures found in it, and the passages whose figures are in doubt.
/// </summary>
/// <param name="Item">The text of the item as written. Figures after the text are removed if they were read; figures within the text stay
/// in it.</param>
/// <param name="Doubts">The slices of text that a person must review, because they may be figures that were not read or were misread. All
/// text that is neither in a series nor in the item is in one of them.</param>
internal sealed record RunningTextReading(string Item, EquatableList<RunningSeries> Series, EquatableList<FigureDoubt> Doubts);

/// <summary>
/// The figures of one quantity by year, as written; the properties have the same meaning as those of <see cref="Indicator"/>.
/// </summary>
internal sealed record RunningSeries(
    string Name, string? Group, string? Unit, bool IsCumulative, EquatableList<Figure> Figures, EquatableList<string> Notes);

/// <summary>A part of the text that was not read as a figure, or that was read as a figure that a person must check.</summary>
/// <param name="Text">Usually the part as written. If the doubt is about one year of a series, the year's label precedes it, as in 平成28年度
/// 約92部. If the units of a series differ only in spelling, or are missing in some years, it is the name of the series. A text from
/// <see cref="UnmarkedYears"/> is normalized by Fold.</param>
internal sealed record FigureDoubt(FigureDoubtKind Kind, string Text);

internal enum FigureDoubtKind
{
    /// <summary>The text is not part of any series.</summary>
    NotUnderstood,

    /// <summary>Digits with spaces between them were read as one number, such as 5 6 社 as 56.</summary>
    SplitDigits,

    /// <summary>The figure is not exact and was stored as text, such as 約1,000部, 30人以上 or 延べ5回.</summary>
    Approximate,

    /// <summary>The figure is a range and was stored as text, such as 3〜5回.</summary>
    Range,

    /// <summary>
    /// The figure was stored as text, because it is not only a number (3回実施, 75万部) or is several numbers without names (6 347).
    /// </summary>
    NotANumber,

    /// <summary>The number was read, but its unit is not in the list of units.</summary>
    UnknownUnit,

    /// <summary>
    /// The unit is missing in some years or differs between years. The series has the unit that was written first; a figure whose unit has
    /// another meaning was stored as text.
    /// </summary>
    UnitsDiffer,

    /// <summary>
    /// A note on the figure of one year contains digits. Notes are stored for the whole series and not per year, so it would be lost which
    /// year these digits belong to.
    /// </summary>
    NoteWithDigits,

    /// <summary>No value follows the year.</summary>
    EmptyYear,
}
