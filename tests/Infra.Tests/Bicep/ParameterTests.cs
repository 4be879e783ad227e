namespace KawasakiServerless.Infra.Tests.Bicep;

/// <summary>
/// The compiler refuses a wrong value of a parameter before anything is deployed, with a message that says what is allowed.
/// </summary>
[Collection(CompiledOnce.Name)]
public sealed class ParameterTests(Compiled compiled)
{
    private const string Slash = "SITE_URL must begin with https:// and end with a slash.";
    private const string FirstOfMonth = "BUDGET_START must be the first day of a month";

    [Theory]
    [InlineData("SITE_URL", "'http://care.city.example/'", Slash)]
    [InlineData("SITE_URL", "'https://care.city.example'", Slash)]
    [InlineData("BUDGET_START", "''", FirstOfMonth)]
    [InlineData("BUDGET_START", "'2026-04-15'", FirstOfMonth)]
    [InlineData("DATA_SKU", "'Premium_LRS'", "the provided value is of type \"'Premium_LRS'\"")]
    [InlineData("SITE_SKU", "'Standard_RAGRS'", "the provided value is of type \"'Standard_RAGRS'\"")]
    public async Task AWrongValueOfAParameterIsRefused(string name, string value, string message) =>
        Assert.Contains(message, Assert.Single(await DiagnoseAsync((name, value))), StringComparison.Ordinal);

    [Fact]
    public async Task WithoutABudgetItsStartIsNotRequired() =>
        Assert.Empty(await DiagnoseAsync(("BUDGET_AMOUNT", "'0'"), ("BUDGET_START", "''")));

    [Fact]
    public async Task TheAddressOfTheSiteMayBeSet() => Assert.Empty(await DiagnoseAsync(("SITE_URL", "'https://care.city.example/'")));

    // Writes the values into the parameter file instead of setting environment variables, because the compiler reads these only once, when
    // its process starts.
    private async Task<IReadOnlyList<string>> DiagnoseAsync(params (string Name, string Value)[] settings)
    {
        var folder = compiled.NewCopy();
        foreach (var (name, value) in settings)
            folder.Set(name, value);
        return await folder.DiagnoseAsync(BicepFolder.Plain);
    }
}
