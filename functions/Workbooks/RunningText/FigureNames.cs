namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>Classifies the words before figures: for example, whether they name a quantity that may be negative.</summary>
internal static class FigureNames
{
    public const string People = "人数";

    private static readonly string[] Countings = ["数", "率", "額", "量", "時間", "件", "費", "割合", "高"];

    private static readonly string[] OfThings = ["回数", "開催数", "実施数", "件数", "か所数", "箇所数", "施設数"];

    private static readonly string[] Changes = ["増", "減", "差", "変化", "変動", "推移", "比", "伸び", "過不足", "収支", "損益", "上昇", "低下", "改善", "純"];

    private static readonly string[] ActivityNouns =
    [
        "実施", "開催", "設置", "配布", "作成", "策定", "改定", "開始", "終了", "完了", "予定", "参加",
        "検討", "調整", "準備", "継続", "中止", "延期", "休止", "廃止", "集計", "未定", "不明", "なし",
    ];

    /// <summary>Whether the name is that of a quantity that may be negative, such as 会員数の増減 or 前年度比.</summary>
    public static bool MayBeNegative(string name) => Changes.Any(c => name.Contains(c, StringComparison.Ordinal));

    public static bool IsCumulative(string words) =>
        words.Contains("累計", StringComparison.Ordinal) || words.Contains("累積", StringComparison.Ordinal);

    /// <summary>Whether the words may be the label of one of several numbers of a year, such as パソコン教室, but not 実施 or 参加者は.</summary>
    public static bool MayBeLabel(string words) =>
        words.Length <= 30 && words.Any(char.IsLetter)
            && words[^1] is not ('は' or 'が' or 'を' or 'に' or 'へ' or 'で' or 'と' or 'も' or 'て' or 'し')
            && !FigureUnits.IsQualifier(words.Split(' ')[^1]) && !IsDoing(words);

    // Whether the words end with an activity such as 検討, alone or with 中, 済 or 済み (実施済み), and are therefore not a label.
    private static bool IsDoing(string words) =>
        ActivityNouns.Any(d => words.EndsWith(d, StringComparison.Ordinal) || words.EndsWith($"{d}中", StringComparison.Ordinal)
            || words.EndsWith($"{d}済", StringComparison.Ordinal) || words.EndsWith($"{d}済み", StringComparison.Ordinal));

    /// <summary>
    /// Whether the quantity with this name can have this unit. The name must end with a word for a count, such as 数, or with the unit
    /// itself, as 登録クラブ ends with クラブ. A unit of people, such as 人, does not fit a count of things: it fits 会員数 but not 開催数.
    /// </summary>
    public static bool Fits(string name, string? unit) =>
        FigureUnits.IsOfPeople(unit)
            ? !OfThings.Any(t => name.EndsWith(t, StringComparison.Ordinal)) && IsCounting(name, unit)
            : IsCounting(name, unit);

    private static bool IsCounting(string name, string? unit) =>
        Countings.Any(c => name.EndsWith(c, StringComparison.Ordinal))
            || (unit is not null && name.EndsWith(unit, StringComparison.Ordinal));
}
