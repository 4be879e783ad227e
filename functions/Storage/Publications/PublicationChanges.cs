using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage.Publications;

/// <summary>
/// What a publication changed, and what it was made from: its report can be composed again from the records of these submissions, which
/// never change.
/// </summary>
/// <param name="Publication">Id of the publication.</param>
public sealed record PublicationChanges(string Publication, EquatableList<PublishedYear> Inputs, PublishedChanges Changes);

/// <summary>A reporting year as it was published.</summary>
/// <param name="Submissions">Those that counted.</param>
public sealed record PublishedYear(FiscalYear ReportingYear, string RegisterVersion, EquatableList<PublishedSubmission> Submissions);

public sealed record PublishedSubmission(string Department, string Id);

/// <summary>The history as storage holds it.</summary>
/// <param name="Newest">The publication that what comes next is compared with; null when none was kept yet.</param>
/// <param name="ToGather">All of it, oldest first, once much of it is in files of its own; null otherwise.</param>
public sealed record StoredHistory(History History, PublicationChanges? Newest, IReadOnlyList<PublicationChanges>? ToGather);
