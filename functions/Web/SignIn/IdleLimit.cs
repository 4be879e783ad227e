namespace KawasakiServerless.Web.SignIn;

/// <summary>How long a session lasts without a request. The time of the last request is kept in a cookie.</summary>
public static class IdleLimit
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(60);

    // The minimum time between two renewals of the cookie. Without it, each of the simultaneous requests for a page and its images would
    // set the cookie again. Because of it, a session may expire up to five minutes earlier than an hour after the last request.
    private static readonly TimeSpan RenewedAfter = TimeSpan.FromMinutes(5);

    /// <summary>Whether the session has expired.</summary>
    /// <param name="seen">The time of the last request according to the cookie.</param>
    /// <param name="now">The time of this request.</param>
    internal static bool IsExceeded(DateTimeOffset seen, DateTimeOffset now) => now - seen > Longest;

    /// <summary>Whether the cookie must be written again with the time of this request.</summary>
    /// <param name="seen">The time of the last request according to the cookie.</param>
    /// <param name="now">The time of this request.</param>
    internal static bool MustRenew(DateTimeOffset seen, DateTimeOffset now) => now - seen > RenewedAfter;
}
