using KawasakiServerless.Application.Checks;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Checks;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Workbooks.Repairing;

namespace KawasakiServerless.Application.Fixing;

/// <summary>
/// Opens the workbook of a check to read or edit it, within the same limits of concurrency and time as uploads. An edited workbook is
/// checked and stored as a new check.
/// </summary>
public sealed class OpenedChecks(
    CheckStore checks, CurrentStore current, EarlierReports earlier, Checking checking, WorkbookGates gates)
{
    /// <param name="check">A check that has not expired.</param>
    /// <param name="year">The reporting year of the check.</param>
    /// <param name="read">Reads the workbook; runs on a separate thread.</param>
    /// <param name="cancellation">Cancelled when the client disconnects.</param>
    public async Task<Opened<T>> ReadAsync<T>(
        Check check, ReportingYear year, Func<FixableWorkbook, CancellationToken, T> read, CancellationToken cancellation)
    {
        using var place = await gates.Readings.TryEnterAsync(cancellation);
        if (place is null)
            return new Opened<T>.Busy();
        return await OpenAsync(check, year, cancellation) is { } workbook
            ? await ReadAsync(workbook, read, place, cancellation)
            : new Opened<T>.Gone();
    }

    /// <summary>Edits the workbook of a check, checks the edited workbook and stores it as a new check.</summary>
    /// <param name="request">The check whose workbook is edited, and the form that requests it.</param>
    /// <param name="edit">Edits the workbook; runs on a separate thread.</param>
    /// <param name="cancellation">Cancelled when the client disconnects.</param>
    public async Task<FixOutcome> EditAsync(
        FixRequest request, Func<FixableWorkbook, CancellationToken, Edited> edit, CancellationToken cancellation)
    {
        using var place = await gates.Readings.TryEnterAsync(cancellation);
        if (place is null)
            return new FixOutcome.Busy();
        if (await OpenAsync(request.Check, request.Year, cancellation) is not { } workbook)
            return new FixOutcome.Gone();
        return await ReadAsync(workbook, edit, place, cancellation) is Opened<Edited>.Ready { Content: var edited }
            ? edited.Refusal ?? await CheckAsync(request, edited, place, cancellation)
            : new FixOutcome.Busy();
    }

    private async Task<FixOutcome> CheckAsync(FixRequest request, Edited edited, Place place, CancellationToken cancellation)
    {
        var (check, year, form) = request;
        var upload = new Upload(year, year.Register.Department(check.Id.Department), edited.Workbook, check.FileName, form.Who)
        {
            Edits = check.Edits.Then(edited.Changes),
        };
        return new FixOutcome.Fixed(await checking.CheckAsync(upload, form.Id, place, cancellation));
    }

    private async Task<FixableWorkbook?> OpenAsync(Check check, ReportingYear year, CancellationToken cancellation)
    {
        if (await checks.WorkbookAsync(check.Id, cancellation) is not { } workbook)
            return null;
        var counting = await current.OfYearAsync(year.Year, cancellation);
        var pointer = counting.FirstOrDefault(p => p.Department == check.Id.Department);
        var before = await earlier.FindAsync(check.Submission, pointer?.Submission, new(year.Register, counting), cancellation);
        return new(workbook, before.RequestOf(year, check.Id.Department), check.Problems);
    }

    private static async Task<Opened<T>> ReadAsync<T>(
        FixableWorkbook workbook, Func<FixableWorkbook, CancellationToken, T> read, Place place, CancellationToken cancellation)
    {
        try
        {
            return new Opened<T>.Ready(await place.RunAsync(stopping => read(workbook, stopping), cancellation));
        }
        catch (TimeoutException)
        {
            return new Opened<T>.Busy();
        }
    }
}

/// <summary>The result of editing a workbook.</summary>
/// <param name="Refusal">Why nothing was edited; null when the workbook was edited.</param>
public sealed record Edited(ReadOnlyMemory<byte> Workbook, IReadOnlyList<CellChange> Changes, FixOutcome? Refusal)
{
    public static Edited Not(FixOutcome refusal) => new(ReadOnlyMemory<byte>.Empty, [], refusal);

    /// <param name="workbook">The workbook before the edits.</param>
    /// <param name="changes">For each edit, the cell with its text before and after the edit; stored with the new check.</param>
    /// <param name="edits">The edits to apply, in the same order as the changes. If one of them is refused, none is applied.</param>
    /// <param name="cancellation">Cancelled when the client disconnects.</param>
    internal static Edited Apply(
        FixableWorkbook workbook, IReadOnlyList<CellChange> changes, IReadOnlyList<CellEdit> edits, CancellationToken cancellation) =>
        edits.Count == 0 ? Not(new FixOutcome.Nothing()) : WorkbookEditing.Apply(workbook.Bytes, edits, cancellation) switch
        {
            WorkbookEdited edited => new(edited.Workbook, changes, null),
            EditsRefused refused => Not(RefusalOf(refused)),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not an outcome of edits."),
        };

    private static FixOutcome.Refused RefusalOf(EditsRefused refused) => new(
        refused.Refused.Where(r => r.Edit is not null).DistinctBy(r => (r.Edit!.Sheet, r.Edit.Cell))
            .ToDictionary(r => new CellName(r.Edit!.Sheet, r.Edit.Cell).Key, r => CellRefusal.Of(r.Reason), StringComparer.Ordinal),
        refused.Refused.Where(r => r.Edit is null).Select(r => CellRefusal.Of(r.Reason)).FirstOrDefault());
}
