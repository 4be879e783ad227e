using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>Finds units that are written in several ways, か所 and 箇所 or ％ and %: the way written most often is the usual one.</summary>
internal static partial class UnitSpelling
{
    public static void Check(IReadOnlyList<PlacedRecord> records)
    {
        var spellings = PlacedRecord.Of<Indicator>(records).Where(i => i.Record.Unit is not null).GroupBy(i => i.Record.Unit!, StringComparer.Ordinal);
        foreach (var unit in spellings.GroupBy(s => KeyOf(s.Key), StringComparer.Ordinal))
        {
            var usual = unit.MaxBy(s => s.Count())!.Key;
            foreach (var (record, report) in unit.Where(s => s.Key != usual).SelectMany(s => s))
                report(InitiativeSheet.Unit, RecordFindings.UnitSpelling(record.Unit!, usual));
        }
    }

    private static string KeyOf(string unit) => Counter().Replace(unit.Fold().ToUpperInvariant(), "か");

    [GeneratedRegex("^[かカヵヶケ箇個](?=所|月|年|国|村)")]
    private static partial Regex Counter();
}
