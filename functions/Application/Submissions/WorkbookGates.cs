namespace KawasakiServerless.Application.Submissions;

/// <summary>
/// Limits the memory of a process: how many workbooks it holds and how many it reads at the same time. A slow upload occupies only a place
/// of the first kind.
/// </summary>
public sealed class WorkbookGates(TimeProvider time) : IDisposable
{
    private const int MostWaiting = 20;

    /// <summary>How long a request may wait in one queue.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Uploads, from the first byte of the body to the response: each holds 20 MiB or more while it arrives.</summary>
    public Gate Uploads { get; } = new(new(Places: 6, MostWaiting, Patience), time);

    /// <summary>Reading and marking, in uploads, resumed submissions and reports.</summary>
    public Gate Readings { get; } = new(new(Places: 2, MostWaiting, Patience), time);

    public void Dispose()
    {
        Uploads.Dispose();
        Readings.Dispose();
    }
}
