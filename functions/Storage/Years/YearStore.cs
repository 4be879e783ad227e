using System.Globalization;
using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Years;

/// <summary>
/// A reporting year with its settings and its register. No data of a year is public before the coordinator releases the year.
/// </summary>
public sealed record ReportingYear(FiscalYear Year, bool IsReleased, Register Register)
{
    /// <summary>The deadline for submissions (提出期限); null if none is set.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>Who closed the year to submissions, and when; null while the year accepts submissions.</summary>
    public YearClosing? Closing { get; init; }

    /// <summary>Whether the year is closed (受付終了), so that submissions are refused.</summary>
    public bool IsClosed => Closing is not null;

    /// <summary>Whether the workbooks that departments submitted for the year are published.</summary>
    public WorkbookPublishing Workbooks { get; init; }

    /// <summary>
    /// The last change to the year's deadline, to whether the year is closed, or to whether its workbooks are published; null for none.
    /// </summary>
    public YearChange? Last { get; init; }

    public StoredVersion Version { get; init; }
}

/// <summary>The user who last changed the settings of a year, and the time (年度の設定の変更).</summary>
public sealed record YearChange(string Who, DateTimeOffset When);

/// <summary>The user who closed a year to submissions, and the time (受付終了).</summary>
public sealed record YearClosing(string Who, DateTimeOffset When);

/// <summary>
/// Stores the reporting years. A year is first *preparing*; when the coordinator releases it, it becomes *released*, and the next
/// publication makes its report public.
/// </summary>
public sealed class YearStore(CityStorage storage)
{
    private const int MostTries = 5;

    internal const string Partition = "years";

    private const string Preparing = "preparing", Released = "released";

    /// <summary>Opens a year for submissions; does nothing if the year was opened before, even if it has been closed since.</summary>
    /// <returns>False if the year was opened before.</returns>
    public async Task<bool> OpenAsync(FiscalYear year, Register register, CancellationToken cancellation)
    {
        if (await RowAsync(year, cancellation) is not null)
            return false;
        await SaveRegisterAsync(register, cancellation);
        var row = new TableEntity(Partition, KeyOf(year)) { ["State"] = Preparing, ["RegisterVersion"] = register.Version };
        // Returns false if another instance of the app has opened the year since the row was read above.
        return await storage.Years.AddOnceAsync(row, cancellation) is Added;
    }

    /// <summary>
    /// Updates the settings of a year that the coordinator may change: the deadline, the closing and the publishing of workbooks. Succeeds
    /// only if the year is unchanged since it was read (compare-and-swap).
    /// </summary>
    /// <returns><see cref="Overtaken{T}"/> if the year was changed since it was read.</returns>
    public async Task<WriteOutcome<ReportingYear>> UpdateAsync(ReportingYear year, CancellationToken cancellation)
    {
        if (await RowAsync(year.Year, cancellation) is not { } row || row.Version() != year.Version)
            return new Overtaken<ReportingYear>();
        row["Deadline"] = year.Deadline?.ToString();
        row["ClosedBy"] = year.Closing?.Who;
        row["ClosedAt"] = year.Closing?.When;
        row["Workbooks"] = year.Workbooks.ToString();
        row["ChangedBy"] = year.Last?.Who;
        row["ChangedAt"] = year.Last?.When;
        return (await storage.Years.TryUpdateAsync(row, year.Version, cancellation)).Map(version => year with { Version = version });
    }

    public async Task<ReportingYear?> FindAsync(FiscalYear year, CancellationToken cancellation) =>
        await RowAsync(year, cancellation) is { } row ? await WithRegisterAsync(row, cancellation) : null;

    /// <summary>Returns the newest year that was opened; null if none was.</summary>
    public async Task<ReportingYear?> NewestAsync(CancellationToken cancellation) =>
        await RowsAsync(cancellation) is [var newest, ..] ? await WithRegisterAsync(newest, cancellation) : null;

