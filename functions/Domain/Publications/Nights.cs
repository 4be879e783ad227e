namespace KawasakiServerless.Domain;

/// <summary>Determines from the rows of all publications when the nightly publication last succeeded and whether it is overdue.</summary>
public static class Nights
{
    /// <summary>
    /// The nightly publication is overdue if more than this time has passed since the last successful one or, before the first one, since
    /// the first publication: one day, plus two hours for a late start and for the publication itself.
    /// </summary>
    public static readonly TimeSpan Overdue = TimeSpan.FromHours(26);

    /// <summary>
    /// Returns the end time of the last nightly publication that did not fail, even if it published nothing. Null if there was none.
    /// </summary>
    public static DateTimeOffset? LastRun(IEnumerable<Publication> history) =>
        history.Where(p => p.Trigger == Triggers.Nightly && EndedWell(p.State)).Max(p => p.FinishedAt);

    /// <summary>Whether the nightly publication is overdue. False if there has been no publication yet.</summary>
    public static bool IsOverdue(IReadOnlyCollection<Publication> history, DateTimeOffset now) => Since(history, now) > Overdue;

    /// <summary>
    /// Returns the time since the last successful nightly publication ended; if there was none, the time since the first publication was
    /// requested; zero if there has been no publication.
    /// </summary>
    public static TimeSpan Since(IReadOnlyCollection<Publication> history, DateTimeOffset now) =>
        now - (LastRun(history) ?? history.Min(p => (DateTimeOffset?)p.RequestedAt) ?? now);

    private static bool EndedWell(PublicationState state) =>
        state is PublicationState.Live or PublicationState.Unchanged or PublicationState.Held;
}
