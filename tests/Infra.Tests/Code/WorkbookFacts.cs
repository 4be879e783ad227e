namespace KawasakiServerless.Infra.Tests.Code;

/// <summary>The workbook shows what the code measures.</summary>
public sealed class WorkbookFacts
{
    [Fact]
    public void ItShowsEveryMetricAndNoOther() => Assert.Equal(
        CodeNames.Metrics.Order(StringComparer.Ordinal),
        CodeNames.MetricsIn(CodeNames.Read("infra/workbook.json")).Order(StringComparer.Ordinal));
}
