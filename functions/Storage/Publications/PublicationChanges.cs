using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage.Publications;

/// <summary>
/// The changes that a publication made, and its inputs. Its report can be composed again from the records of these submissions, which never
/// change.
/// </summary>
/// <param name="Publication">Id of the publication.</param>
public sealed record PublicationChanges(string Publication, EquatableList<PublishedYear> Inputs, PublishedChanges Changes);

/// <summary>A reporting year as it was published.</summary>
/// <param name="Submissions">The submissions that were in effect.</param>
public sealed record PublishedYear(FiscalYear ReportingYear, string RegisterVersion, EquatableList<PublishedSubmission> Submissions);

public sealed record PublishedSubmission(string Department, string Id);

/// <summary>The history as read from storage.</summary>
/// <param name="Newest">The publication against which the next one is compared; null if none is stored yet.</param>
/// <param name="ToGather">All changes, oldest first, if many of them are in separate files and must be combined into one; null
/// otherwise.</param>
public sealed record StoredHistory(History History, PublicationChanges? Newest, IReadOnlyList<PublicationChanges>? ToGather);
