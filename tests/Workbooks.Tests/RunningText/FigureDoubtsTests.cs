using KawasakiServerless.Workbooks.RunningText;

namespace KawasakiServerless.Workbooks.Tests.RunningText;

/// <summary>What a clerk is told to do about figures in running text.</summary>
public sealed class FigureDoubtsTests
{
    [Theory]
    [InlineData("数 H28：5 6 社 H29：57社", "「平成28年度 5 6 社」の数字の間の空白を取り、一つの数として読み取りました。", "数字の間に空白を入れずに書いてください。例：平成28年度 56 社")]
    [InlineData("数 H28：５　６ 社 H29：57社", "「平成28年度 ５　６ 社」の数字の間の空白を取り、一つの数として読み取りました。", "数字の間に空白を入れずに書いてください。例：平成28年度 ５６ 社")]
    [InlineData(
        "部数 H28：約1,000部 H29：2,000部", "「平成28年度 約1,000部」はおよその数や合わせた数のため、文章のまま扱います。", "数値として公開したいときは、年度ごとに一つの数を書いてください。例：平成28年度：1000部")]
    [InlineData("回数 H28：3〜5回", "「平成28年度 3〜5回」は範囲のため、文章のまま扱います。", "数値として公開したいときは、年度ごとに一つの数を書いてください。例：平成28年度：5回")]
    [InlineData("部数 H28：75万部", "「平成28年度 75万部」は一つの数として読み取れないため、文章のまま扱います。", "数値として公開したいときは、年度ごとに一つの数を書いてください。例：平成28年度：750000部")]
    [InlineData("部数 H28：1,00部", "「平成28年度 1,00部」は一つの数として読み取れないため、文章のまま扱います。", "数値として公開したいときは、年度ごとに一つの数を書いてください。例：H28：5か所 H29：6か所")]
    [InlineData("飼育数 H28：3羽", "「羽」は、よく使われる単位の中にありません。書かれたとおりの単位として扱います。", "単位が正しければ、このままで構いません。違うときは、よく使われる単位で書いてください。例：回、人、か所、%")]
    [InlineData("部数 H28：1,000部 H29：7,700", "「部数」の単位が年度によって違います。初めの年度の単位として扱います。", "どの年度にも、同じ単位を同じ書き方で書いてください。例：H28：5か所 H29：6か所")]
    [InlineData("開催数 H28：5回（2日）", "「平成28年度 2日」は注として扱い、数値には入れていません。", "数値であるときは、別の指標として書いてください。注であれば、このままで構いません。例：行を分け、名前と年度を付けて書く")]
    [InlineData("部数 H28：  H29：5部", "「部数 H28：」の年度に数値がありません。", "数値を書き加えるか、年度を除いてください。例：部数 H28：○○")]
    [InlineData(
        "配布部数 H28実績：1,000", "「配布部数 H28実績：1,000」を年度ごとの数値として読み取れませんでした。文章のまま扱います。", "「指標名 年度：数値」の形で書いてください。例：配布部数 H28：1,000部 H29：7,700部")]
    public void TheRemedyForADoubtfulFigureGivesAnExampleFromItsText(string figures, string message, string remedy)
    {
        var finding = FigureDoubts.Of(Assert.Single(Some.RunningText.Read("取組", figures).Doubts));

        Assert.Equal((message, remedy), (finding.Message, finding.Remedy));
    }

    [Fact]
    public void ALongTextIsQuotedInPart()
    {
        var finding = FigureDoubts.Of(new(FigureDoubtKind.EmptyYear, $"{new string('あ', 200)} H28："));

        Assert.Contains($"「{new string('あ', 99)}…」", finding.Message, StringComparison.Ordinal);
        Assert.EndsWith("あ…○○", finding.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(197, true)]
    [InlineData(198, false)]
    public void AFigureCellWithMoreThan200CharactersCausesNoDoubt(int more, bool isDoubted) =>
        Assert.Equal(isDoubted, FigureDoubts.OfCell($"約92{new string('、', more)}", "1000") is not null);
}
