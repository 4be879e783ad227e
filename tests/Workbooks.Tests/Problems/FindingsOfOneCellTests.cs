namespace KawasakiServerless.Workbooks.Tests.Problems;

/// <summary>
/// Two findings of one kind about the same cell are both reported if their messages differ; identical ones are reported once.
/// </summary>
public sealed class FindingsOfOneCellTests
{
    [Theory]
    [InlineData("・甲（配布部数 H27：100部 H28：1,000部 H29：10,000部）", 2)]
    [InlineData("・甲（配布部数 H27：100部 H28：1,000部 H29：1,100部）", 1)]
    public void EachSuddenChangeWithinACellMustBeConfirmed(string cell, int count)
    {
        var book = new TestBook().Sheet("視点3", ["視点3"], ["施策等", "これまでの主な取組", "課題と今後の方向性"], ["その他", cell, "・乙"]);
        var changes = Some.Read(book.ToBytes(), "kenkofukushi").Problems.Where(p => p.Code == "sudden-change").ToList();

        Assert.Equal(count, changes.Count);
        Assert.Equal(count, changes.Select(Domain.ConfirmationKey.Of).Distinct().Count());
    }
}
