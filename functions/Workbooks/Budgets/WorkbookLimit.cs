namespace KawasakiServerless.Workbooks.Budgets;

/// <summary>One of the <see cref="WorkbookLimits"/>, with the Japanese texts of the finding that is reported when it is exceeded.</summary>
/// <param name="Counted">The quantity that is limited, as the beginning of the finding's sentence, such as 行の数.</param>
/// <param name="Shown">The limit with its unit, such as 10万行.</param>
/// <param name="Remedy">What the clerk can do about it, with an example.</param>
internal sealed record WorkbookLimit(long Most, string Counted, string Shown, string Remedy)
{
    private const string SaveAgain = "Excelで開き、報告に使うシートだけを新しいブックにコピーして、保存し直してください。例：様式を取り直し、値だけを貼り付ける";

    private const string DeleteRest = "使っていないシート・行・列を、書式ごと削除してください。例：表の下の行を選び、右クリックして「削除」を選ぶ";

    public static WorkbookLimit FileBytes { get; } = new(
        WorkbookLimits.FileBytes, "ファイルの大きさ", "20MB", "画像や使っていないシートを削除してください。例：シートの見出しを右クリックして「削除」を選ぶ");

    public static WorkbookLimit UnpackedBytes { get; } = new(WorkbookLimits.UnpackedBytes, "ファイルを展開した大きさ", "200MB", DeleteRest);

    public static WorkbookLimit Entries { get; } = new(
        WorkbookLimits.Entries, "ファイルに含まれる部品（シート、画像など）の数", "1,000個", "画像や使っていないシートを削除してください。例：シートの見出しを右クリックして「削除」を選ぶ");

    public static WorkbookLimit TagBytes { get; } = new(WorkbookLimits.TagBytes, "ファイルの内部の記述の長さ", "1MB", SaveAgain);

    public static WorkbookLimit Names { get; } = new(WorkbookLimits.NameCharacters, "ファイルの内部で使われている名前の長さの合計", "50万字", SaveAgain);

    public static WorkbookLimit Rows { get; } = new(WorkbookLimits.Rows, "行の数", "10万行", DeleteRest);

    public static WorkbookLimit Cells { get; } = new(WorkbookLimits.Cells, "記入のあるセルの数", "200万個", DeleteRest);

    public static WorkbookLimit Merges { get; } = new(
        WorkbookLimits.Merges, "結合されたセルの数", "20万か所", "使っていない部分のセルの結合を解除してください。例：「ホーム」→「セル結合の解除」を選ぶ");

    public static WorkbookLimit ColumnFormats { get; } = new(WorkbookLimits.ColumnFormats, "列の書式の数", "10万個", SaveAgain);

    public static WorkbookLimit Formats { get; } = new(WorkbookLimits.Formats, "セルの書式の種類", "10万種類", SaveAgain);

    public static WorkbookLimit Characters { get; } = new(
        WorkbookLimits.Characters, "文字の数", "5,000万字", "同じ文章を多くの行に繰り返していないか確かめ、報告に使わない行やシートを削除してください。例：要点を残し、資料の引用を削除する");

    public static WorkbookLimit ListItems { get; } = new(
        WorkbookLimits.ListItems, "担当部署、備考などに並べて書かれたものの数", "100万個", "一つのセルに並べて書くものを減らしてください。例：主なものだけを書く");

    public static WorkbookLimit Records { get; } = new(
        WorkbookLimits.Records, "取組、指標などの件数", "5万件", "報告する行だけを残してください。すべてが報告に必要なときは、報告の取りまとめの担当に相談してください。例：過去の年度の控えの行を削除する");

    public static WorkbookLimit DocumentNodes { get; } = new(WorkbookLimits.DocumentNodes, "書式、名前の定義、コメントなどの数", "50万個", SaveAgain);

    public static WorkbookLimit DocumentCharacters { get; } = new(
        WorkbookLimits.DocumentCharacters, "書式、名前の定義、コメントなどの文字の数", "2,000万字", SaveAgain);

    public static WorkbookLimit DocumentNames { get; } = new(
        WorkbookLimits.DocumentNames, "書式、名前の定義、コメントなどで使われている名前の種類", "2,000種類", SaveAgain);

    public static WorkbookLimit Time { get; } = new(
        WorkbookLimits.Time.Ticks, "読み取りにかかる時間", "15秒",
        "使っていないシート・行・書式を削除して、もう一度お試しください。同じ表示が続くときは、報告の取りまとめの担当に相談してください。例：様式を取り直し、値だけを貼り付ける");
}
