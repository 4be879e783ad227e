using KawasakiServerless.Domain;

namespace KawasakiServerless.Local.CommandLine;

/// <summary>
/// Colours the output on a terminal. The output is not coloured if it goes to a file or a pipe, if the environment variable NO_COLOR is set
/// (no-color.org) or if TERM is dumb.
/// </summary>
internal sealed class Ink
{
    private Ink()
    {
    }

    public static Ink None { get; } = new();

    public static Ink Coloured { get; } = new() { IsColoured = true };

    private bool IsColoured { get; init; }

    public static Ink ForOutput() => Console.IsOutputRedirected ? None : ForTerminal(Environment.GetEnvironmentVariable);

    public static Ink ForTerminal(Func<string, string?> environment) =>
        environment("NO_COLOR") is { Length: > 0 } || environment("TERM") == "dumb" ? None : Coloured;

    public string Bold(string text) => Paint("1", text);

    public string Faint(string text) => Paint("2", text);

    public string Good(string text) => Paint("1;32", text);

    public string Of(Severity severity, string text) => Paint(
        severity switch
        {
            Severity.Error => "1;31",
            Severity.Warning => "1;33",
            Severity.Info => "1;36",
        },
        text);

    private string Paint(string code, string text) => IsColoured && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
