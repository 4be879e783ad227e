using System.Globalization;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Gates;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Workbooks.Copying;

namespace KawasakiServerless.Application.Publishing;

/// <summary>A public copy of a department's workbook, as a file of the site.</summary>
/// <param name="Workbook">What the pages show about the workbook.</param>
public sealed record WorkbookCopy(PublishedWorkbook Workbook, BuiltFile File);

/// <summary>
/// Makes the public copies of the submitted workbooks (公開用の写し) one after another, or reuses those of an earlier publication. No copy is
/// made for a submission without a workbook, for example after a purge, nor of a workbook that cannot be copied, such as an .xls file, one
/// without a visible sheet, or one that takes longer than <see cref="Place.Deadline"/>.
/// </summary>
public sealed class WorkbookCopies(SubmissionStore submissions, WorkbookGates gates, ILogger<WorkbookCopies> log)
{
    /// <param name="years">The released years. No copies are made for a year whose workbooks are withheld.</param>
    /// <param name="sources">The copies that may be reused, and the temporary file to which new copies are added.</param>
    /// <param name="cancellation">Cancellation takes effect between two copies.</param>
    public async Task<IReadOnlyList<WorkbookCopy>> MakeAsync(
        IEnumerable<YearInputs> years, ContentSources sources, CancellationToken cancellation)
    {
        List<WorkbookCopy> copies = [];
        foreach (var year in years.Where(y => y.Year.Workbooks == WorkbookPublishing.Published))
        {
            foreach (var pointer in year.Current.OrderBy(p => p.Department, StringComparer.Ordinal))
            {
                var place = new Wanted(year.Year.Year, pointer.Department, InputsOf(pointer));
                if (KeptCopy(place, sources.Kept) is { } taken)
                    copies.Add(taken);
                else if (await TryReadAsync(pointer, cancellation) is { } copy)
                    copies.Add(NewCopy(place, copy, sources.Rendered));
            }
        }

        return copies;
    }

    private static string InputsOf(CurrentPointer pointer) =>
        string.Create(CultureInfo.InvariantCulture, $"{pointer.Submission} {PublicCopy.Version:N}");

    private static WorkbookCopy? KeptCopy(Wanted wanted, ReusableSite? kept) =>
        kept?.Find(PublishedWorkbook.PathOf(wanted.Year, wanted.Department), wanted.Inputs) is { Length: { } length } entry
            ? CopyOf(new(wanted.Year, wanted.Department, length), entry, facts: null)
            : null;

    private static WorkbookCopy NewCopy(Wanted wanted, byte[] copy, ContentSpool spool)
    {
        var workbook = new PublishedWorkbook(wanted.Year, wanted.Department, copy.Length);
        var file = workbook.FileOf(copy) with { Inputs = wanted.Inputs };
        var entry = ManifestFile.Of(file) with { Length = copy.Length };
        if (!spool.Has(entry.Sha256))
            spool.Add(PackedContent.Of(file, entry));
        return CopyOf(workbook, entry, new FileFacts(file.Path, IsEmpty: false, 0));
    }

    private static WorkbookCopy CopyOf(PublishedWorkbook workbook, ManifestFile entry, FileFacts? facts) =>
        new(workbook, new(workbook.Path, entry, facts));

    private async Task<byte[]?> TryReadAsync(CurrentPointer pointer, CancellationToken cancellation)
    {
        if (!SubmissionId.TryParse(pointer.Submission, out var id) || await submissions.OriginalAsync(id, cancellation) is not { } original)
            return null;
        var copy = await TryCopyAsync(original, cancellation);
        if (copy is null)
            log.LogWarning("The workbook of submission {Submission} is not published: no copy can be made of it, or not in time", pointer.Submission);
        return copy;
    }

    // A workbook that takes too long must not stop the publication of the other departments. The next publication tries again.
    private async Task<byte[]?> TryCopyAsync(ReadOnlyMemory<byte> original, CancellationToken cancellation)
    {
        using var place = await gates.Readings.EnterAsync(cancellation);
        try
        {
            return await place.RunAsync(stopping => PublicCopy.TryMake(original, stopping), cancellation);
        }
        catch (TimeoutException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private sealed record Wanted(FiscalYear Year, string Department, string Inputs);
}
