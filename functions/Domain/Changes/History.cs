namespace KawasakiServerless.Domain;

/// <summary>All publications that changed the public site's content (公開の履歴), newest first.</summary>
public sealed record History(EquatableList<PublishedChanges> Publications)
{
    public static History Empty { get; } = new([]);

    public PublishedChanges? Newest => Publications.Count > 0 ? Publications[0] : null;

    public History With(PublishedChanges newest) => new([newest, .. Publications]);

    /// <summary>Returns the first publication of a reporting year; null if it is not in this history.</summary>
    public PublishedChanges? FirstOf(FiscalYear reportingYear) =>
        Publications.LastOrDefault(p => p.Years.Any(y => y.ReportingYear == reportingYear));
}

/// <summary>The changes of one publication.</summary>
/// <param name="Number">1 for the first publication, without gaps. It is part of a permanent URL.</param>
/// <param name="Key">Identifies the published state independently of place and time: the same submissions yield the same key.</param>
/// <param name="PublishedAt">When the publication was requested; never earlier than that of the previous one.</param>
/// <param name="Years">The reporting years that changed, newest first.</param>
public sealed record PublishedChanges(int Number, string Key, DateTimeOffset PublishedAt, EquatableList<Changes> Years)
{
    /// <summary>Whether all of its years were published for the first time.</summary>
    public bool IsFirst => Years.All(y => y.IsFirst);

    public int Count(ChangeKind change) => Years.Sum(y => y.Count(change));
}
