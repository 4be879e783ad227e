using System.Buffers.Binary;

namespace KawasakiServerless.Workbooks;

/// <summary>The error cells of an .xls, which ExcelDataReader takes for blank. Record numbers are those of [MS-XLS].</summary>
internal sealed class ErrorCells(byte[] stream, Budget budget)
{
    private const int Formula = 0x0006, EndOfSheet = 0x000A, BoundSheet = 0x0085, BoolErr = 0x0205, Beginning = 0x0809;

    private readonly List<int> sheets = [.. Records(stream, 0).Where(r => r is { Type: BoundSheet, Length: >= 6 } && stream[r.At + 5] == 0)
        .Select(r => BinaryPrimitives.ReadInt32LittleEndian(stream.AsSpan(r.At)))];

    /// <param name="sheet">Its place among the worksheets, from 0.</param>
    public Dictionary<CellAddress, string> On(int sheet)
    {
        Dictionary<CellAddress, string> errors = [];
        if (sheet >= sheets.Count)
            return errors;
        // Charts lie within sheets as sheets of their own.
        var depth = 0;
        foreach (var record in Records(stream, sheets[sheet]))
        {
            depth += record.Type switch { Beginning => 1, EndOfSheet => -1, _ => 0 };
            if (depth == 0)
                break;
            if (CodeOf(record) is not { } code)
                continue;
            budget.SpendCell();
            errors[new(Short(record.At) + 1, Short(record.At + 2) + 1)] = code;
        }

        return errors;
    }

    /// <summary>Number, place of the body, length.</summary>
    internal static IEnumerable<(int Type, int At, int Length)> Records(byte[] stream, int from)
    {
        for (var at = from; at >= 0 && at + 4 <= stream.Length;)
        {
            var (type, length) = (BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(at)), BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(at + 2)));
            if (at + 4 + length > stream.Length)
                yield break;
            yield return (type, at + 4, length);
            at += 4 + length;
        }
    }

    private string? CodeOf((int Type, int At, int Length) record) => record switch
    {
        { Type: BoolErr, Length: >= 8 } when stream[record.At + 7] == 1 => NameOf(stream[record.At + 6]),
        { Type: Formula, Length: >= 14 } when Short(record.At + 12) == 0xFFFF && stream[record.At + 6] == 2 => NameOf(stream[record.At + 8]),
        _ => null,
    };

    private int Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(at));

    private static string NameOf(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#ERROR!",
    };
}
