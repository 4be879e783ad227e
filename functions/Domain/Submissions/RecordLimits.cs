namespace KawasakiServerless.Domain;

/// <summary>
/// The most that a record holds (上限). Any record within them fits a row of Azure Tables, which takes 32,768 UTF-16 units in a column and 1 MiB in a row, also where the
/// row is measured as it travels, six bytes a Japanese character; and the pages of the site. The check of a workbook refuses what is beyond, so that nothing accepted is
/// refused by storage.
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

    /// <summary>What of a record is beyond the limits; nothing for most.</summary>
    public static IEnumerable<Excess> ExcessesOf(Record record) => MeasuresOf(record).Where(m => m.Count > m.Most);

    private static IEnumerable<Excess> MeasuresOf(Record record) => record switch
    {
        Initiative r => [Text(Field.Text, r.Text), .. List(Field.Divisions, r.Divisions)],
        Indicator r =>
        [
            Text(Field.Name, r.Name), Text(Field.Group, r.Group), Text(Field.Unit, r.Unit), .. r.Figures.Where(f => f.Text is not null).Select(Words), .. List(Field.Notes, r.Notes),
        ],
        Direction r => [Text(Field.Text, r.Text), .. List(Field.Divisions, r.Divisions)],
        Collaboration r => [Text(Field.Partners, r.PartnersText), Text(Field.Name, r.Name), Text(Field.Outline, r.Outline), Text(Field.Direction, r.Direction)],
        WardActivity r => [Text(Field.Category, r.Category), Text(Field.Heading, r.Heading), Text(Field.Text, r.Text)],
        Statistic r => [Text(Field.Section, r.Section), Text(Field.Name, r.Name), Items(Field.Shares, r.Shares.Count, Shares), new(Field.Shares, Measure.Characters, r.Shares.Sum(Length), SharesLength)],
        Passage r =>
        [
            new(Field.Document, Measure.Characters, r.Document.Length, DocumentLength), Items(Field.Path, r.Path.Count, PathLevels),
            new(Field.Path, Measure.Characters, r.Path.Sum(h => h.Length), PathLength), Text(Field.Text, r.Text),
        ],
        PlainSummary r => [Text(Field.Text, r.Text)],
        _ => throw new InvalidOperationException($"{record.GetType().Name} has no limits."),
    };

    private static Excess Text(Field field, string? text) => new(field, Measure.Characters, text?.Length ?? 0, TextLength);

    private static Excess Words(Figure figure) => new(Field.Figure, Measure.Characters, figure.Text?.Length ?? 0, FigureLength) { Year = figure.Year };

    private static Excess Items(Field field, int count, int most) => new(field, Measure.Items, count, most);

    private static Excess[] List(Field field, EquatableList<string> items) =>
        [Items(field, items.Count, ListItems), new(field, Measure.Characters, items.Sum(i => i.Length), ListLength)];

    private static int Length(Share share) => share.Label.Length + (share.Note?.Length ?? 0);
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
