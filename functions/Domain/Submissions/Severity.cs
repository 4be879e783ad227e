namespace KawasakiServerless.Domain;

/// <summary>The severity of a finding (重さ).</summary>
public enum Severity
{
    /// <summary>参考: for information only.</summary>
    Info,

    /// <summary>注意: the workbook is accepted, and the warning is shown to staff.</summary>
    Warning,

    /// <summary>誤り: the workbook is rejected.</summary>
    Error,
}

/// <summary>The labels of the severities, used in workbooks and on the command line.</summary>
public static class SeverityLabels
{
    public static string Label(this Severity severity) => severity switch
    {
        Severity.Error => "誤り",
        Severity.Warning => "注意",
        Severity.Info => "参考",
    };
}
