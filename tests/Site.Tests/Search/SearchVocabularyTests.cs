using KawasakiServerless.Site.Search;

namespace KawasakiServerless.Site.Tests.Search;

public class SearchVocabularyTests
{
    private static readonly SearchVocabulary Vocabulary = SiteContent.Shipped.Vocabulary;

    private static readonly string[] Denials = ["ない", "以外", "ません"];

    [Fact]
    public void EachTermIsListedOnce() =>
        Assert.Equal(Vocabulary.Terms.DistinctBy(t => SearchText.Fold(t.Term)).Count(), Vocabulary.Terms.Count);

    [Fact]
    public void NoSynonymIsBlankOrEqualToItsTerm() => Assert.All(
        Vocabulary.Terms, term => Assert.DoesNotContain(term.Others, other => string.IsNullOrWhiteSpace(other) || other == term.Term));

    [Fact]
    public void ReadingsComeRightAfterTheirTerms() => Assert.All(
        Vocabulary.Terms, term => Assert.Equal([SearchText.Fold(term.Term), SearchText.Fold(term.Reading)], term.Written.Take(2)));

    [Fact]
    public void QuestionWordsAreGroupedByTheKindsOfQuestionsThatTheScriptHandles() =>
        Assert.Equal(["figure", "meaning", "other", "trend"], Vocabulary.Questions.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("川崎市", "川崎市")]
    [InlineData("Ａ市", "a市")]
    public void TheNameOfTheMunicipalityIsAmongTheWordsThatTheSearchIgnores(string name, string folded) =>
        Assert.Equal([folded], Vocabulary.FoldedQuestions(name)["place"]);

    // The search ignores the question words and particles of a query. If 以外 (except) or ない (not) were among them, it would find the
    // opposite of what was asked for.
    [Fact]
    public void NoParticleOrQuestionWordIsANegation() => Assert.DoesNotContain(
        Vocabulary.Questions.Values.SelectMany(q => q).Concat(Vocabulary.Particles),
        word => Denials.Any(d => word.Contains(d, StringComparison.Ordinal)));
}
