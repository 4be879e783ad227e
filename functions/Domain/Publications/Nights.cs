namespace KawasakiServerless.Domain;

/// <summary>When the nightly run was, and when it is missing, from the history of publications.</summary>
public static class Nights
{
    /// <summary>A day, and two hours for a late start and the run itself.</summary>
    public static readonly TimeSpan Overdue = TimeSpan.FromHours(26);

    /// <summary>When the last nightly run ended well; null when there was none.</summary>
    public static DateTimeOffset? LastRun(IEnumerable<Publication> history) =>
        history.Where(p => p.Trigger == Triggers.Nightly && EndedWell(p.State)).Max(p => p.FinishedAt);

    /// <summary>Whether a nightly run should have come since. While there was none at all, nobody knows since when one is due.</summary>
    public static bool IsOverdue(IEnumerable<Publication> history, DateTimeOffset now) =>
        LastRun(history) is { } last && now - last > Overdue;

    /// <summary>
    /// How long no nightly run has ended well: since the last one, or since the first publication was asked for while there was none.
    /// </summary>
    public static TimeSpan Since(IReadOnlyCollection<Publication> history, DateTimeOffset now) =>
        now - (LastRun(history) ?? history.Min(p => (DateTimeOffset?)p.RequestedAt) ?? now);

    private static bool EndedWell(PublicationState state) =>
        state is PublicationState.Live or PublicationState.Unchanged or PublicationState.Held;
}
