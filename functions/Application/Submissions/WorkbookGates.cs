namespace KawasakiServerless.Application.Submissions;

/// <summary>
/// What bounds the memory of a process: how many workbooks it holds and how many it reads at once. A slow sender takes a place of the
/// first kind only.
/// </summary>
public sealed class WorkbookGates(TimeProvider time) : IDisposable
{
    private const int MostWaiting = 20;

    /// <summary>How long somebody may wait in one line.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Uploads, from the first byte of the body to the answer: each holds up to 20 MiB and more while it arrives.</summary>
    public Gate Uploads { get; } = new(new(Places: 6, MostWaiting, Patience), time);

    /// <summary>Reading and marking, in uploads, resumed submissions and reports.</summary>
    public Gate Readings { get; } = new(new(Places: 2, MostWaiting, Patience), time);

    public void Dispose()
    {
        Uploads.Dispose();
        Readings.Dispose();
    }
}
