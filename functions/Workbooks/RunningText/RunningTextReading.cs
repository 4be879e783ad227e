using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>What the text of one item of a report cell says.</summary>
/// <param name="Item">As written: without the figures when they follow it, with them when they are part of it, whole when none were
/// read.</param>
/// <param name="Remarks">What a person should look at; all that is in no series and not in the item is here.</param>
internal sealed record RunningTextReading(string Item, EquatableList<RunningSeries> Series, EquatableList<Remark> Remarks);

/// <summary>A series as printed; see <see cref="Indicator"/> for its parts.</summary>
internal sealed record RunningSeries(
    string Name, string? Group, string? Unit, bool IsCumulative, EquatableList<Figure> Figures, EquatableList<string> Notes);

/// <summary>Something in the figures that was not read, or not without doubt, with its text as printed.</summary>
internal sealed record Remark(RemarkKind Kind, string Text);

internal enum RemarkKind
{
    /// <summary>In no series; kept as this text, or as part of the item.</summary>
    NotUnderstood,

    /// <summary>Digits with spaces between them were read as one number: 5 6 社.</summary>
    SplitDigits,

    /// <summary>Kept as words: 約1,000部, 30人以上, 延べ5回.</summary>
    Approximate,

    /// <summary>Kept as words: 3〜5回.</summary>
    Range,

    /// <summary>Kept as words although there are digits in front, or several numbers without names: 3回実施, 75万部, 6 347.</summary>
    NotANumber,

    /// <summary>Read as a number with a unit that is not known.</summary>
    UnknownUnit,

    /// <summary>The years differ in whether they have a unit, or in how it is written; the series has that of the first.</summary>
    UnitsDiffer,

    /// <summary>A note of one year with digits in it; a series keeps its notes without the year.</summary>
    NoteWithDigits,

    /// <summary>A year with nothing after it.</summary>
    EmptyYear,
}
