using KawasakiServerless.Workbooks.RunningText;

namespace KawasakiServerless.Workbooks.Tests.RunningText;

/// <summary>
/// Every form of figures that departments use, with its exact meaning. A series is printed as name|group|unit|累計
/// (cumulative)|figures|notes.
/// </summary>
public sealed class RunningTextTests
{
    private const string Item = "パンフレットの作成・配布";

    [Theory]
    // Ways of writing a year.
    [InlineData("部数 H28：1 H29：2", "部数||||2016 1, 2017 2|")]
    [InlineData("部数 H28:1 H29:2", "部数||||2016 1, 2017 2|")]
    [InlineData("部数 H28 : 1671 H29 ： 1,832", "部数||||2016 1671, 2017 1832|")]
    [InlineData("部数　Ｈ２８：１　Ｈ２９：２", "部数||||2016 1, 2017 2|")]
    [InlineData("部数 H28年：1 H29年度：2", "部数||||2016 1, 2017 2|")]
    [InlineData("部数 h28:1、R元:2、R2:3", "部数||||2016 1, 2019 2, 2020 3|")]
    [InlineData("部数 平成28年度：1 平成29年：2 令和元年度：3", "部数||||2016 1, 2017 2, 2019 3|")]
    [InlineData("部数 ㍻28年度：1 平成29（2017）年度：2", "部数||||2016 1, 2017 2|")]
    [InlineData("部数 2016年度：1 2017年度:2 2018年：3", "部数||||2016 1, 2017 2, 2018 3|")]
    [InlineData("部数H28：1部H29：2部", "部数||部||2016 1, 2017 2|")]
    [InlineData("部数 2016年度：1部，2017年度：2部", "部数||部||2016 1, 2017 2|")]
    [InlineData("部数 H29：2 H28：1", "部数||||2016 1, 2017 2|")]
    [InlineData("部数：H28：1 H29：2", "部数||||2016 1, 2017 2|")]
    [InlineData("部数\nH28：1\nH29：2", "部数||||2016 1, 2017 2|")]
    // What may separate the figure of one year from the next year.
    [InlineData("箇所数 H28：9箇所、H29：11箇所", "箇所数||箇所||2016 9, 2017 11|")]
    [InlineData("部数 H28：1671、H29：1,832、H30：2016、R1：5", "部数||||2016 1671, 2017 1832, 2018 2016, 2019 5|")]
    [InlineData("箇所数 H28：9箇所, H29：11箇所", "箇所数||箇所||2016 9, 2017 11|")]
    [InlineData("箇所数 H28：9箇所・H29：11箇所", "箇所数||箇所||2016 9, 2017 11|")]
    [InlineData("箇所数 H28：9箇所 / H29：11箇所", "箇所数||箇所||2016 9, 2017 11|")]
    [InlineData("箇所数 H28：9箇所/ H29：11箇所", "箇所数||箇所||2016 9, 2017 11|")]
    [InlineData("箇所数 H28：9箇所\n/H29：11箇所", "箇所数||箇所||2016 9, 2017 11|")]
    [InlineData("増減 H28：▲5件 / H29：▲6件", "増減||件||2016 -5, 2017 -6|")]
    [InlineData("箇所数 H28：9箇所→H29：11箇所", "箇所数||箇所||2016 9, 2017 11|")]
    [InlineData("・箇所数 H28：9箇所；H29：11箇所", "箇所数||箇所||2016 9, 2017 11|")]
    [InlineData("箇所数 H28：9箇所H29：11箇所。", "箇所数||箇所||2016 9, 2017 11|")]
    // Numbers.
    [InlineData("率 H28：54.0% H29：４５．５％", "率||%||2016 54, 2017 45.5|")]
    [InlineData("増減 H28：▲5件 H29：△1,234件 H30：-7件 R1：0件", "増減||件||2016 -5, 2017 -1234, 2018 -7, 2019 0|")]
    [InlineData("数 H28：5 6 社 H29：57社", "数||社||2016 56, 2017 57|", nameof(FigureDoubtKind.SplitDigits))]
    // Units.
    [InlineData("部数（部） H28：1,000 H29：7,700", "部数||部||2016 1000, 2017 7700|")]
    [InlineData("部数（単位：部） H28：1,000 H29：7,700", "部数||部||2016 1000, 2017 7700|")]
    [InlineData("部数（単位 部） H28：1,000", "部数||部||2016 1000|")]
    [InlineData("部数（単位部） H28：1,000", "部数||部||2016 1000|")]
    [InlineData("部数（部） H28：1,000部", "部数（部）||部||2016 1000|")]
    [InlineData("部数 H28：部 1,000 H29：部 7,700", "部数||部||2016 1000, 2017 7700|")]
    [InlineData("補助額 H28：￥1,000 H29：￥2,000", "補助額||￥||2016 1000, 2017 2000|")]
    [InlineData("面積 H28：100㎡", "面積||㎡||2016 100|")]
    [InlineData("飼育数 H28：3羽 H29：4羽", "飼育数||羽||2016 3, 2017 4|", nameof(FigureDoubtKind.UnknownUnit), nameof(FigureDoubtKind.UnknownUnit))]
    [InlineData("飼育数 H28：3 羽 H29：4 羽", "飼育数||羽||2016 3, 2017 4|", nameof(FigureDoubtKind.UnknownUnit), nameof(FigureDoubtKind.UnknownUnit))]
    [InlineData("部数 H28：1,000部 H29：7,700", "部数||部||2016 1000, 2017 7700|", nameof(FigureDoubtKind.UnitsDiffer))]
    [InlineData("部数 H28：1,000 H29：7,700部", "部数||部||2016 1000, 2017 7700|", nameof(FigureDoubtKind.UnitsDiffer))]
    [InlineData("部数（部） H28：実施", "部数||||2016 “実施”|")]
    [InlineData("飼育数 H28：3 羽", "飼育数||羽||2016 3|", nameof(FigureDoubtKind.UnknownUnit))]
    [InlineData("数 H28：4か所 H29：5箇所", "数||か所||2016 4, 2017 5|", nameof(FigureDoubtKind.UnitsDiffer))]
    // Cumulative.
    [InlineData("認定件数（累計） H28：9 H29：10", "認定件数|||累計|2016 9, 2017 10|")]
    [InlineData("養成者数(累計者数) H28:162人 H29:183人", "養成者数||人|累計|2016 162, 2017 183|")]
    [InlineData("累計登録数 H28：9 H29：10", "累計登録数|||累計|2016 9, 2017 10|")]
    [InlineData("登録数（累積） H28：9 H29：10", "登録数|||累計|2016 9, 2017 10|")]
    [InlineData("登録数 H28：9人（累積） H29：10人（累積）", "登録数||人|累計|2016 9, 2017 10|")]
    [InlineData("登録数 H28：9人（累計） H29：10人（累計）", "登録数||人|累計|2016 9, 2017 10|")]
    [InlineData("登録数 H28：9人（累計） H29：10人", "登録数||人||2016 9, 2017 10|累計")]
    [InlineData("登録数 H28：9人（累計）（試行）", "登録数||人|累計|2016 9|試行")]
    // Notes.
    [InlineData("開催数 H28：5回 H29：6回(調整会議)", "開催数||回||2016 5, 2017 6|調整会議")]
    [InlineData("開催数 H28：5回（試行） H29：6回（試行）", "開催数||回||2016 5, 2017 6|試行")]
    [InlineData("開催数 H28：5回 (うち市外2回)", "開催数||回||2016 5|うち市外2回", nameof(FigureDoubtKind.NoteWithDigits))]
    [InlineData("開催数 H28：5回（2日）", "開催数||回||2016 5|2日", nameof(FigureDoubtKind.NoteWithDigits))]
    // Words in place of numbers.
    [InlineData("H28：実施", Item + "||||2016 “実施”|")]
    [InlineData("（H28：策定、H29：改定。）", Item + "||||2016 “策定”, 2017 “改定。”|")]
    [InlineData("H28：第4次計画策定 H29：－", Item + "||||2016 “第4次計画策定”, 2017 “－”|")]
    [InlineData("調査 H28：実施 H29：5回", "調査||回||2016 “実施”, 2017 5|")]
    [InlineData("部数 H28：約1,000部 H29：2,000部", "部数||部||2016 “約1,000部”, 2017 2000|", nameof(FigureDoubtKind.Approximate))]
    [InlineData("部数 H28：1,000部以上 H29：2,000 程度", "部数||||2016 “1,000部以上”, 2017 “2,000 程度”|", nameof(FigureDoubtKind.Approximate),
        nameof(FigureDoubtKind.Approximate))]
    [InlineData("参加者数 H28：延べ500人", "参加者数||||2016 “延べ500人”|", nameof(FigureDoubtKind.Approximate))]
    [InlineData("回数 H28：3〜5回 H29：3-5回 H30：3回～5回", "回数||||2016 “3〜5回”, 2017 “3-5回”, 2018 “3回～5回”|", nameof(FigureDoubtKind.Range),
        nameof(FigureDoubtKind.Range), nameof(FigureDoubtKind.Range))]
    [InlineData("部数 H28：75万部", "部数||||2016 “75万部”|", nameof(FigureDoubtKind.NotANumber))]
    [InlineData("回数 H28：3 〜 5回", "回数||||2016 “3 〜 5回”|", nameof(FigureDoubtKind.Range))]
    [InlineData(
        "部数 H28：1,00部 H29：1.2.3", "部数||||2016 “1,00部”, 2017 “1.2.3”|", nameof(FigureDoubtKind.NotANumber), nameof(FigureDoubtKind.NotANumber))]
    [InlineData("研修 H28：3回実施 H29：実施 5回", "研修||||2016 “3回実施”, 2017 “実施 5回”|", nameof(FigureDoubtKind.NotANumber), nameof(FigureDoubtKind.NotANumber))]
    [InlineData("研修 H28：検討中 7 H29：8回", "研修||回||2016 “検討中 7”, 2017 8|", nameof(FigureDoubtKind.NotANumber))]
    [InlineData(
        "研修 H28：調整済み 7 H29：未定 3", "研修||||2016 “調整済み 7”, 2017 “未定 3”|", nameof(FigureDoubtKind.NotANumber), nameof(FigureDoubtKind.NotANumber))]
    [InlineData("研修 H28：検討中 H29：中止", "研修||||2016 “検討中”, 2017 “中止”|")]
    [InlineData("増減 H28：(5) H29：+5% H30：4月1日 R1：3年に1回", "増減||||2016 “(5)”, 2017 “+5%”, 2018 “4月1日”, 2019 “3年に1回”|",
        nameof(FigureDoubtKind.NotANumber), nameof(FigureDoubtKind.NotANumber), nameof(FigureDoubtKind.NotANumber),
        nameof(FigureDoubtKind.NotANumber))]
    [InlineData("開催数 H28：5回 参加者数 300名 H29：5団体12人", "開催数||||2016 “5回 参加者数 300名”, 2017 “5団体12人”|", nameof(FigureDoubtKind.NotANumber),
        nameof(FigureDoubtKind.NotANumber))]
    [InlineData("部数 H28：3部 ※増刷", "部数||||2016 “3部 ※増刷”|", nameof(FigureDoubtKind.NotANumber))]
    [InlineData("部数 H28：1H29：2", "部数||||2016 “1H29：2”|", nameof(FigureDoubtKind.NotANumber))]
    [InlineData("割合 H28：1/2 H29：10:30", "割合||||2016 “1/2”, 2017 “10:30”|", nameof(FigureDoubtKind.NotANumber), nameof(FigureDoubtKind.NotANumber))]
    [InlineData("部数 H28：5部 H29：6冊", "部数||部||2016 5, 2017 “6冊”|", nameof(FigureDoubtKind.UnitsDiffer))]
    [InlineData("部数 H28：5部、H29：6冊、H30：7部", "部数||部||2016 5, 2017 “6冊”, 2018 7|", nameof(FigureDoubtKind.UnitsDiffer))]
    [InlineData("部数 H28：5部（うち市外", "部数||||2016 “5部（うち市外”|", nameof(FigureDoubtKind.NotANumber))]
    [InlineData("部数 H28：5部（）", "部数||||2016 “5部（）”|", nameof(FigureDoubtKind.NotANumber))]
    [InlineData("講座 H28：初級 3回 初級 4回", "講座||||2016 “初級 3回 初級 4回”|", nameof(FigureDoubtKind.NotANumber))]
    [InlineData("講座 H28：3回 初級 4回 約5回", "講座||||2016 “3回 初級 4回 約5回”|", nameof(FigureDoubtKind.Approximate))]
    [InlineData("講座 H28：①3回", "講座||||2016 “①3回”|", nameof(FigureDoubtKind.NotANumber))]
    [InlineData("講座 H28：3回 ②4回 H29：5回", "講座||回||2016 “3回 ②4回”, 2017 5|", nameof(FigureDoubtKind.NotANumber))]
    [InlineData("利用者数 H27：400人 H28・H29：500人", "利用者数||||2015 “400人 H28・H29：500人”|", nameof(FigureDoubtKind.NotANumber))]
    [InlineData("部数 H28：  H29：5部", "部数||部||2017 5|", nameof(FigureDoubtKind.EmptyYear))]
    public void FiguresOfOneIndicatorAreReadAsOneSeries(string figures, string expected, params string[] doubts)
    {
        var reading = Some.RunningText.Read(Item, figures);
        Assert.Equal([expected], reading.Series.Select(PrintedSeries.Print));
        Assert.Equal(doubts, reading.Doubts.Select(r => $"{r.Kind}"));
    }

