namespace KawasakiServerless.Domain;

/// <summary>How much a finding matters (重さ).</summary>
public enum Severity
{
    /// <summary>参考: worth knowing.</summary>
    Info,

    /// <summary>注意: accepted, and shown to staff.</summary>
    Warning,

    /// <summary>誤り: rejects the workbook.</summary>
    Error,
}

/// <summary>What the severities are called, in workbooks and at the command line.</summary>
public static class SeverityLabels
{
    public static string Label(this Severity severity) => severity switch
    {
        Severity.Error => "誤り",
        Severity.Warning => "注意",
        Severity.Info => "参考",
    };
}
