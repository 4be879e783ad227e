using KawasakiServerless.Site.Content;

namespace KawasakiServerless.Site.Tests.Content;

/// <summary>A register that is read from a file must pass the checks that an edited register must pass.</summary>
public sealed class RegisterFileTests : IDisposable
{
    private static readonly string Valid = Path.Combine(AppContext.BaseDirectory, "Municipality", RegisterFile.Name);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("register-");

    private string Own => Path.Combine(folder.FullName, RegisterFile.Name);

    [Theory]
    [InlineData("くらしきょく", "", "register.json:5: departments/kurashi/kana: 読みがありません。読みを入力してください。")]
    [InlineData("くらしきょく", "ー", "register.json:5: departments/kurashi/kana: 読みが平仮名で始まっていません。平仮名で入力してください。例：ざいせいきょく")]
    [InlineData("うみべくやくしょ", "うみべししょ",
        "register.json:7: departments/umibe/kana: 区役所の読みが「やくしょ」で終わっていません。「やくしょ」までを平仮名で入力してください。例：○○くやくしょ")]
    [InlineData("\"code\": \"minato\"", "\"code\": \"kurashi\"", "register.json:5: departments/kurashi/code: 局・区の符号「kurashi」が2回あります。")]
    [InlineData("\"shortName\": \"住む\"", "\"shortName\": \"\"", "register.json:17: viewpoints/3/shortName: 視点の短い名称がありません。")]
    [InlineData("\"みほん市の歩み\"", "\"<b>\"", "register.json:19: documents/1/title: 資料の題名に「<」か「>」があります。")]
    [InlineData("\"coordinator\": \"kurashi\"", "\"coordinator\": \"nobody\"", "register.json:3: coordinator: 取りまとめの局・区が台帳にありません。")]
    public void AMistakeIsReportedWithItsLine(string before, string after, string expected)
    {
        Write(text => text.Replace(before, after, StringComparison.Ordinal));
        Assert.StartsWith(expected, $"{Problems()[0]}", StringComparison.Ordinal);
    }

    [Fact]
    public void AllMistakesAreReportedAtOnce()
    {
        Write(text => text.Replace("くらしきょく", "暮らし局", StringComparison.Ordinal)
            .Replace("\"order\": 2", "\"order\": 1", StringComparison.Ordinal)
            .Replace("おかのうえくやくしょ", "おか", StringComparison.Ordinal));
        Assert.Equal([5, 6, 8], Problems().Select(p => p.Line).Distinct().Order());
    }

    [Fact]
    public void TheLineIsFoundWhereverThePropertiesAre()
    {
        Write(text => text.Replace("\"code\": \"kurashi\", ", "", StringComparison.Ordinal)
            .Replace("\"くらしきょく\",", "\n\"\",\n\"code\": \"kurashi\",", StringComparison.Ordinal));
        Assert.Equal(6, Assert.Single(Problems()).Line);
    }

    [Fact]
    public void AValidRegisterIsRead()
    {
        Write(text => text);
        Assert.Equal("くらし局", RegisterFile.Read(Own)!.Department("kurashi").Name);
        Assert.Null(RegisterFile.Read(Path.Combine(folder.FullName, "none.json")));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private void Write(Func<string, string> edit) => File.WriteAllText(Own, edit(File.ReadAllText(Valid)));

    private IReadOnlyList<ContentProblem> Problems() => Assert.Throws<ContentException>(() => RegisterFile.Read(Own)).Problems;
}
