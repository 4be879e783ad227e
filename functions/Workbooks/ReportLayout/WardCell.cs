using System.Globalization;
using System.Text;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>
/// Reads a cell with a ward's activities: a list of activities (items), with years, categories and headings on separate lines between them.
/// </summary>
internal sealed class WardCell(ReportSheet sheet, ReportCell cell, WardPlace place, WardHead head)
{
    private readonly List<(WardHead Head, StringBuilder Text)> items = [];
    private readonly ItemLines lines = new(cell.Text);
    private WardHead current = head;

    // The last heading line; null once an item has followed it. A heading that no item follows is reported as not read.
    private string? bare;

    public IEnumerable<WardActivity> Activities()
    {
        sheet.SpendLines(cell.Text);
        foreach (var line in lines.All)
            Take(line);
        ReportBare();
        return items.Select((item, index) => new WardActivity(
            Draft(index + 1), sheet.SourceOf($"{cell.Address}"), place.Ward, item.Head.Year, item.Head.Category, item.Head.Heading,
            OneLine.Of(item.Text.ToString())));
    }

    private void Take(string line)
    {
        if (IsHeading(line))
            TakeHeading(line);
        else if (lines.BeginsItem(line))
            Add(line);
        else if (items.Count > 0 && items[^1].Head == current)
            items[^1].Text.Append('\n').Append(line);
        else
            TakeHeading(line);
    }

    private void TakeHeading(string line)
    {
        var next = Under(line);
        if (HeadingLine.IsOfYear(line) && WardYears.DoubtOf(line, next.Year, sheet.Context.ReportingYear) is { } doubt)
            sheet.Report(cell, doubt, line);
        if (current.Heading is not null && next.Heading != current.Heading)
            ReportBare();
        (current, bare) = (next, line);
    }

    private void ReportBare()
    {
        if (bare is not null)
            sheet.Report(cell, FileFindings.HeadingNotRead(bare), bare);
    }

    private void Add(string line)
    {
        sheet.Scope.Budget.SpendRecord();
        var item = Bullets.Without(line);
        items.Add((current, new(item)));
        if (InlineItems.FollowIn(item))
            sheet.Report(cell, RecordFindings.SeveralItems(ReportTables.Activities.Header), item);
        bare = null;
    }

    private bool IsHeading(string line) =>
        HeadingLine.IsOfYear(line) || HeadingLine.CategoryIn(line) is not null
        || HeadingLine.Inner(line) is { Brackets: '【' or '「' } || lines.IsHeading(line)
        || (lines.AreBulleted && IsNumbered(line));

    // Recognizes headings such as (1) 町内会・自治会関係のヒアリングの実施からの取組
    private static bool IsNumbered(string line)
    {
        var folded = line.Fold();
        return folded.Length > 3 && folded[0] == '(' && char.IsAsciiDigit(folded[1]) && folded[2] == ')';
    }

    // A heading of several years, such as 【平成28・29年度】, is not the year of its items; they are listed without a year below its text.
    private WardHead Under(string line) =>
        HeadingLine.YearIn(line, current.Year) is { } year ? current with { Year = year, Heading = null }
        : HeadingLine.CategoryIn(line) is { } category ? current with { Category = category, Heading = null }
        : HeadingLine.IsOfYear(line) ? current with { Year = null, Heading = line }
        : current with { Heading = line };

    private string Draft(int number) => string.Create(CultureInfo.InvariantCulture, $"{sheet.Name}!{cell.Address}#{number}");
}
