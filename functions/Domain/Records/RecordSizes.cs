namespace KawasakiServerless.Domain;

/// <summary>Measures the fields of one record and collects those that exceed their limits (<see cref="RecordLimits"/>).</summary>
internal struct RecordSizes
{
    private List<Excess>? _excesses;

    public readonly IReadOnlyList<Excess> Excesses => _excesses ?? (IReadOnlyList<Excess>)[];

    public static int LengthOf(EquatableList<string> texts)
    {
        var length = 0;
        foreach (var text in texts)
            length += text.Length;
        return length;
    }

    public void AddText(Field field, string? text) => AddCharacters(field, text?.Length ?? 0, RecordLimits.TextLength);

    public void AddList(Field field, EquatableList<string> items)
    {
        AddItems(field, items.Count, RecordLimits.ListItems);
        AddCharacters(field, LengthOf(items), RecordLimits.ListLength);
    }

    public void AddFigures(EquatableList<Figure> figures)
    {
        foreach (var figure in figures)
            Keep(new(Field.Figure, Measure.Characters, figure.Text?.Length ?? 0, RecordLimits.FigureLength) { Year = figure.Year });
    }

    public void AddItems(Field field, int count, int most) => Keep(new(field, Measure.Items, count, most));

    public void AddCharacters(Field field, int count, int most) => Keep(new(field, Measure.Characters, count, most));

    private void Keep(Excess size)
    {
        if (size.Count > size.Most)
            (_excesses ??= []).Add(size);
    }
}
