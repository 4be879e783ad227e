namespace KawasakiServerless.Domain;

/// <summary>The trend of an indicator between the last two consecutive years that have numbers (推移).</summary>
public enum Trend
{
    /// <summary>Japanese term: 増加.</summary>
    Up,

    /// <summary>Japanese term: 減少.</summary>
    Down,

    /// <summary>Japanese term: 横ばい.</summary>
    Level,

    /// <summary>文章での報告: no two consecutive years have numbers, and the department reported text for at least one year.</summary>
    InWords,

    /// <summary>比較する年度が未報告: no two consecutive years have numbers, and the department reported no text either.</summary>
    NotReported,
}

public static class Trends
{
    public static Trend Of(IReadOnlyList<Figure> figures)
    {
        var numbers = figures.Where(f => f.Value is not null).ToList();
        var last = numbers.Zip(numbers.Skip(1)).LastOrDefault(pair => pair.First.Year == pair.Second.Year.Previous);
        if (last.Second is not null)
            return Compare(last.First.Value!.Value, last.Second.Value!.Value);
        return figures.Any(f => f.Status == FigureStatus.Text) ? Trend.InWords : Trend.NotReported;
    }

    private static Trend Compare(decimal before, decimal after) =>
        after > before ? Trend.Up : after < before ? Trend.Down : Trend.Level;
}
