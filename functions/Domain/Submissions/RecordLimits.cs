namespace KawasakiServerless.Domain;

/// <summary>
/// The most that a record holds (上限). Any record within them fits a row of Azure Tables, which takes 32,768 UTF-16 units in a column
/// and 1 MiB in a row, also where the row is measured as it travels, six bytes a Japanese character; and the pages of the site. The check
/// of a workbook refuses what is beyond, so that nothing accepted is refused by storage.
/// </summary>
public static class RecordLimits
{
    /// <summary>Characters (UTF-16 units) of any text.</summary>
    public const int TextLength = 10_000;

    /// <summary>Characters of 資料, which becomes part of an address.</summary>
    public const int DocumentLength = 100;

    /// <summary>Characters of a figure in words. There is one for each fiscal year from 1926 to 2100 in the same row.</summary>
    public const int FigureLength = 500;

    /// <summary>Divisions, or notes, of a record.</summary>
    public const int ListItems = 100;

    /// <summary>Characters of all divisions, or all notes, of a record: as JSON each may take six.</summary>
    public const int ListLength = 5_000;

    /// <summary>Headings above a passage. Pages nest as deep.</summary>
    public const int PathLevels = 20;

    /// <summary>Characters of all headings above a passage.</summary>
    public const int PathLength = 1_000;

    /// <summary>Shares of a statistic.</summary>
    public const int Shares = 500;

    /// <summary>Characters of all labels and notes of a statistic's shares: as JSON each may take six.</summary>
    public const int SharesLength = 60_000;

    /// <summary>Characters of a sheet's name. Excel allows 31; other programs do not count.</summary>
    public const int SheetNameLength = 100;

    /// <summary>
    /// What of a record is beyond the limits; nothing for most. Every record of a workbook is measured, so nothing is allocated for those
    /// within them.
    /// </summary>
    public static IReadOnlyList<Excess> ExcessesOf(Record record)
    {
        var measured = new Measured();
        switch (record)
        {
            case Initiative r:
                measured.Text(Field.Text, r.Text);
                measured.List(Field.Divisions, r.Divisions);
                break;
            case Indicator r:
                measured.Text(Field.Name, r.Name);
                measured.Text(Field.Group, r.Group);
                measured.Text(Field.Unit, r.Unit);
                measured.Figures(r.Figures);
                measured.List(Field.Notes, r.Notes);
                break;
            case Direction r:
                measured.Text(Field.Text, r.Text);
                measured.List(Field.Divisions, r.Divisions);
                break;
            case Collaboration r:
                measured.Text(Field.Partners, r.PartnersText);
                measured.Text(Field.Name, r.Name);
                measured.Text(Field.Outline, r.Outline);
                measured.Text(Field.Direction, r.Direction);
                break;
            case WardActivity r:
                measured.Text(Field.Category, r.Category);
                measured.Text(Field.Heading, r.Heading);
                measured.Text(Field.Text, r.Text);
                break;
            case Statistic r:
                measured.Text(Field.Section, r.Section);
                measured.Text(Field.Name, r.Name);
                measured.Items(Field.Shares, r.Shares.Count, Shares);
                measured.Characters(Field.Shares, r.Shares.Sum(Length), SharesLength);
                break;
            case Passage r:
                measured.Characters(Field.Document, r.Document.Length, DocumentLength);
                measured.Items(Field.Path, r.Path.Count, PathLevels);
                measured.Characters(Field.Path, LengthOf(r.Path), PathLength);
                measured.Text(Field.Text, r.Text);
                break;
            case PlainSummary r:
                measured.Text(Field.Text, r.Text);
                break;
            default:
                throw new InvalidOperationException($"{record.GetType().Name} has no limits.");
        }

        return measured.Excesses;
    }

    private static int LengthOf(EquatableList<string> texts)
    {
        var length = 0;
        foreach (var text in texts)
            length += text.Length;
        return length;
    }

    private static int Length(Share share) => share.Label.Length + (share.Note?.Length ?? 0);

    /// <summary>Counts the fields of one record and keeps those that hold more than they may.</summary>
    private struct Measured
    {
        private List<Excess>? _excesses;

        public readonly IReadOnlyList<Excess> Excesses => _excesses ?? (IReadOnlyList<Excess>)[];

        public void Text(Field field, string? text) => Characters(field, text?.Length ?? 0, TextLength);

        public void List(Field field, EquatableList<string> items)
        {
            Items(field, items.Count, ListItems);
            Characters(field, LengthOf(items), ListLength);
        }

        public void Figures(EquatableList<Figure> figures)
        {
            foreach (var figure in figures)
                Keep(Field.Figure, Measure.Characters, figure.Text?.Length ?? 0, FigureLength, figure.Year);
        }

        public void Items(Field field, int count, int most) => Keep(field, Measure.Items, count, most);

        public void Characters(Field field, int count, int most) => Keep(field, Measure.Characters, count, most);

        private void Keep(Field field, Measure measure, int count, int most, FiscalYear? year = null)
        {
            if (count > most)
                (_excesses ??= []).Add(new(field, measure, count, most) { Year = year });
        }
    }
}

/// <summary>What is counted in a field.</summary>
public enum Measure
{
    /// <summary>文字.</summary>
    Characters,

    /// <summary>件.</summary>
    Items,
}

/// <summary>A field that holds more than it may.</summary>
/// <param name="Count">What was counted.</param>
/// <param name="Most">The limit.</param>
public sealed record Excess(Field Field, Measure Measure, int Count, int Most)
{
    /// <summary>Of a figure; null for any other field.</summary>
    public FiscalYear? Year { get; init; }
}
