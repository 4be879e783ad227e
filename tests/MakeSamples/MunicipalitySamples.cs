using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Writing;

namespace KawasakiServerless.MakeSamples;

/// <summary>The workbooks of the invented municipality in tests/Municipality.</summary>
public static class MunicipalitySamples
{
    private static readonly FiscalYear Year = FiscalYear.Of(2030);

    public static IEnumerable<(string File, byte[] Content)> Make(Register register)
    {
        yield return Of(register, "kurashi", source => DepartmentRecords.Empty with
        {
            Initiatives = [new("kurashi-0001", source, 1, "elderly", ["くらし局支え合い課"], "みなと散歩の会を開き、家から出るきっかけをつくる")],
            Indicators = [Walkers(source)],
            Directions = [new("kurashi-0002", source, 1, "elderly", ["くらし局支え合い課"], "雨の日にも集まれる場所を探す。")],
            Collaborations = [new("kurashi-0003", source, "みなと局、海辺区役所", "みなと散歩", "海辺を歩いて顔なじみをつくる。", "回数を増やす。")],
        });
        yield return Of(register, "umibe", source => DepartmentRecords.Empty with
        {
            WardActivities =
            [
                new("umibe-0001", source, "umibe", null, null, null, "みなと散歩の会の集合場所に、ひと休みできるベンチを置いた。"),
                new("umibe-0002", source, "umibe", FiscalYear.Of(2029), null, null, "灯台サロンを始めた。"),
            ],
        });
    }

    private static Indicator Walkers(Source source) => new(
        "kurashi-0001-1", source, "kurashi-0001", "みなと散歩の会の参加者数", null, "人", false,
        [Figure.Reported(FiscalYear.Of(2028), 120), Figure.Reported(FiscalYear.Of(2029), 150)], []);

    private static (string File, byte[] Content) Of(Register register, string code, Func<Source, DepartmentRecords> records)
    {
        var department = register.Department(code);
        var content = TemplateWriter.Write(new(register, Year, department, records(Source.Read(code, "", "")), DateTimeOffset.UnixEpoch));
        return ($"{Year.Year}-{department.Name}.xlsx", content);
    }
}
