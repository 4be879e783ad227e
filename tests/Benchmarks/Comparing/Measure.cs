namespace KawasakiServerless.Benchmarks;

/// <summary>A row of the table: what we do, and what it is measured by in the same run.</summary>
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

/// <summary>Medians of a measure.</summary>
/// <param name="Ours">In seconds, as <paramref name="Peer"/> is.</param>
internal sealed record Result(Measure Measure, double Ours, double Peer, double? OurPeakMebibytes, double? PeerPeakMebibytes)
{
    public double Ratio => Ours / Peer;
}
