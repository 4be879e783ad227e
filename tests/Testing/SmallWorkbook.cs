using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Writing;

namespace KawasakiServerless.Testing;

/// <summary>Makes a bureau's workbook of the year 2018 with a few initiatives.</summary>
public static class SmallWorkbook
{
    /// <param name="department">Code of a bureau.</param>
    /// <param name="initiatives">The number in the record id (管理番号) and the text of each initiative.</param>
    public static byte[] Of(string department, params IEnumerable<(int Number, string Text)> initiatives)
    {
        var records = DepartmentRecords.Empty with
        {
            Initiatives =
            [.. initiatives.Select(i => InitiativeOf(department, i.Number, i.Text))]
        };
        return TemplateWriter.Write(
            new(Register.Of2018, FiscalYear.Of(2018), Register.Of2018.Department(department), records, DateTimeOffset.UnixEpoch));
    }

    private static Initiative InitiativeOf(string department, int number, string text) => new(
        string.Create(CultureInfo.InvariantCulture, $"{department}-{number:D4}"), Source.Read(department, "", ""), 1, "elderly", ["健康福祉局"],
        text);
}
