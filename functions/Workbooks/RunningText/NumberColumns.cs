using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>What the number at one position (first, second …) in each year counts: its name and its unit, such as 参加者数 and 名.</summary>
internal sealed record NumberColumn(string Name, string? Unit, string? FoldedUnit);

/// <summary>When each year of a series has several numbers, determines what the first, second … of them counts.</summary>
internal static class NumberColumns
{
    /// <summary>
    /// Returns one column per number of a year; null when there are several numbers but the name does not say what they count.
    /// </summary>
    public static IReadOnlyList<NumberColumn>? Of(string name, IReadOnlyList<IReadOnlyList<FigureAmount>> years)
    {
        var width = years.Max(y => y.Count);
        var units = Enumerable.Range(0, width)
            .Select(i => years.Where(y => y.Count == width).Select(y => y[i]).FirstOrDefault(a => a.Unit is not null)).ToList();
        return Names(name, [.. units.Select(u => u?.FoldedUnit)])?.Zip(units, (n, u) => new NumberColumn(n, u?.Unit, u?.FoldedUnit))
            .ToList();
    }

    /// <summary>Returns the index of the column for each amount of a year; null when the assignment is ambiguous.</summary>
    public static int[]? Places(IReadOnlyList<NumberColumn> columns, IReadOnlyList<FigureAmount> amounts)
    {
        if (columns.Count == 1 && amounts.Count == 1)
            return [0];
        if (amounts.Count == columns.Count && amounts.Zip(columns).All(p => Agree(p.First, p.Second)))
            return amounts.Any(a => a.IsSplit) ? null : [.. Enumerable.Range(0, amounts.Count)];
        var places = amounts.Select(a => ByUnit(columns, a)).ToArray();
        return places.Contains(-1) || places.Distinct().Count() < places.Length ? null : places;
    }

    private static bool Agree(FigureAmount amount, NumberColumn column) =>
        amount.FoldedUnit is null || column.FoldedUnit is null || FigureUnits.AreSame(amount.FoldedUnit, column.FoldedUnit);

    private static int ByUnit(IReadOnlyList<NumberColumn> columns, FigureAmount amount)
    {
        var alike = Enumerable.Range(0, columns.Count)
            .Where(i => amount.FoldedUnit is { } unit && columns[i].FoldedUnit is { } other && FigureUnits.AreSame(unit, other)).ToList();
        return alike is [var only] ? only : -1;
    }

    private static List<string>? Names(string name, IReadOnlyList<string?> units)
    {
        if (units.Count == 1)
            return [name];
        var parts = name.Split('・', '･').Select(p => p.Trim()).ToList();
        if (parts.Count == units.Count && parts.Zip(units).All(p => FigureNames.Fits(p.First.Fold(), p.Second)))
            return parts;
        // The 2018 report writes 7回 352名 under one name. The first number then has this name, and the number of people is named 人数.
        return units is [{ } first, var second] && !FigureUnits.IsOfPeople(first) && FigureUnits.IsOfPeople(second)
            ? [name, FigureNames.People]
            : null;
    }
}
