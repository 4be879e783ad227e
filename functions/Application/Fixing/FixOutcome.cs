using KawasakiServerless.Application.Checks;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Fixing;

/// <summary>A request to correct the workbook of a check.</summary>
/// <param name="Year">The reporting year of the check.</param>
/// <param name="Form">The form that contains the corrections.</param>
public sealed record FixRequest(Check Check, ReportingYear Year, SentForm Form);

/// <summary>The result of correcting cells (直した結果).</summary>
public abstract record FixOutcome
{
    private FixOutcome()
    {
    }

    /// <summary>The corrected workbook was checked.</summary>
    public sealed record Fixed(Check Check) : FixOutcome;

    /// <summary>At least one correction is not possible; nothing was changed.</summary>
    /// <param name="Reasons">The reasons by key of the cell.</param>
    /// <param name="Whole">Why the workbook as a whole cannot be corrected; null when the reasons concern single cells.</param>
    public sealed record Refused(IReadOnlyDictionary<string, CellRefusal> Reasons, CellRefusal? Whole) : FixOutcome;

    /// <summary>The form changes no cell.</summary>
    public sealed record Nothing : FixOutcome;

    /// <summary>Too many workbooks are being read at the moment, or reading this one timed out.</summary>
    public sealed record Busy : FixOutcome;

    /// <summary>The workbook is no longer stored.</summary>
    public sealed record Gone : FixOutcome;
}

/// <summary>The result of reading the workbook of a check.</summary>
public abstract record Opened<T>
{
    private Opened()
    {
    }

    public sealed record Ready(T Content) : Opened<T>;

    /// <summary>Too many workbooks are being read at the moment, or reading this one timed out.</summary>
    public sealed record Busy : Opened<T>;

    /// <summary>The workbook is no longer stored.</summary>
    public sealed record Gone : Opened<T>;
}
