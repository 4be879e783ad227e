namespace KawasakiServerless.Benchmarks;

/// <summary>Runs the Python library openpyxl in its read-only mode. It only reads the values of every sheet and checks nothing.</summary>
internal static class Openpyxl
{
    // Debian's own Python is preferred, because Debian's package of openpyxl belongs to it; the first python3 in the PATH may be another.
    private static readonly string Python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    private static readonly string Script = ReadScript();

    public static Contestant Reading(string workbook) => Contestants.Process("openpyxl, read-only", Python, "-c", Script, workbook);

    public static string Version() =>
        $"openpyxl {Tools.Run(Python, "-c", "import openpyxl, sys; print(openpyxl.__version__, 'on Python', sys.version.split()[0], end='')") ?? "missing"}";

    /// <exception cref="InvalidOperationException">openpyxl is missing and cannot be installed.</exception>
    public static void Require() => Tools.Require("python3-openpyxl", () => Tools.Run(Python, "-c", "import openpyxl") is not null);

    private static string ReadScript()
    {
        using var stream = typeof(Openpyxl).Assembly.GetManifestResourceStream("openpyxl.py")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
