using KawasakiServerless.Domain;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Registers;

/// <summary>The addresses of the register screens.</summary>
internal static class RegisterPaths
{
    public const string All = "/staff/registers";

    public static Crumb List { get; } = new("台帳", All);

    /// <summary>The address of a year's register, such as /staff/2018/register.</summary>
    public static string Of(FiscalYear year) => $"{YearScreens.FolderOf(year)}register";

    public static string Department(FiscalYear year, string code) => $"{Of(year)}/departments/{code}";

    public static string Version(FiscalYear year, string version) => $"{Of(year)}/versions/{version}";

    public static string Saved(FiscalYear year, string version) => $"{Of(year)}?saved={version}";

    public static Crumb To(FiscalYear year) => new($"{year.EraLabel}の台帳", Of(year));
}
