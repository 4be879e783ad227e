using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>Whether a reason is for staff or is published as the figure's note (公開する注記).</summary>
public enum ReasonUse
{
    Internal,
    Published,
}

/// <summary>
/// What a confirmation is of (確認の対象): a kind of finding, a record and what was found. A digest, so that a confirmation keeps no content
/// of a workbook.
/// </summary>
public sealed partial record ConfirmationKey(string Value)
{
    private const int DigestLength = 32;

    /// <summary>
    /// The same for the same value of the same record, wherever its row stands now. What the message says beside the cells is part of the
    /// value: a jump is between two years' figures, a total is of its parts.
    /// </summary>
    public static ConfirmationKey Of(Problem problem)
    {
        var place = problem.Records is { } records ? $"records\n{records}" : $"sheet\n{problem.Sheet.Fold()}";
        var value = $"{problem.Found.Fold()}\n{Cells().Replace(problem.Message.Fold(), "")}";
        return new(Sha256.HexOf($"{problem.Code}\n{place}\n{value}")[..DigestLength]);
    }

    // B5, B6–B9. Letters before digits are an address; a unit follows its number.
    [GeneratedRegex("(?<![A-Za-z])[A-Z]{1,3}[0-9]{1,7}(?:[:–][A-Z]{1,3}[0-9]{1,7})?")]
    private static partial Regex Cells();
}

/// <summary>A person confirmed that a value is right although a check asks (確認).</summary>
/// <param name="Code">Of the finding.</param>
/// <param name="Records">The 管理番号 of the records, with spaces between; null where the cell lies in none.</param>
public sealed record Confirmation(ConfirmationKey Key, string Code, string? Records, string Who, DateTimeOffset When)
{
    /// <summary>Null when none was given.</summary>
    public string? Reason { get; init; }

    public ReasonUse ReasonUse { get; init; }
}

/// <summary>Which findings still ask (未確認の指摘), as pure functions of problems, records and confirmations.</summary>
public static class Confirmations
{
    /// <summary>Names the records of each problem that asks.</summary>
    /// <param name="problems">Of a workbook.</param>
    /// <param name="records">Of the same workbook, with their lasting identities and the cells in which they were read.</param>
    public static EquatableList<Problem> NameRecords(this IReadOnlyCollection<Problem> problems, DepartmentRecords records)
    {
        if (!problems.Any(p => p.AsksForConfirmation))
            return [.. problems];
        var cells = new RecordCells(records);
        return [.. problems.Select(p => p.AsksForConfirmation ? p with { Records = cells.Find(p.Sheet, p.Cell) } : p)];
    }

    /// <summary>The problems that still ask, from problems whose records are named.</summary>
    public static EquatableList<Problem> Unconfirmed(this IEnumerable<Problem> problems, IEnumerable<Confirmation> confirmations)
    {
        var confirmed = confirmations.Select(c => c.Key).ToHashSet();
        return [.. problems.Where(p => p.AsksForConfirmation && !confirmed.Contains(ConfirmationKey.Of(p)))];
    }

    /// <summary>The same from what was just read.</summary>
    public static EquatableList<Problem> Unconfirmed(
        this IReadOnlyCollection<Problem> problems, DepartmentRecords records, IEnumerable<Confirmation> confirmations) =>
        problems.NameRecords(records).Unconfirmed(confirmations);

    /// <summary>The confirmation of a problem; null when it still asks.</summary>
    public static Confirmation? Of(this IEnumerable<Confirmation> confirmations, Problem problem)
    {
        var key = ConfirmationKey.Of(problem);
        return confirmations.FirstOrDefault(c => c.Key == key);
    }

    /// <summary>The findings by class.</summary>
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
