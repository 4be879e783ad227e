using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Submissions;

/// <summary>An attempt to finish a submission.</summary>
/// <param name="Before">The earlier report that the submission is checked against.</param>
/// <param name="IsFirst">Whether no earlier attempt has written records of the submission.</param>
internal sealed record Attempt(ReportingYear Year, ReadOnlyMemory<byte> Workbook, EarlierReport Before, bool IsFirst)
{
    /// <summary>The place in the reading gate; null to wait for one.</summary>
    public Place? Place { get; init; }

    public Attempt Again() => this with { IsFirst = false, Place = null };
}
