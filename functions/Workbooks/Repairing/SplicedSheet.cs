using System.Globalization;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>
/// Copies the XML of a sheet tag by tag, replaces the edited cells, and inserts elements for edited cells that have none yet.
/// </summary>
internal sealed class SplicedSheet(
    IReadOnlyDictionary<CellAddress, PendingEdit> edits, EditedSheetSurvey survey, CellStyles styles, Budget budget)
{
    private readonly SortedDictionary<int, Queue<PendingEdit>> missing = new(edits.Values
        .Where(e => !e.IsThere && e.Edit.Value != CellValue.Blank)
        .GroupBy(e => e.At.Row)
        .ToDictionary(g => g.Key, g => new Queue<PendingEdit>(g.OrderBy(e => e.At.Column))));

    private Queue<PendingEdit> missingInRow = [];
    private int row, column, rowFormat;
    private bool isInRow;

    public void Copy(MarkupReader sheet, TextWriter writer)
    {
        while (sheet.Read())
        {
            if (sheet.IsElement("row"))
                BeginRow(sheet, writer);
            else if (sheet.IsEnd("row"))
                EndRow(sheet, writer);
            else if (sheet.IsElement("c") && isInRow)
                CopyCell(sheet, writer);
            else if (sheet.LocalName == "sheetData" && sheet.Kind != MarkupKind.Start)
                EndData(sheet, writer);
            else
                writer.Write(sheet.IsElement("dimension") ? Dimension(sheet.Token) : sheet.Token);
        }
    }

    private void BeginRow(MarkupReader sheet, TextWriter writer)
    {
        row = TagText.Number(sheet.Token, "r") is >= 1 and <= CellAddress.LastRow and var number ? number : row + 1;
        column = 0;
        InsertRowsUpTo(row, sheet.Prefix, writer);
        rowFormat = sheet.Attribute("customFormat") is "1" or "true" ? TagText.Number(sheet.Token, "s") ?? 0 : 0;
        if (missing.Remove(row, out var cells))
            missingInRow = cells;
        var tag = missingInRow.Count == 0 ? sheet.Token : Widened(sheet.Token);
        var isEmpty = sheet.Kind == MarkupKind.Empty;
        isInRow = !isEmpty;
        writer.Write(isEmpty && missingInRow.Count > 0 ? $"{TagText.Open(tag)}>" : tag);
        if (isEmpty && missingInRow.Count > 0)
        {
            InsertUpTo(CellAddress.LastColumn + 1, sheet.Prefix, writer);
            writer.Write($"</{sheet.Prefix}row>");
        }
    }

    private void EndRow(MarkupReader sheet, TextWriter writer)
    {
        InsertUpTo(CellAddress.LastColumn + 1, sheet.Prefix, writer);
        writer.Write(sheet.Token);
        isInRow = false;
    }

    private void EndData(MarkupReader sheet, TextWriter writer)
    {
        var opens = sheet.Kind == MarkupKind.Empty && missing.Count > 0;
        if (opens)
            writer.Write($"{TagText.Open(sheet.Token)}>");
        InsertRowsUpTo(CellAddress.LastRow + 1, sheet.Prefix, writer);
        writer.Write(opens ? $"</{sheet.Prefix}sheetData>" : sheet.Token);
    }

    private void InsertRowsUpTo(int end, string prefix, TextWriter writer)
    {
        while (missing.Count > 0 && missing.First() is var (number, cells) && number < end)
        {
            (missingInRow, rowFormat) = (cells, 0);
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<{prefix}row r=\"{number}\">"));
            InsertUpTo(CellAddress.LastColumn + 1, prefix, writer);
            writer.Write($"</{prefix}row>");
            missing.Remove(number);
        }
    }

    private void InsertUpTo(int end, string prefix, TextWriter writer)
    {
        while (missingInRow.TryPeek(out var next) && next.At.Column < end)
        {
            var edit = missingInRow.Dequeue();
            var format = rowFormat > 0 ? rowFormat : survey.Columns.FormatOf(edit.At.Column);
            var style = format > 0 ? string.Create(CultureInfo.InvariantCulture, $" s=\"{format}\"") : "";
            WriteCell($"<{prefix}c r=\"{edit.At}\"{style}", FormOf(edit, format), prefix, writer);
        }
    }

    private void CopyCell(MarkupReader sheet, TextWriter writer)
    {
        column = CellAddress.TryParse(sheet.Attribute("r"), out var address) ? address.Column : column + 1;
        InsertUpTo(column, sheet.Prefix, writer);
        if (!edits.TryGetValue(new(row, column), out var edit))
        {
            writer.Write(sheet.Token);
            return;
        }

        var (tag, prefix) = (sheet.Token, sheet.Prefix);
        if (sheet.Kind == MarkupKind.Start)
            SkipContent(sheet);
        WriteCell(TagText.Open(TagText.Without(tag, "t", "cm", "vm", "ph")), FormOf(edit, TagText.Number(tag, "s") ?? 0), prefix, writer);
    }

    private static void SkipContent(MarkupReader sheet)
    {
        for (var depth = 1; depth > 0 && sheet.Read();)
            depth += sheet.Kind == MarkupKind.Start ? 1 : sheet.Kind == MarkupKind.End ? -1 : 0;
    }

    private CellForm? FormOf(PendingEdit edit, int format)
    {
        var form = CellForm.Of(edit.Edit.Value, styles.Of(format), budget);
        if (form is null)
            edit.Refusal ??= EditRefusal.FormatDistorts;
        return form;
    }

    private static void WriteCell(string opened, CellForm? form, string prefix, TextWriter writer)
    {
        if (form is null || form.Content.Length == 0)
            writer.Write($"{opened}/>");
        else
            writer.Write($"{opened}{form.Attributes}>{form.ContentIn(prefix)}</{prefix}c>");
    }

    // Widens the spans attribute of a row (the range of its columns) to include the inserted cells, or removes it if it is not a single
    // range. The attribute is optional, but if present it must cover all cells.
    private string Widened(string tag)
    {
        if (TagText.Attribute(tag, "spans")?.Split(':') is not [var first, var last] || !int.TryParse(first, out var from)
            || !int.TryParse(last, out var to))
            return TagText.Without(tag, "spans");
        var (least, most) = (missingInRow.Min(e => e.At.Column), missingInRow.Max(e => e.At.Column));
        return least >= from && most <= to
            ? tag
            : TagText.With(tag, "spans", string.Create(CultureInfo.InvariantCulture, $"{Math.Min(from, least)}:{Math.Max(to, most)}"));
    }

    private string Dimension(string tag)
    {
        var written = TagText.Attribute(tag, "ref");
        if (missing.Count == 0 || !(CellRange.TryParse(written, out var range) || CellRange.TryParse($"{written}:{written}", out range)))
            return tag;
        CellAddress[] all = [range.Value.First, range.Value.Last, .. missing.Values.SelectMany(q => q).Select(e => e.At)];
        var grown = new CellRange(new(all.Min(a => a.Row), all.Min(a => a.Column)), new(all.Max(a => a.Row), all.Max(a => a.Column)));
        return grown == range.Value ? tag : TagText.With(tag, "ref", grown.ToString());
    }
}
