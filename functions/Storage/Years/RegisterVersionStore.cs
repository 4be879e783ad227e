using System.Globalization;
using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Years;

/// <summary>A version of a register (台帳の版): made for a reporting year, by whom and when.</summary>
/// <param name="Year">The reporting year from which it is valid; null for the register that a new installation starts with.</param>
/// <param name="Before">The version it was made from; null for none.</param>
/// <param name="Who">Null for the register that a new installation starts with.</param>
/// <param name="When">Null for the register that a new installation starts with.</param>
public sealed record RegisterVersion(string Version, FiscalYear? Year, string? Before, string? Who, DateTimeOffset? When)
{
    /// <summary>What was done, in a few words: 改編, 訂正; null where nobody said.</summary>
    public string? Note { get; init; }
}

/// <summary>What became of a year that was to move to another version of its register.</summary>
public abstract record RegisterMove
{
    private RegisterMove()
    {
    }

    public sealed record Moved : RegisterMove;

    /// <param name="Version">The version somebody else has moved it to.</param>
    public sealed record Overtaken(string Version) : RegisterMove;

    public sealed record NotOpen : RegisterMove;
}

/// <summary>
/// The versions of the registers. A version is stored completely before the year's row moves to it by its ETag: a process that dies in
/// between leaves a version that no year ever stood on, and that nobody is shown.
/// </summary>
public sealed class RegisterVersionStore(CityStorage storage)
{
    private const string Partition = "registers";

    private const int MostTries = 10, LongestNote = 500;

    /// <summary>A name for a version that is nobody else's.</summary>
    public static string NewVersion(FiscalYear year, DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture, $"{year.Year}-{TimedId.New(now)}");

    /// <summary>Which version a year stands on; null when the year is not open.</summary>
    public async Task<string?> OfYearAsync(FiscalYear year, CancellationToken cancellation) =>
        (await RowAsync(year, cancellation))?.Require("RegisterVersion");

    /// <summary>Stores a version. Nothing shows before a year moves to it.</summary>
    public async Task AddAsync(Register register, RegisterVersion about, CancellationToken cancellation)
    {
        var blob = new Blobs.BlobToWrite(register.ToJson()) { ContentType = "application/json" };
        if (await storage.RegisterBlobs.AddOnceAsync(YearStore.RegisterPath(about.Version), blob, cancellation) is not Added)
            throw new InvalidOperationException($"Another register is kept as version {about.Version}.");
        await storage.Years.AddNewAsync(ToEntity(about), cancellation);
    }

    /// <summary>Moves a year from one version to another, unless somebody else has moved it.</summary>
    public async Task<RegisterMove> TryMoveAsync(FiscalYear year, string from, string to, CancellationToken cancellation)
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            if (await TryOnceAsync(year, from, to, cancellation) is { } move)
                return move;
        }

        throw new InvalidOperationException($"{year.Year} keeps being changed by other processes.");
    }

    /// <summary>Who made a version, and when.</summary>
    public async Task<RegisterVersion> AboutAsync(string version, CancellationToken cancellation) =>
        await storage.Years.FindAsync(Partition, version, cancellation) is { } row ? FromEntity(row) : new(version, null, null, null, null);

    /// <summary>The versions that a year stood on, newest first, down to the one it was opened with.</summary>
    public async Task<IReadOnlyList<RegisterVersion>> HistoryAsync(FiscalYear year, CancellationToken cancellation)
    {
        List<RegisterVersion> history = [];
        for (var version = await OfYearAsync(year, cancellation); version is not null;)
        {
            var about = await AboutAsync(version, cancellation);
            history.Add(about);
            version = about.Year == year ? about.Before : null;
        }

        return history;
    }

    // Null when the row was changed meanwhile by somebody who did not touch its register: a release, a deadline.
    private async Task<RegisterMove?> TryOnceAsync(FiscalYear year, string from, string to, CancellationToken cancellation)
    {
        if (await RowAsync(year, cancellation) is not { } row)
            return new RegisterMove.NotOpen();
        if (row.Require("RegisterVersion") is var version && version != from)
            return version == to ? new RegisterMove.Moved() : new RegisterMove.Overtaken(version);
        row["RegisterVersion"] = to;
        return await storage.Years.TryUpdateAsync(row, row.Version(), cancellation) is Written<StoredVersion>
            ? new RegisterMove.Moved() : null;
    }

    private Task<TableEntity?> RowAsync(FiscalYear year, CancellationToken cancellation) =>
        storage.Years.FindAsync(YearStore.Partition, YearStore.KeyOf(year), cancellation);

    private static TableEntity ToEntity(RegisterVersion about) => new(Partition, about.Version)
    {
        ["Year"] = about.Year?.Year,
        ["Before"] = about.Before,
        ["Who"] = about.Who,
        ["When"] = about.When,
        ["Note"] = about.Note is { Length: > LongestNote } note ? note[..LongestNote] : about.Note,
    };

    private static RegisterVersion FromEntity(TableEntity e) => new(
        e.RowKey, e.Int("Year") is { } year ? FiscalYear.Of(year) : null, e.Text("Before"), e.Text("Who"), e.Time("When"))
    {
        Note = e.Text("Note"),
    };
}
