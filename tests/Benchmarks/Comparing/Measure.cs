namespace KawasakiServerless.Benchmarks;

/// <summary>Our work and the work of a peer that it is compared with; the two run alternately.</summary>
/// <param name="Bar">The maximum of our time divided by the peer's; null for a row that is only informative.</param>
/// <param name="Aim">The desired maximum of the same ratio; null if there is none.</param>
internal sealed record Measure(string Name, Contestant Ours, Contestant Peer, double? Bar, double? Aim);

/// <summary>One side of a measure.</summary>
/// <param name="RunAsync">Does the work once.</param>
/// <param name="Warmups">The number of runs before the measured ones. Their times do not count.</param>
internal sealed record Contestant(string Name, Func<CancellationToken, Task<Sample>> RunAsync, int Warmups);

/// <summary>The result of one run.</summary>
/// <param name="PeakBytes">The peak memory of the process that did the work (resident set); null if the work ran within this
/// process.</param>
internal sealed record Sample(double Seconds, long? PeakBytes);

/// <summary>A row of the table of results.</summary>
/// <param name="Unit">The unit of <paramref name="Ours"/> and <paramref name="PeerValue"/>, such as s, MiB or calls.</param>
/// <param name="Peer">What our value is compared with in the same run; null if the limits <paramref name="Bar"/> and <paramref name="Aim"/>
/// apply to our value itself and not to the ratio.</param>
internal sealed record Result(string Name, string Unit, double Ours, string? Peer, double? PeerValue, double? Bar, double? Aim)
{
    public double? OurPeakBytes { get; init; }

    public double? PeerPeakBytes { get; init; }

    public double? Ratio => Ours / PeerValue;

    public bool? HoldsBar => Bar is { } bar ? (Ratio ?? Ours) <= bar : null;
}
