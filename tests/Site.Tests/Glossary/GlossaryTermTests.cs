namespace KawasakiServerless.Site.Tests;

public class GlossaryTermTests
{
    [Theory]
    [InlineData("認知症カフェと民生委員", "dementia-cafe welfare-commissioner")]
    [InlineData("ＮＰＯと連携", "npo")]
    [InlineData("逆紹介率", "reverse-referral-rate")]
    [InlineData("逆紹介率と紹介率", "reverse-referral-rate referral-rate")]
    [InlineData("介護予防・日常生活支援総合事業を行う", "care-prevention-programme")]
    [InlineData("総合事業と介護予防", "care-prevention-programme care-prevention")]
    [InlineData("道路の整備", "")]
    public void TermsInATextAreListedOnceInItsOrderAndNotWithinLongerTerms(string text, string codes) =>
        Assert.Equal(codes, string.Join(' ', SiteContent.Shipped.Glossary.In([text]).Select(t => t.Code)));

    [Fact]
    public void GlossaryTermsAreSortedByTheirKanaRow()
    {
        var rows = SiteContent.Shipped.Glossary.All.Select(t => t.Row).ToList();
        Assert.Equal(rows.OrderBy(r => r), rows);
        Assert.Equal('か', SiteContent.Shipped.Glossary.All.Single(t => t.Reading == "ごじょ").Row);
    }

    [Fact]
    public void EveryTermHasAUniqueAnchorAndAMeaningThatEndsWithAFullStop()
    {
        Assert.Equal(SiteContent.Shipped.Glossary.All.Count, SiteContent.Shipped.Glossary.All.Select(t => t.Code).Distinct().Count());
        Assert.All(SiteContent.Shipped.Glossary.All, t => Assert.Matches("^[a-z-]+$", t.Code));
        Assert.All(SiteContent.Shipped.Glossary.All, t => Assert.EndsWith("。", t.Meaning, StringComparison.Ordinal));
    }
}