    [Theory]
    [InlineData("開催数・参加者数 H28：6回 347名 H29：7回 650名", "開催数||回||2016 6, 2017 7|", "参加者数||名||2016 347, 2017 650|")]
    [InlineData("開催数・参加者数 H28：6回、347名 H29：650名", "開催数||回||2016 6|", "参加者数||名||2016 347, 2017 650|")]
    [InlineData("紹介率・逆紹介率 H28：60.9%・79.6%", "紹介率||%||2016 60.9|", "逆紹介率||%||2016 79.6|")]
    [InlineData("老人クラブ・会員数 H28：462クラブ(24,470人)", "老人クラブ||クラブ||2016 462|", "会員数||人||2016 24470|")]
    [InlineData("老人クラブ・会員数 H28：462クラブ(24,470人 )", "老人クラブ||クラブ||2016 462|", "会員数||人||2016 24470|")]
    [InlineData("参加 H28：講座 3 回 教室 4 回", "参加|講座|回||2016 3|", "参加|教室|回||2016 4|")]
    [InlineData("会議・イベント開催数 H28：5回 300名", "会議・イベント開催数||回||2016 5|", "人数||名||2016 300|")]
    [InlineData("開催数 川崎病院 H28：1回 井田病院 H28：2回 H29：3回", "開催数|川崎病院|回||2016 1|", "開催数|井田病院|回||2016 2, 2017 3|")]
    [InlineData("川崎病院：H28：1回 井田病院：H28：2回", Item + "|川崎病院|回||2016 1|", Item + "|井田病院|回||2016 2|")]
    [InlineData("川崎区 H28：1回\n高津区 H28：2回", Item + "|川崎区|回||2016 1|", Item + "|高津区|回||2016 2|")]
    [InlineData("川崎区役所 H28：1回\n高津区役所 H28：2回", Item + "|川崎区役所|回||2016 1|", Item + "|高津区役所|回||2016 2|")]
    [InlineData("調査 H28：実施 / H29：5回", "調査||||2016 “実施”|", Item + "||回||2017 5|")]
    [InlineData("川崎病院 H28：実施 井田病院 H29：検討", Item + "|川崎病院|||2016 “実施”|", Item + "|井田病院|||2017 “検討”|")]
    [InlineData("収集①粗大 H28：1件 ②普通 H28：2件", "粗大|収集|件||2016 1|", "普通|収集|件||2016 2|")]
    [InlineData("①粗大 H28：1件\n②普通 H28：実施", "粗大||件||2016 1|", "普通||||2016 “実施”|")]
    [InlineData("受診率 H28：肺がん 45.5%、胃がん43.8% H29：胃がん 44% 肺がん 46%", "受診率|肺がん|%||2016 45.5, 2017 46|", "受診率|胃がん|%||2016 43.8, 2017 44|")]
    [InlineData("講座 H28：①初級 3回 ②上級 4回", "講座|初級|回||2016 3|", "講座|上級|回||2016 4|")]
    [InlineData("受診率 H28：肺がん 45%（試行） 胃がん 43%", "受診率|肺がん|%||2016 45|試行", "受診率|胃がん|%||2016 43|試行")]
    [InlineData("健診率 H28: 26.2% / 指導率 H28: 4.3%", "健診率||%||2016 26.2|", "指導率||%||2016 4.3|")]
    [InlineData("健診率 H28: 26.2% 指導率 H28: 4.3%", "健診率||%||2016 26.2|", "指導率||%||2016 4.3|")]
    [InlineData("健診率 H28: 26.2%\n指導率 H29: 4.3%", "健診率||%||2016 26.2|", "指導率||%||2017 4.3|")]
    [InlineData("受講者数 H28：5 人 / H28：冊子の配布", "受講者数||人||2016 5|", Item + "||||2016 “冊子の配布”|")]
    [InlineData("利用者数（H28：5人、H29：6人）、登録者数（H28：7人）", "利用者数||人||2016 5, 2017 6|", "登録者数||人||2016 7|")]
    [InlineData("（利用者数 H28：5人）（登録者数 H28：7人）", "利用者数||人||2016 5|", "登録者数||人||2016 7|")]
    [InlineData("回 H28：1回 / 協力病院 H28：5か所", "回||回||2016 1|", "協力病院||か所||2016 5|")]
    public void FiguresOfTwoIndicatorsAreReadAsTwoSeries(string figures, params string[] expected)
    {
        var reading = Some.RunningText.Read(Item, figures);
        Assert.Equal(expected, reading.Series.Select(PrintedSeries.Print));
        Assert.Empty(reading.Doubts);
    }

