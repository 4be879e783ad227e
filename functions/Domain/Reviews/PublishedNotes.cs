namespace KawasakiServerless.Domain;

/// <summary>A reason that a user gave for a confirmation, published as a note of an indicator (公開する注記).</summary>
/// <param name="Of">The confirmed finding.</param>
/// <param name="Indicator">The id (管理番号) of the indicator.</param>
/// <param name="Text">The reason of the confirmation, with line breaks replaced by spaces.</param>
public sealed record PublishedNote(Problem Of, string Indicator, string Text);

/// <summary>
/// Converts the reasons that were given when findings were confirmed to notes of the indicators (公開する注記), as pure functions. A note becomes
/// part of the submission's records, so comparison, preview, publication and purge treat it like content of the workbook.
/// </summary>
public static class PublishedNotes
{
    /// <summary>
    /// Whether the reason of a finding may be published: the finding asks for confirmation and concerns the figures of a single indicator.
    /// </summary>
    public static bool MayHaveNote(this Problem problem) =>
        problem.AsksForConfirmation && problem.Records is { } record && record.Split('-') is [_, _, _]
            && !record.Contains(' ', StringComparison.Ordinal);

    /// <summary>
    /// Returns one note for each finding whose confirmation has a reason that is to be published, in the order of the problems.
    /// </summary>
    /// <param name="problems">The problems, with <see cref="Problem.Records"/> already set.</param>
    /// <param name="confirmations">The confirmations of the department.</param>
    public static EquatableList<PublishedNote> NotesFrom(this IEnumerable<Problem> problems, IEnumerable<Confirmation> confirmations)
    {
        var first = confirmations.DistinctBy(c => c.Key).ToDictionary(c => c.Key);
        return [.. problems.Where(MayHaveNote).Select(p => NoteOf(p, first.GetValueOrDefault(ConfirmationKey.Of(p))))
            .OfType<PublishedNote>()];
    }

    /// <summary>Whether a reason that may be published was given, or withdrawn from publication, after a submission.</summary>
    /// <param name="problems">The problems, with <see cref="Problem.Records"/> already set.</param>
    /// <param name="confirmations">The confirmations of the department.</param>
    /// <param name="submitted">When the submission was made.</param>
    public static bool HaveReasonsSince(
        this IEnumerable<Problem> problems, IReadOnlyCollection<Confirmation> confirmations, DateTimeOffset submitted) =>
        problems.Where(MayHaveNote).Any(p => confirmations.Of(p) is { Reason: not null } confirmed && confirmed.When > submitted);

    /// <summary>
    /// Adds the notes to the indicators. A note is skipped if the indicator already has it or if it would exceed the indicator's limits.
    /// </summary>
    public static DepartmentRecords WithNotes(this DepartmentRecords records, IReadOnlyCollection<PublishedNote> notes)
    {
        if (notes.Count == 0)
            return records;
        var byIndicator = notes.ToLookup(n => n.Indicator, StringComparer.Ordinal);
        return records with { Indicators = [.. records.Indicators.Select(i => byIndicator[i.Id].Aggregate(i, WithNote))] };
    }

    private static PublishedNote? NoteOf(Problem problem, Confirmation? confirmation) =>
        confirmation is { ReasonUse: ReasonUse.Published, Reason: { } reason }
        ? new(problem, problem.Records!, reason.ReplaceLineEndings(" "))
        : null;

    private static Indicator WithNote(Indicator indicator, PublishedNote note)
    {
        var text = YearOf(note.Of, indicator) is { } year ? $"{year.EraLabel}：{note.Text}" : note.Text;
        var after = indicator with { Notes = [.. indicator.Notes, text] };
        return indicator.Notes.Contains(text) || RecordLimits.ExcessesOf(after).Count > 0 ? indicator : after;
    }

    // Returns the latest fiscal year whose figure is in one of the finding's cells; null if there is none. If a finding compares the
    // figures of two years, the note is about the later year.
    private static FiscalYear? YearOf(Problem problem, Indicator indicator)
    {
        var areas = (problem.Cell ?? "").Split(',', StringSplitOptions.TrimEntries)
            .Select(c => CellArea.TryParse(c, out var area) ? area : default).ToList();
        return indicator.Source.Values
            .Where(v => areas.Exists(a => a.Holds(v.Area)))
            .Select(v => FiscalYear.TryParse(v.Key, out var year) ? year : null)
            .OfType<FiscalYear>()
            .MaxBy(y => y.Year);
    }
}
