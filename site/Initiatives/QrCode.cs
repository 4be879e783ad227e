using System.Collections;
using System.Text;
using QRCoder;

namespace KawasakiServerless.Site.Initiatives;

/// <summary>
/// A QR code (JIS X 0510) as one SVG path: a rectangle for each group of adjacent dark modules (squares) in a row. A module is one SVG unit
/// wide.
/// </summary>
public sealed class QrCode
{
    public QrCode(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        Size = code.ModuleMatrix.Count;
        var path = new StringBuilder();
        foreach (var (y, row) in code.ModuleMatrix.Index())
            AddRuns(path, row, y);
        Path = path.ToString();
    }

    /// <summary>The number of modules per side, including the empty margin of four modules that scanners need around the code.</summary>
    public int Size { get; }

    public string Path { get; }

    private static void AddRuns(StringBuilder path, BitArray row, int y)
    {
        for (var x = 0; x < row.Length; x++)
        {
            var start = x;
            while (x < row.Length && row[x])
                x++;
            if (x > start)
                path.Append('M').Append(start).Append(' ').Append(y).Append('h').Append(x - start).Append("v1h-").Append(x - start).Append('z');
        }
    }
}
