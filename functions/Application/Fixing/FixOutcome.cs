using KawasakiServerless.Application.Checks;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Fixing;

/// <summary>A request to correct the workbook of a check.</summary>
/// <param name="Year">The reporting year of the check.</param>
/// <param name="Form">The submitted form that contained the corrections, with its sender.</param>
public sealed record FixRequest(Check Check, ReportingYear Year, SentForm Form);

/// <summary>The result of correcting cells (直した結果).</summary>
public abstract record FixOutcome
{
    private FixOutcome()
    {
    }

    /// <summary>The workbook was corrected, checked and stored as a new check.</summary>
    public sealed record Fixed(Check Check) : FixOutcome;

    /// <summary>At least one correction was refused; nothing was changed.</summary>
    /// <param name="Reasons">Why corrections were refused, by key of the cell.</param>
    /// <param name="Whole">Why no cell of the workbook can be corrected; null when only individual corrections were refused.</param>
    public sealed record Refused(IReadOnlyDictionary<string, CellRefusal> Reasons, CellRefusal? Whole) : FixOutcome;

    /// <summary>The form contains no change to any cell.</summary>
    public sealed record Nothing : FixOutcome;

    /// <summary>The limit of workbooks that are read at the same time is reached, or reading this one timed out.</summary>
    public sealed record Busy : FixOutcome;

    /// <summary>The workbook was deleted from storage.</summary>
    public sealed record Gone : FixOutcome;
}

/// <summary>The result of reading the workbook of a check.</summary>
public abstract record Opened<T>
{
    private Opened()
    {
    }

    public sealed record Ready(T Content) : Opened<T>;

    /// <summary>The limit of workbooks that are read at the same time is reached, or reading this one timed out.</summary>
    public sealed record Busy : Opened<T>;

    /// <summary>The workbook was deleted from storage.</summary>
    public sealed record Gone : Opened<T>;
}
