namespace KawasakiServerless.Domain;

/// <summary>All publications that changed the public site's content (公開の履歴), newest first.</summary>
public sealed record History(EquatableList<PublishedChanges> Publications)
{
    public static History Empty { get; } = new([]);

    public PublishedChanges? Newest => Publications.Count > 0 ? Publications[0] : null;

    public History With(PublishedChanges newest) => new([newest, .. Publications]);

    /// <summary>Returns the publication that made a reporting year public for the first time; null if this history contains none.</summary>
    public PublishedChanges? FirstOf(FiscalYear reportingYear) =>
        Publications.LastOrDefault(p => p.Years.Any(y => y.ReportingYear == reportingYear));
}

/// <summary>The changes that one publication made to the public site.</summary>
/// <param name="Number">Sequence number: 1 for the first publication, without gaps. It is part of a permanent URL.</param>
/// <param name="Key">Identifies the published content: the same submissions and versions of the registers yield the same key on any machine
/// and at any time.</param>
/// <param name="PublishedAt">When the publication was requested; never earlier than the previous publication's time.</param>
/// <param name="Years">The reporting years that changed, newest first.</param>
public sealed record PublishedChanges(int Number, string Key, DateTimeOffset PublishedAt, EquatableList<Changes> Years)
{
    /// <summary>Whether every reporting year of this publication was published for the first time.</summary>
    public bool IsFirst => Years.All(y => y.IsFirst);

    public int Count(ChangeKind change) => Years.Sum(y => y.Count(change));
}
