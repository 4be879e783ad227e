using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>
/// Edits Excel's calculation chain (calcChain), which lists all cells with a formula. Excel reports a workbook as damaged if the chain
/// lists a cell without a formula.
/// </summary>
/// <param name="gone">The cells whose formula was replaced by a value, each with the sheetId of its sheet and its address.</param>
internal sealed class CalculationOrder(IReadOnlySet<(string Sheet, CellAddress At)> gone)
{
    /// <summary>
    /// Copies the chain without the cells whose formula was replaced. A listed cell without a sheet attribute (i) is on the same sheet as
    /// the cell listed before it. If the cell that names the sheet is left out, the attribute is therefore added to the next cell that is
    /// kept.
    /// </summary>
    public void Copy(MarkupReader chain, TextWriter writer)
    {
        var (sheet, written) = ("", "");
        while (chain.Read())
        {
            if (!chain.IsElement("c"))
            {
                writer.Write(chain.Token);
                continue;
            }

            sheet = chain.Attribute("i") ?? sheet;
            if (IsGone(sheet, chain.Attribute("r")))
            {
                Skip(chain);
                continue;
            }

            writer.Write(sheet == written || chain.Attribute("i") is not null ? chain.Token : Naming(chain, sheet));
            written = sheet;
        }
    }

    /// <summary>Returns how many cells remain in the chain when the cells whose formula was replaced are left out.</summary>
    public int CountLeft(System.Xml.XmlReader chain, Budget budget)
    {
        var (sheet, left) = ("", 0);
        while (chain.Step(budget))
        {
            if (!chain.IsAt("c"))
                continue;
            sheet = chain.GetAttribute("i") ?? sheet;
            left += IsGone(sheet, chain.GetAttribute("r")) ? 0 : 1;
        }

        return left;
    }

    private bool IsGone(string sheet, string? cell) => CellAddress.TryParse(cell, out var at) && gone.Contains((sheet, at));

    private static void Skip(MarkupReader chain)
    {
        while (chain.Kind == MarkupKind.Start && chain.Read() && !chain.IsEnd("c"))
        {
        }
    }

    private static string Naming(MarkupReader chain, string sheet) =>
        $"{TagText.Open(chain.Token)} i=\"{sheet}\"{(chain.Kind == MarkupKind.Empty ? "/>" : ">")}";
}
