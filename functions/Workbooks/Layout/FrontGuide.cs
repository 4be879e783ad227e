using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>The instructions for filling in the template, which are printed on the sheet はじめに.</summary>
internal static class FrontGuide
{
    public const string Title = "地域包括ケアシステムの取組状況報告　記入様式", GuideHeading = "書き方", SheetsHeading = "シート";

    public static IReadOnlyList<string> Lines { get; } =
    [
        "見出しの下に、一行に一つずつ記入してください。色の濃い見出しの欄は必須です。",
        "行を並べ替えたり、列の順序を変えたりしても構いません。見出しの文字は変えないでください。",
        "「管理番号」は書き換えないでください。新しい行では空のままにします。やめる取組は、行ごと削除します。",
        "「視点」「施策」など一覧のある欄では、セルを選ぶと出る▼から選びます。",
        "数値の欄には数字だけを書きます。「約」や単位は付けません。単位は「単位」に、補足は「備考」に書きます。",
        $"その年度に当てはまらない数値は「{TemplateWords.NotApplicable}」と書きます。まだ分からない数値は空のままにします（未報告として扱います）。",
        "指標が二つ以上ある取組では行を加え、「管理番号」と「取組」に同じものを書くか、空のままにします。",
        "報告することがないときは、上の「報告の有無」で「該当なし」を選び、ほかのシートは空のまま提出してください。",
        "記入が終わったら、Excel ブック（.xlsx）のまま保存して提出してください。",
    ];

    private static readonly HashSet<string> Printed = new(
        [Title, GuideHeading, SheetsHeading, .. Lines, .. TemplateSheets.All.SelectMany(s => new[] { s.Name, s.Purpose })],
        StringComparer.Ordinal);

    /// <summary>Whether the template itself contains this text. Such a text is not reported as content that was not read.</summary>
    /// <remarks>When a text is reworded, its old wording must stay recognized as long as workbooks that contain it are submitted.</remarks>
    public static bool Prints(string text) => Printed.Contains(text);
}
