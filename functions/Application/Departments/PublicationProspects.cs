using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Departments;

/// <summary>When the public site will contain an accepted submission that it does not contain yet (公開の見込み).</summary>
public enum PublicationProspect
{
    /// <summary>Once the coordinator has released the year.</summary>
    AfterRelease,

    /// <summary>Once the coordinator has lifted the hold, which blocks new publications after a restore.</summary>
    AfterHold,

    /// <summary>With the next publication.</summary>
    NextPublication,
}

/// <summary>Determines when the accepted submissions of a year will be published.</summary>
public sealed class PublicationProspects(HoldStore holds)
{
    public async Task<PublicationProspect> OfAsync(ReportingYear year, CancellationToken cancellation)
    {
        if (!year.IsReleased)
            return PublicationProspect.AfterRelease;
        return await holds.FindAsync(cancellation) is null ? PublicationProspect.NextPublication : PublicationProspect.AfterHold;
    }
}
