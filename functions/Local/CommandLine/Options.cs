using System.CommandLine;
using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Local.CommandLine;

/// <summary>Options that several commands share. Their values are validated while the command line is parsed.</summary>
internal static class Options
{
    public static Option<string?> Department(Register register, string description)
    {
        var option = new Option<string?>("--department") { Description = description, HelpName = "CODE" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } code && register.FindDepartment(code) is null)
                result.AddError($"{code} is not a department code. Known: {string.Join(", ", register.Departments.Select(d => d.Code))}.");
        });
        return option;
    }

    public static Option<int> Port(string description, int usual)
    {
        var option = new Option<int>("--port") { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !ushort.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                result.AddError("--port takes a number from 0 to 65535.");
        });
        return option;
    }

    public static Option<FiscalYear> Year() => new("--year")
    {
        Description = "Reporting year, such as 2018",
        DefaultValueFactory = _ => FiscalYear.Of(2018),
        CustomParser = result =>
        {
            if (result.Tokens is [var token] && FiscalYear.TryParse(token.Value, out var year))
                return year;
            result.AddError(
                result.Tokens is [{ Value: var typed }]
                    ? $"{(string.IsNullOrWhiteSpace(typed) ? "An empty text" : typed)} is not a year; use for example --year 2018."
                    : "--year takes one year, such as --year 2018.");
            return FiscalYear.Of(2018);
        },
    };

    public static Option<Uri?> Url() => new("--url")
    {
        Description = "Public address for the sitemap and canonical links",
        HelpName = "BASE",
        CustomParser = result =>
        {
            if (result.Tokens is [var token] && Uri.TryCreate(token.Value.TrimEnd('/') + "/", UriKind.Absolute, out var address)
                && address.Scheme is "http" or "https")
                return address;
            result.AddError("--url takes an address such as https://example.jp/.");
            return null;
        },
    };

    public static Option<bool> Json() =>
        new("--json") { Description = "Print one JSON document, and nothing else, on standard output" };
}
