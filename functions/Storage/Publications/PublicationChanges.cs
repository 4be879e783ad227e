using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage.Publications;

/// <summary>
/// The changes that a publication made, and the inputs of its reports. The reports can be composed again later: the inputs name the
/// submissions, whose records never change.
/// </summary>
/// <param name="Publication">Id of the publication.</param>
public sealed record PublicationChanges(string Publication, EquatableList<PublishedYear> Inputs, PublishedChanges Changes);

/// <summary>The inputs from which the report of a reporting year was composed and published.</summary>
/// <param name="Submissions">The submissions that were in effect when the report was published, at most one for each department.</param>
public sealed record PublishedYear(FiscalYear ReportingYear, string RegisterVersion, EquatableList<PublishedSubmission> Submissions);

public sealed record PublishedSubmission(string Department, string Id);

/// <summary>The history of publications as read from storage.</summary>
/// <param name="Newest">The changes and inputs of the last publication, with which the next one is compared; null if none is
/// stored.</param>
/// <param name="ToGather">The changes of all publications, oldest first, if many of them are in separate files, so that the next
/// publication must write them to the combined file; otherwise null.</param>
public sealed record StoredHistory(History History, PublicationChanges? Newest, IReadOnlyList<PublicationChanges>? ToGather);
