namespace KawasakiServerless.Benchmarks;

/// <summary>openpyxl, merely reading: every sheet in its read-only mode, values alone.</summary>
internal static class Openpyxl
{
    // Debian's Python, for which Debian packages openpyxl; the first python3 of the path may be another.
    private static readonly string Python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    private static readonly string Script = ReadScript();

    public static Contestant Reading(string workbook) => Contestants.Process("openpyxl, read-only", Python, "-c", Script, workbook);

    public static string Version() =>
        $"openpyxl {Tools.Run(Python, "-c", "import openpyxl, sys; print(openpyxl.__version__, 'on Python', sys.version.split()[0], end='')") ?? "missing"}";

    /// <exception cref="InvalidOperationException">It is missing and cannot be installed.</exception>
    public static void Require() => Tools.Require("python3-openpyxl", () => Tools.Run(Python, "-c", "import openpyxl") is not null);

    private static string ReadScript()
    {
        using var stream = typeof(Openpyxl).Assembly.GetManifestResourceStream("openpyxl.py")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
