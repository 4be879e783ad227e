namespace KawasakiServerless.Domain;

/// <summary>Every publication that changed what readers see (公開の履歴), newest first.</summary>
public sealed record History(EquatableList<PublishedChanges> Publications)
{
    public static History Empty { get; } = new([]);

    public PublishedChanges? Newest => Publications.Count > 0 ? Publications[0] : null;

    public History With(PublishedChanges newest) => new([newest, .. Publications]);

    /// <summary>When a reporting year was first public; null when it is not in this history.</summary>
    public PublishedChanges? FirstOf(FiscalYear reportingYear) =>
        Publications.LastOrDefault(p => p.Years.Any(y => y.ReportingYear == reportingYear));
}

/// <summary>What one publication changed.</summary>
/// <param name="Number">1 for the first, without gaps: its address for good.</param>
/// <param name="Key">Names the state that was published, wherever and whenever: the same submissions give the same key.</param>
/// <param name="PublishedAt">When it was asked for; never earlier than the one before.</param>
/// <param name="Years">The reporting years that changed, newest first.</param>
public sealed record PublishedChanges(int Number, string Key, DateTimeOffset PublishedAt, EquatableList<Changes> Years)
{
    /// <summary>Whether everything in it was public for the first time.</summary>
    public bool IsFirst => Years.All(y => y.IsFirst);

    public int Count(ChangeKind change) => Years.Sum(y => y.Count(change));
}