    /// <summary>Lists all years that were opened, newest first.</summary>
    public async Task<IReadOnlyList<FiscalYear>> AllAsync(CancellationToken cancellation) =>
        [.. (await RowsAsync(cancellation)).Select(YearOf)];

    /// <summary>
    /// Lists the released years with their registers, newest first. The registers of other years are not read, to save requests.
    /// </summary>
    public async Task<IReadOnlyList<ReportingYear>> ReleasedAsync(CancellationToken cancellation) =>
        await Task.WhenAll((await RowsAsync(cancellation)).Where(IsReleased).Select(row => WithRegisterAsync(row, cancellation)));

    /// <summary>Reads a version of the register. The result can be cached, because a version never changes.</summary>
    public async Task<Register> RegisterAsync(string version, CancellationToken cancellation)
    {
        var json = await storage.RegisterBlobs.ReadAsync(RegisterPath(version), cancellation)
            ?? throw new InvalidDataException(
                $"register/{RegisterPath(version)} is missing; restore an earlier version of the blob.");
        await using var stream = new BinaryData(json.Content).ToStream();
        return Register.Parse(stream);
    }

    /// <summary>Releases a year; does nothing if it is already released.</summary>
    public async Task ReleaseAsync(FiscalYear year, CancellationToken cancellation)
    {
        for (var tries = 1; !await TryReleaseAsync(year, cancellation); tries++)
        {
            if (tries == MostTries)
                throw new InvalidOperationException($"Other processes keep changing the year {year.Year}.");
        }
    }

    /// <returns>False if another process changed the year at the same time; the caller then tries again.</returns>
    private async Task<bool> TryReleaseAsync(FiscalYear year, CancellationToken cancellation)
    {
        var row = await RowAsync(year, cancellation) ?? throw new KeyNotFoundException($"{year.Year} is not open.");
        if (IsReleased(row))
            return true;
        row["State"] = Released;
        return await storage.Years.TryUpdateAsync(row, row.Version(), cancellation) is Written<StoredVersion>;
    }

    private async Task<IReadOnlyList<TableEntity>> RowsAsync(CancellationToken cancellation) =>
        await storage.Years.QueryAsync($"PartitionKey eq {Partition}", cancellation)
            .OrderByDescending(row => row.RowKey, StringComparer.Ordinal).ToListAsync(cancellation);

    private static bool IsReleased(TableEntity row) => row.Text("State") == Released;

    private Task<TableEntity?> RowAsync(FiscalYear year, CancellationToken cancellation) =>
        storage.Years.FindAsync(Partition, KeyOf(year), cancellation);

    private async Task<ReportingYear> WithRegisterAsync(TableEntity row, CancellationToken cancellation)
    {
        var register = await RegisterAsync(row.Require("RegisterVersion"), cancellation);
        return new(YearOf(row), IsReleased(row), register)
        {
            Deadline = Deadline.TryParse(row.Text("Deadline"), out var deadline) ? deadline : null,
            Closing = row.Text("ClosedBy") is { } who ? new(who, row.RequireTime("ClosedAt")) : null,
            Workbooks = Enum.TryParse<WorkbookPublishing>(row.Text("Workbooks"), out var workbooks)
                ? workbooks
                : WorkbookPublishing.Withheld,
            Last = row.Text("ChangedBy") is { } by ? new(by, row.RequireTime("ChangedAt")) : null,
            Version = row.Version(),
        };
    }

    private static FiscalYear YearOf(TableEntity row) => FiscalYear.Of(int.Parse(row.RowKey, CultureInfo.InvariantCulture));

    // If the blob exists, it is left as it is: it contains the same register, because the content of a register version never changes.
    private async Task SaveRegisterAsync(Register register, CancellationToken cancellation) => await storage.RegisterBlobs.AddOnceAsync(
        RegisterPath(register.Version), new(register.ToJson()) { ContentType = "application/json" }, cancellation);

    internal static string RegisterPath(string version) => $"{version}.json";

    internal static string KeyOf(FiscalYear year) => year.Year.ToString(CultureInfo.InvariantCulture);
}
