using System.Globalization;
using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Years;

/// <summary>Describes a version of a register (台帳の版): its reporting year, its author and its time.</summary>
/// <param name="Year">The first reporting year that uses the version; null for the initial register of a new installation.</param>
/// <param name="Before">The version that was edited to make this one; null if this version was not made from another one.</param>
/// <param name="Who">The user who made the version; null for the initial register of a new installation.</param>
/// <param name="When">When the version was made; null for the initial register of a new installation.</param>
public sealed record RegisterVersion(string Version, FiscalYear? Year, string? Before, string? Who, DateTimeOffset? When)
{
    /// <summary>A short description of the change, such as 改編 or 訂正; null if none was given.</summary>
    public string? Note { get; init; }
}

/// <summary>The outcome of an attempt to replace the register version that a year uses.</summary>
public abstract record RegisterMove
{
    private RegisterMove()
    {
    }

    public sealed record Moved : RegisterMove;

    /// <param name="Version">The version that the year uses now, because another user replaced the expected version first.</param>
    public sealed record Overtaken(string Version) : RegisterMove;

    public sealed record NotOpen : RegisterMove;
}

/// <summary>
/// Stores the versions of the registers. A version is stored completely before the row of the year is changed to refer to it
/// (compare-and-swap). If the process crashes in between, no year refers to the version, and it is never shown.
/// </summary>
public sealed class RegisterVersionStore(CityStorage storage)
{
    private const string Partition = "registers";

    private const int MostTries = 10, LongestNote = 500;

    /// <summary>Generates a unique name for a version.</summary>
    public static string NewVersion(FiscalYear year, DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture, $"{year.Year}-{TimedId.New(now)}");

    /// <summary>Returns the register version that a year uses; null if the year was never opened.</summary>
    public async Task<string?> OfYearAsync(FiscalYear year, CancellationToken cancellation) =>
        (await RowAsync(year, cancellation))?.Require("RegisterVersion");

    /// <summary>Stores a version. It has no effect until <see cref="TryMoveAsync"/> makes a year use it.</summary>
    public async Task AddAsync(Register register, RegisterVersion about, CancellationToken cancellation)
    {
        var blob = new Blobs.BlobToWrite(register.ToJson()) { ContentType = "application/json" };
        if (await storage.RegisterBlobs.AddOnceAsync(YearStore.RegisterPath(about.Version), blob, cancellation) is not Added)
            throw new InvalidOperationException($"Another register is stored as version {about.Version}.");
        await storage.Years.AddNewAsync(ToEntity(about), cancellation);
    }

    /// <summary>Makes a year use the version `to` instead of `from`, unless another user has replaced `from` already.</summary>
    public async Task<RegisterMove> TryMoveAsync(FiscalYear year, string from, string to, CancellationToken cancellation)
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            if (await TryOnceAsync(year, from, to, cancellation) is { } move)
                return move;
        }

        throw new InvalidOperationException($"Other processes keep changing the year {year.Year}.");
    }

    /// <summary>Returns the description of a version. If no row describes the version, only its name is set and the rest is null.</summary>
    public async Task<RegisterVersion> AboutAsync(string version, CancellationToken cancellation) =>
        await storage.Years.FindAsync(Partition, version, cancellation) is { } row ? FromEntity(row) : new(version, null, null, null, null);

    /// <summary>Lists the versions that a year has used, newest first, back to the version with which the year was opened.</summary>
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

    // Returns null if another process changed the row after it was read here; the caller then tries again. This is not necessarily a
    // conflict, because the row also contains other settings, such as the deadline.
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
