namespace KawasakiServerless.Benchmarks;

/// <summary>What we do, and what is measured beside it, by turns.</summary>
/// <param name="Bar">Our time over the peer's that may not be exceeded; null for a row that only informs.</param>
/// <param name="Aim">The same that we would like.</param>
internal sealed record Measure(string Name, Contestant Ours, Contestant Peer, double? Bar, double? Aim);

/// <summary>One side of a measure.</summary>
/// <param name="RunAsync">Does it once.</param>
/// <param name="Warmups">Runs before those that count: none where every run is a process of its own.</param>
internal sealed record Contestant(string Name, Func<CancellationToken, Task<Sample>> RunAsync, int Warmups);

/// <summary>One run.</summary>
/// <param name="PeakBytes">The most memory its process held (resident); null where it shares this one.</param>
internal sealed record Sample(double Seconds, long? PeakBytes);

/// <summary>A row of the table.</summary>
/// <param name="Unit">Of <paramref name="Ours"/> and <paramref name="PeerValue"/>: s, MiB, calls.</param>
/// <param name="Peer">What it is measured by in the same run; null where bar and aim are values and not ratios.</param>
internal sealed record Result(string Name, string Unit, double Ours, string? Peer, double? PeerValue, double? Bar, double? Aim)
{
    public double? OurPeakBytes { get; init; }

    public double? PeerPeakBytes { get; init; }

    public double? Ratio => Ours / PeerValue;

    public bool? HoldsBar => Bar is { } bar ? (Ratio ?? Ours) <= bar : null;
}