    [Theory]
    // No colon follows a single, recognizable year.
    [InlineData("配布部数 1,000部")]
    [InlineData("配布部数 H28 1,000 H29 7,700")]
    [InlineData("配布部数 28年度：1,000")]
    [InlineData("比率 2000：1")]
    [InlineData("利用者数 H28〜H29：500人")]
    [InlineData("利用者数 R元〜R2：500人")]
    [InlineData("利用者数 R元・R2：500人")]
    [InlineData("利用者数 令和元年度及び令和2年度：500人")]
    [InlineData("利用者数 平成元年〜平成2年：500人")]
    [InlineData("利用者数 H28、H29：500人")]
    [InlineData("利用者数 H28から H29：500人")]
    [InlineData("利用者数 2016・2017年度：500人")]
    [InlineData("利用者数 2016〜2017年度：500人")]
    [InlineData("利用者数 平成28年度及び平成29年度：500人")]
    [InlineData("利用者数 H0：500人")]
    // It is not clear which series the figures belong to.
    [InlineData("配布部数 H28実績：1,000")]
    [InlineData("配布部数(H28) 1,000部 (H29) 7,700部")]
    [InlineData("部数 H28：8回 実施 H29：12回")]
    [InlineData("部数 H28：約8回 参加者数 H29：12人")]
    [InlineData("部数 H28：実施 研修回数 H29：5回")]
    [InlineData("部数 H28：5 人権研修 H29：6")]
    [InlineData("飼育数 H28：3 羽 H29：4")]
    [InlineData("部数 H28：5 H28：6")]
    [InlineData("部数 H28：配布（H29：6）")]
    public void FiguresWithoutAClearYearOrSeriesAreReportedAsNotUnderstood(string figures)
    {
        var expected = new RunningTextReading(Item, [], [new(FigureDoubtKind.NotUnderstood, figures)]);
        Assert.Equal(expected, Some.RunningText.Read(Item, figures));
    }

