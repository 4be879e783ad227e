namespace KawasakiServerless.Domain;

/// <summary>Derives from the history of publications when the last nightly run was and whether one is missing.</summary>
public static class Nights
{
    /// <summary>One day, plus two hours for a late start and the run itself.</summary>
    public static readonly TimeSpan Overdue = TimeSpan.FromHours(26);

    /// <summary>When the last successful nightly run ended; null if there was none.</summary>
    public static DateTimeOffset? LastRun(IEnumerable<Publication> history) =>
        history.Where(p => p.Trigger == Triggers.Nightly && EndedWell(p.State)).Max(p => p.FinishedAt);

    /// <summary>Whether a nightly run is overdue. False if there has been none yet, because the due time is then unknown.</summary>
    public static bool IsOverdue(IEnumerable<Publication> history, DateTimeOffset now) =>
        LastRun(history) is { } last && now - last > Overdue;

    /// <summary>
    /// Returns the time since the last successful nightly run; if there was none, since the first publication was requested.
    /// </summary>
    public static TimeSpan Since(IReadOnlyCollection<Publication> history, DateTimeOffset now) =>
        now - (LastRun(history) ?? history.Min(p => (DateTimeOffset?)p.RequestedAt) ?? now);

    private static bool EndedWell(PublicationState state) =>
        state is PublicationState.Live or PublicationState.Unchanged or PublicationState.Held;
}
