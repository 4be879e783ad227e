using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>An initiative as a cell says it, with the figures in its text as indicators.</summary>
internal sealed class ReadInitiative(ReportSheet sheet, PlacedItem item, AreaBlock block)
{
    public IEnumerable<Record> Records()
    {
        var (id, source) = (item.Draft(sheet.Name), sheet.SourceOf($"{item.Cell.Address}"));
        return [new Initiative(id, source, block.Viewpoint, block.PolicyArea, block.Divisions, OneLine.Of(item.Text))];
    }
}