    [Theory]
    [InlineData("部数 H28：6 347", "部数||||2016 “6 347”|")]
    [InlineData("回数 H28：3回 5か所", "回数||||2016 “3回 5か所”|")]
    [InlineData("紹介率・逆紹介率 H28：5 6% 7 8%", "紹介率||||2016 “5 6% 7 8%”|", "逆紹介率||||2016 “5 6% 7 8%”|")]
    [InlineData("開催数・参加者数 H28：5 6回 347名", "開催数||||2016 “5 6回 347名”|", "参加者数||||2016 “5 6回 347名”|")]
    [InlineData("講座 H28：3回 パソコン 4回", "講座||||2016 “3回 パソコン 4回”|")]
    [InlineData("紹介率・逆紹介率 H28：60%・79% H29：5%", "紹介率||%||2016 60, 2017 “5%”|", "逆紹介率||%||2016 79, 2017 “5%”|")]
    [InlineData("開催数・参加者数 H28：6回 347名 H29：7回 8回", "開催数||回||2016 6, 2017 “7回 8回”|", "参加者数||名||2016 347, 2017 “7回 8回”|")]
    [InlineData("受診率 川崎病院 H28：肺がん 45% 胃がん 43%", "受診率|川崎病院|||2016 “肺がん 45% 胃がん 43%”|")]
    [InlineData("講座 H28：e ラーニングを3回", "講座||||2016 “e ラーニングを3回”|")]
    [InlineData("講座 H28：東京2020", "講座||||2016 “東京2020”|")]
    public void NumbersWithoutAClearNameAreKeptAsText(string figures, params string[] expected)
    {
        var reading = Some.RunningText.Read(Item, figures);
        Assert.Equal(expected, reading.Series.Select(PrintedSeries.Print));
        Assert.Equal([FigureDoubtKind.NotANumber], reading.Doubts.Select(r => r.Kind).Distinct());
    }

    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 0)]
    public void FiguresForMoreThan200YearsAreNotReadAsSeries(int years, int series)
    {
        var figures = string.Join('\n', Enumerable.Range(1, years).Select(i => $"指標{(char)('㐀' + i)}数 H28：{i}回"));

        Assert.Equal(series, Some.RunningText.Read(Item, figures).Series.Count);
        Assert.Equal(series, Some.RunningText.Read($"{Item}\n{figures}").Series.Count);
    }

    [Theory]
    [InlineData("H27・H28：5", "H28：5")]
    [InlineData("水平28：5", "平28：5")]
    public void AnItemThatEndsWithTheFiguresButNamesNoYearIsReturnedUnchanged(string item, string figures) =>
        Assert.Equal(item, Some.RunningText.Read(item, figures).Item);
}
