using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>Reads the sheet 視点別取組, in which an initiative may have several rows, adjacent or not.</summary>
internal sealed class InitiativeReader(TemplateTable table)
{
    private readonly Dictionary<string, InitiativeHead> byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InitiativeHead> byText = new(StringComparer.Ordinal);
    private readonly List<InitiativeHead> telling = [];
    private readonly (int First, int Last) columns = table.Extent(InitiativeSheet.Own, []);
    private InitiativeHead? above;

    // The number of elements of `telling` that were already added to `byText`.
    private int folded;

    public static IEnumerable<PlacedRecord> Read(TemplateTable table)
    {
        var (reader, indicators) = (new InitiativeReader(table), new IndicatorReader(table));
        foreach (var row in table.Rows())
        {
            if (reader.IsBegun(row) && reader.above?.Initiative is { } begun)
                yield return row.Placed(begun);
            if (indicators.Read(row, reader.above?.Initiative) is { } indicator)
                yield return row.Placed(indicator);
        }
    }

    private bool IsBegun(TableRow row)
    {
        var said = InitiativeHead.Read(row);
        var known = Known(row, said);
        if (known is { Divisions: null, Row: > 0 } && said.Divisions is not null)
            row.Report(SharedColumns.Divisions, FileFindings.DivisionsNotRead(known.Row));
        above = known ?? Begin(row, said);
        return known is null;
    }

    private InitiativeHead? Known(TableRow row, InitiativeHead said)
    {
        if (row.IsBlank(SharedColumns.Number) && row.IsBlank(InitiativeSheet.Text))
            return above?.Agrees(said) == true ? above : null;
        var known = said.Number is not null ? byNumber.GetValueOrDefault(said.Number) : OfText(said.FoldedText);
        if (known is null || known.Agrees(said))
            return known;
        if (said.Number is not null)
            row.Report(SharedColumns.Number, Findings.NumberTwice(said.Number));
        return null;
    }

    private InitiativeHead Begin(TableRow row, InitiativeHead said)
    {
        if (said == InitiativeHead.Blank && row.AreBlank(InitiativeSheet.Own))
        {
            row.ReportWhole(RecordFindings.IndicatorWithoutInitiative());
            return said;
        }

        if (said.Viewpoint is null)
            row.ReportBlank(SharedColumns.Viewpoint);
        if (said.PolicyArea is null)
            row.ReportBlank(SharedColumns.PolicyArea);
        if (said.Text is null)
            row.ReportBlank(InitiativeSheet.Text);
        var head = said with { Row = row.Number, Initiative = said.ToInitiative(row.Identify(said.Number), row.Source(columns)) };
        if (said.Number is not null)
            byNumber.TryAdd(said.Number, head);
        if (said.Text is not null)
            telling.Add(head);
        return head;
    }

    // Adds the texts to `byText` only when a text is looked up. If every row has a record id (管理番号), no text is looked up, and none is
    // normalized.
    private InitiativeHead? OfText(string text)
    {
        for (; folded < telling.Count; folded++)
            byText[telling[folded].FoldedText] = telling[folded];
        return byText.GetValueOrDefault(text);
    }
}

/// <summary>The fields of an initiative that one row contains; null for blank cells.</summary>
internal sealed record InitiativeHead(string? Number, int? Viewpoint, string? PolicyArea, EquatableList<string>? Divisions, string? Text)
{
    public static InitiativeHead Blank { get; } = new(null, null, null, null, null);

    public Initiative? Initiative { get; init; }

    /// <summary>The number of the initiative's first row.</summary>
    public int Row { get; init; }

    public string FoldedText => Text.Fold();

    public static InitiativeHead Read(TableRow row) => new(
        row.Value(SharedColumns.Number)?.ToString(),
        row.Value(SharedColumns.Viewpoint),
        row.Value(SharedColumns.PolicyArea),
        row.Value(SharedColumns.Divisions),
        row.Value(InitiativeSheet.Text));

    /// <summary>
    /// Whether the two rows may describe the same initiative: viewpoint, policy area, divisions and text are each equal in both rows, or
    /// blank in at least one of them.
    /// </summary>
    public bool Agrees(InitiativeHead other) =>
        (other.Viewpoint ?? Viewpoint) == (Viewpoint ?? other.Viewpoint)
        && (other.PolicyArea ?? PolicyArea) == (PolicyArea ?? other.PolicyArea)
        && Equals(other.Divisions ?? Divisions, Divisions ?? other.Divisions)
        && (other.Text is null || Text is null || other.FoldedText == FoldedText);

    public Initiative? ToInitiative(string id, Source source) =>
        Viewpoint is { } viewpoint && PolicyArea is not null && Text is not null
            ? new(id, source, viewpoint, PolicyArea, Divisions ?? [], Text)
            : null;
}
