using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>
/// Whether the reason that a user gave for confirming a questionable value is shown to staff only or is also published as a note of the
/// indicator (公開する注記).
/// </summary>
public enum ReasonUse
{
    Internal,
    Published,
}

/// <summary>
/// Identifies the subject of a confirmation (確認の対象): the kind of finding, the record and the value found. It is a hash, so that a
/// confirmation stores no content of a workbook.
/// </summary>
public sealed partial record ConfirmationKey(string Value)
{
    private const int DigestLength = 32;

    /// <summary>
    /// Computes the key of a finding. The same value of the same record yields the same key, even if the record is now in another row of
    /// the sheet. The key includes the finding's message without cell references, because the message contains the other values on which
    /// the finding depends, such as the figure of the year before if the finding is about a jump between two years, or the breakdown if it
    /// is about a total. So if one of these values changes, the finding must be confirmed again.
    /// </summary>
    public static ConfirmationKey Of(Problem problem)
    {
        var place = problem.Records is { } records ? $"records\n{records}" : $"sheet\n{problem.Sheet.Fold()}";
        var value = $"{problem.Found.Fold()}\n{Cells().Replace(problem.Message.Fold(), "")}";
        return new(Sha256.HexOf($"{problem.Code}\n{place}\n{value}")[..DigestLength]);
    }

    // Matches cell references such as B5 and B6–B9 in a message. It may also match part of a quoted name or unit, such as the CO2 in t-CO2.
    // That hardly matters, because the key also contains the record, the value found and the rest of the message.
    [GeneratedRegex("(?<![A-Za-z])[A-Z]{1,3}[0-9]{1,7}(?:[:–][A-Z]{1,3}[0-9]{1,7})?")]
    private static partial Regex Cells();
}

/// <summary>A user's confirmation that a value is correct although a check asked about it (確認).</summary>
/// <param name="Code">The code of the confirmed finding, <see cref="Problem.Code"/>.</param>
/// <param name="Records">The records that the finding concerns, in the form of <see cref="Problem.Records"/>; null if no record was read
/// from its cells.</param>
public sealed record Confirmation(ConfirmationKey Key, string Code, string? Records, string Who, DateTimeOffset When)
{
    /// <summary>The reason; null if none was given.</summary>
    public string? Reason { get; init; }

    public ReasonUse ReasonUse { get; init; }
}

/// <summary>
/// Determines which findings are still unconfirmed (未確認の指摘), as pure functions of the findings, the records and the confirmations.
/// </summary>
public static class Confirmations
{
    /// <summary>
    /// Sets <see cref="Problem.Records"/> of each problem that asks for confirmation to the ids of the records that were read from its
    /// cells.
    /// </summary>
    /// <param name="problems">The problems of a workbook.</param>
    /// <param name="records">The records of the same workbook, with their permanent ids and the cells from which they were read.</param>
    public static EquatableList<Problem> NameRecords(this IReadOnlyCollection<Problem> problems, DepartmentRecords records)
    {
        if (!problems.Any(p => p.AsksForConfirmation))
            return [.. problems];
        var cells = new RecordCells(records);
        return [.. problems.Select(p => p.AsksForConfirmation ? p with { Records = cells.Find(p.Sheet, p.Cell) } : p)];
    }

    /// <summary>
    /// Returns the problems that need a confirmation and have none. <see cref="Problem.Records"/> must already be set, because it is part
    /// of the key by which the confirmation of a problem is found.
    /// </summary>
    public static EquatableList<Problem> Unconfirmed(this IEnumerable<Problem> problems, IEnumerable<Confirmation> confirmations)
    {
        var confirmed = confirmations.Select(c => c.Key).ToHashSet();
        return [.. problems.Where(p => p.AsksForConfirmation && !confirmed.Contains(ConfirmationKey.Of(p)))];
    }

    /// <summary>
    /// Returns the unconfirmed problems of a workbook that was just read and whose <see cref="Problem.Records"/> are not set yet.
    /// </summary>
    public static EquatableList<Problem> Unconfirmed(
        this IReadOnlyCollection<Problem> problems, DepartmentRecords records, IEnumerable<Confirmation> confirmations) =>
        problems.NameRecords(records).Unconfirmed(confirmations);

    /// <summary>Returns the confirmation of a problem; null if it is unconfirmed.</summary>
    public static Confirmation? Of(this IEnumerable<Confirmation> confirmations, Problem problem)
    {
        var key = ConfirmationKey.Of(problem);
        return confirmations.FirstOrDefault(c => c.Key == key);
    }

    /// <summary>Counts the findings by severity; warnings that still have to be confirmed are counted separately.</summary>
    public static FindingTally Tally(this IReadOnlyCollection<Problem> problems, IEnumerable<Confirmation> confirmations)
    {
        var unconfirmed = problems.Unconfirmed(confirmations).Count;
        var bySeverity = problems.CountBy(p => p.Severity).ToDictionary();
        return new(
            bySeverity.GetValueOrDefault(Severity.Error),
            unconfirmed,
            bySeverity.GetValueOrDefault(Severity.Warning) - unconfirmed,
            bySeverity.GetValueOrDefault(Severity.Info));
    }
}
