using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace KawasakiServerless.Site;

/// <summary>A QR code (JIS X 0510) as one SVG path: a rectangle for each horizontal run of dark modules, one SVG unit per module.</summary>
public sealed class QrCode
{
    public QrCode(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        Size = code.ModuleMatrix.Count;
        Path = string.Concat(code.ModuleMatrix.Select((row, y) => RunsOf(row, y)));
    }

    /// <summary>Modules per side, including the quiet zone of four modules around the code.</summary>
    public int Size { get; }

    public string Path { get; }

    private static string RunsOf(BitArray row, int y)
    {
        var path = new StringBuilder();
        for (var x = 0; x < row.Length; x++)
        {
            var start = x;
            while (x < row.Length && row[x])
                x++;
            if (x > start)
                path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
        }

        return path.ToString();
    }
}
