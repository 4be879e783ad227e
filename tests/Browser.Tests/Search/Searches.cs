namespace KawasakiServerless.Browser.Tests.Search;

/// <summary>Queries that a citizen would type, each with the page that must be the first result.</summary>
internal static class Searches
{
    public static readonly IReadOnlyList<(string Query, string First)> Found =
    [
        // Places and departments by their name, its reading in kana, its English form, and another spelling.
        ("高津区", "/wards/takatsu/"),
        ("たかつく", "/wards/takatsu/"),
        ("タカツク", "/wards/takatsu/"),
        ("Takatsu Ward", "/wards/takatsu/"),
        ("みやまえ", "/wards/miyamae/"),
        ("麻生区の取組", "/wards/asao/"),
        ("高津区役所", "/departments/takatsu/"),
        ("健康福祉局", "/departments/kenkofukushi/"),
        ("けんこうふくしきょく", "/departments/kenkofukushi/"),
        ("子ども未来局", "/departments/kodomomirai/"),
        ("Fire Bureau", "/departments/shobo/"),
        ("教育委員会", "/departments/kyoiku/"),
        // Contacts: whom to ask, and telephone numbers.
        ("どこに相談", "/contact/"),
        ("高津区 電話", "/contact/#contact-takatsu"),
        ("宮前区 電話番号", "/contact/#contact-miyamae"),
        ("財政局の連絡先", "/contact/#contact-zaisei"),
        ("コールセンター", "/contact/#general-1"),
        // Readers with little Japanese.
        ("English", "/english/"),
        ("doctor", "/english/"),
        ("多言語", "/english/"),
        // Fiscal years in both calendars (Japanese and Western) and in several spellings.
        ("H29 高津区", "/wards/takatsu/#fy2017"),
        ("平成28年度　多摩区", "/wards/tama/#fy2016"),
        ("幸区 ２０１７", "/wards/saiwai/#fy2017"),
        ("Ｈ２９ がん検診", "/initiatives/kenkofukushi-0020/"),
        // Ids and names.
        ("kenkofukushi-0012", "/initiatives/kenkofukushi-0012/"),
        ("ＫＥＮＫＯＦＵＫＵＳＨＩ－００１２", "/initiatives/kenkofukushi-0012/"),
        ("kenkofukushi-0001-1", "/indicators/kenkofukushi-0001-1/"),
        ("視点１", "/viewpoints/1/"),
        ("住まいと住まい方", "/viewpoints/2/"),
        ("地域におけるケアへの理解", "/viewpoints/1/"),
        ("医療施策", "/viewpoints/1/medical/"),
        ("活動統計", "/statistics/"),
        ("CSV", "/data/"),
        ("お問合せ", "/contact/"),
        // Characters of other widths, other spellings, and synonyms.
        ("ボランティア", "/collaborations/kodomomirai-0019/"),
        ("ﾎﾞﾗﾝﾃｨｱ", "/collaborations/kodomomirai-0019/"),
        ("認知症", "/topics/dementia/"),
        ("にんちしょう", "/topics/dementia/"),
        ("がん健診", "/initiatives/kenkofukushi-0020/"),
        ("ＤＶ", "/initiatives/kodomomirai-0007/"),
        ("eラーニング", "/initiatives/kenkofukushi-0042/"),
        ("障がい者雇用", "/collaborations/kenkofukushi-0269/"),
        ("一人暮らし支援サービス", "/collaborations/kenkofukushi-0273/"),
        ("みまもりネットワーク", "/collaborations/kenkofukushi-0272/"),
        ("子供の権利", "/initiatives/kodomomirai-0001/"),
        ("夢見が崎動物公園", "/collaborations/kensetsuryokusei-0003/"),
        ("特養", "/initiatives/kenkofukushi-0045/"),
        // Compounds in katakana, counts, and queries of two words.
        ("グループホーム", "/indicators/kenkofukushi-0044-1/"),
        ("ポータルサイト", "/initiatives/kenkofukushi-0039/"),
        ("１３カ所", "/initiatives/kenkofukushi-0050/"),
        ("13か所", "/initiatives/kenkofukushi-0050/"),
        ("1,832 サービス付き高齢者向け住宅", "/indicators/machizukuri-0007-1/"),
        ("公園体操 高津", "/wards/takatsu/#fy2016"),
        ("地域の寺子屋", "/collaborations/kyoiku-0010/"),
    ];

    /// <summary>
    /// Queries with a mistyped word that no page contains, each with the query that is answered instead. The correct words of a query, such
    /// as 高津区, are not changed.
    /// </summary>
    public static readonly IReadOnlyList<(string Query, string Corrected)> Mistyped =
    [
        ("ボランテア", "ボランティア"),
        ("ケアマネジメト", "ケアマネジメント"),
        ("コミニュティ 高津区", "コミュニティ 高津区"),
    ];

    /// <summary>
    /// Queries that must not be corrected: either no word is similar, or the word is so short that too many others are similar.
    /// </summary>
    public static readonly IReadOnlyList<string> NotCorrected = ["認知証", "高津市", "コロナ", "ざじずぜぞ"];
}
