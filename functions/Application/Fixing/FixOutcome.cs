using KawasakiServerless.Application.Checks;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Fixing;

/// <summary>A check whose workbook is to be mended.</summary>
/// <param name="Year">For which it is.</param>
/// <param name="Form">Sent what is to be changed.</param>
public sealed record FixRequest(Check Check, ReportingYear Year, SentForm Form);

/// <summary>What became of cells that were to be mended (直した結果).</summary>
public abstract record FixOutcome
{
    private FixOutcome()
    {
    }

    /// <summary>The mended workbook was checked.</summary>
    public sealed record Fixed(Check Check) : FixOutcome;

    /// <summary>Some of it cannot be done; nothing was changed.</summary>
    /// <param name="Reasons">Why, by the key of the cell.</param>
    /// <param name="Whole">Why the workbook as a whole cannot be mended; null when it is about cells.</param>
    public sealed record Refused(IReadOnlyDictionary<string, CellRefusal> Reasons, CellRefusal? Whole) : FixOutcome;

    /// <summary>No cell was to be changed.</summary>
    public sealed record Nothing : FixOutcome;

    /// <summary>Too many workbooks are being read, or reading this one takes too long now.</summary>
    public sealed record Busy : FixOutcome;

    /// <summary>The workbook is no longer kept.</summary>
    public sealed record Gone : FixOutcome;
}

/// <summary>What was asked of the workbook of a check.</summary>
public abstract record Opened<T>
{
    private Opened()
    {
    }

    public sealed record Ready(T Content) : Opened<T>;

    /// <summary>Too many workbooks are being read, or reading this one takes too long now.</summary>
    public sealed record Busy : Opened<T>;

    /// <summary>It is no longer kept.</summary>
    public sealed record Gone : Opened<T>;
}
