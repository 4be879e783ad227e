namespace KawasakiServerless.Domain;

/// <summary>The outcome of an attempt to publish.</summary>
public abstract record PublicationEnd
{
    private PublicationEnd()
    {
    }

    /// <summary>The publication ended; its row contains the final state.</summary>
    public sealed record Reached(Publication Row) : PublicationEnd;

    /// <summary>A restore did not run, because its hold is no longer in force; the row contains the final state.</summary>
    public sealed record Cancelled(Publication Row) : PublicationEnd;

    /// <summary>A temporary problem, such as an outage of storage, prevented the publication; it may be retried.</summary>
    public sealed record Delayed(string Reason) : PublicationEnd;

    /// <summary>The site must not go live as it is, and a retry would have the same result.</summary>
    public sealed record Refused(string Reason) : PublicationEnd;
}
