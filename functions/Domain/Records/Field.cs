namespace KawasakiServerless.Domain;

/// <summary>The fields of all kinds of records, in the order in which their changes are listed.</summary>
public enum Field
{
    /// <summary>The text of an initiative, a direction, a ward activity, a passage or a plain summary.</summary>
    Text,
    Name,
    Group,

    /// <summary>The value (値) of an indicator in one fiscal year.</summary>
    Figure,
    Unit,
    IsCumulative,
    Notes,
    Viewpoint,
    PolicyArea,
    Divisions,

    /// <summary>The initiative that an indicator belongs to.</summary>
    Initiative,
    Partners,
    Outline,
    Direction,
    Ward,
    Year,
    Category,
    Heading,
    Section,
    PeriodFrom,
    PeriodTo,
    Total,
    Shares,
    Document,
    Path,
    Style,

    /// <summary>The page that a plain summary introduces.</summary>
    Page,
}

/// <summary>The labels of the fields, used on pages, in feeds and in the portal.</summary>
public static class FieldLabels
{
    /// <summary>
    /// Returns a label such as 主な連携先. For <see cref="Field.Text"/> it is the name of the record's kind, such as 取組. The year of a figure is
    /// not part of the label; screens show it next to the label.
    /// </summary>
    public static string Label(this Field field, RecordKind of) => field switch
    {
        Field.Figure => "値",
        Field.Text => of.Facts().Name,
        Field.Name => of.Facts().NameLabel,
        Field.Group or Field.Category => "区分",
        Field.Unit => "単位",
        Field.IsCumulative => "集計",
        Field.Notes => "注記",
        Field.Viewpoint => "視点",
        Field.PolicyArea => "施策",
        Field.Divisions => "担当部署",
        Field.Initiative => "取組",
        Field.Partners => "主な連携先",
        Field.Outline => "事業概要",
        Field.Direction => "今後の方向性",
        Field.Ward => "区",
        Field.Year => "年度",
        Field.Heading or Field.Path => "見出し",
        Field.Section => "分類",
        Field.PeriodFrom => "期間の始まり",
        Field.PeriodTo => "期間の終わり",
        Field.Total => "総数",
        Field.Shares => "内訳",
        Field.Document => "資料",
        Field.Page => "ページ",
        Field.Style => "種類",
    };
}
