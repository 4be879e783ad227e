using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>Whose workbook it is, and for which reporting year.</summary>
internal sealed record LayoutContext(Register Register, FiscalYear ReportingYear, Department? Department)
{
    private readonly Dictionary<object, object> made = [];

    public bool IsCoordinator => Department?.Code == Register.Coordinator;

    /// <summary>What is the same for every cell is made once for a workbook.</summary>
    public T Once<T>(object key, Func<LayoutContext, T> make)
        where T : notnull
    {
        if (!made.TryGetValue(key, out var value))
            made[key] = value = make(this);
        return (T)value;
    }
}
