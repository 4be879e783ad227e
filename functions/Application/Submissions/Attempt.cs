using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Submissions;

/// <summary>One attempt to finish a submission.</summary>
/// <param name="Before">The earlier report with which the submission is compared.</param>
/// <param name="IsFirst">Whether no earlier attempt has written records of this submission.</param>
internal sealed record Attempt(ReportingYear Year, ReadOnlyMemory<byte> Workbook, EarlierReport Before, bool IsFirst)
{
    /// <summary>The caller's slot in the gate that limits concurrent reading; null to wait for one.</summary>
    public Place? Place { get; init; }

    public Attempt Again() => this with { IsFirst = false, Place = null };
}
