using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Submissions;

/// <summary>An attempt to take a submission to its end.</summary>
/// <param name="Before">What it is checked against.</param>
/// <param name="IsFirst">Nobody has written records of it before.</param>
internal sealed record Attempt(ReportingYear Year, ReadOnlyMemory<byte> Workbook, EarlierReport Before, bool IsFirst)
{
    /// <summary>Where it is read; null to wait for one.</summary>
    public Place? Place { get; init; }

    public Attempt Again() => this with { IsFirst = false, Place = null };
}
