namespace KawasakiServerless.Domain;

/// <summary>The facts on which the decisions about a running publication are based.</summary>
/// <param name="Row">The row of the publication.</param>
/// <param name="IsBegunAgain">Whether an earlier process started this publication and crashed or failed. It is then unknown which files
/// that process wrote.</param>
/// <param name="History">All publications, including this one.</param>
public sealed record PublicationSituation(Publication Row, bool IsBegunAgain, IReadOnlyList<Publication> History);

/// <summary>The inputs of the site that is to be published, and the publication that last changed the public content.</summary>
/// <param name="Fingerprint">Hash of all inputs of the site; null if no year is released.</param>
/// <param name="Newest">Id of the publication that last changed the public content, according to the change history in storage;
/// null for none.</param>
public sealed record ReleasedState(string? Fingerprint, string? Newest)
{
    /// <summary>Whether the newest publication's manifest and the contents of all its files are stored undamaged.</summary>
    public bool IsNewestKept { get; init; }

    /// <summary>Whether the live site has no home page, as in a new storage account after a region was lost.</summary>
    public bool IsSiteMissing { get; init; }
}
