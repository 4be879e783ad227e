using System.Globalization;
using System.Xml;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

internal static class DocumentPropertiesPart
{
    public static DocumentProperties Read(Package package, IReadOnlyList<Relation> relations) =>
        new(Modified(package, relations), Custom(package, relations));

    private static DateTimeOffset? Modified(Package package, IReadOnlyList<Relation> relations)
    {
        using var reader = OpenOf(package, relations, "core-properties");
        if (reader?.StepTo("modified", package.Budget) != true)
            return null;
        var written = new XmlText(package.Budget).ReadElement(reader);
        return DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var modified)
            ? modified
            : null;
    }

    private static Dictionary<string, string> Custom(Package package, IReadOnlyList<Relation> relations)
    {
        using var reader = OpenOf(package, relations, "custom-properties");
        var custom = new Dictionary<string, string>(StringComparer.Ordinal);
        var text = new XmlText(package.Budget);
        while (reader?.Step(package.Budget) == true)
        {
            if (reader.IsAt("property"))
                AddTo(custom, reader.GetAttribute("name") ?? "", text.ReadElement(reader).ToString(), package.Budget);
        }

        return custom;
    }

    private static void AddTo(Dictionary<string, string> custom, string name, string value, Budget budget)
    {
        budget.SpendCell();
        budget.SpendCharacters(name.Length + value.Length);
        custom.TryAdd(name, Escapes.Clean(value));
    }

    private static XmlReader? OpenOf(Package package, IReadOnlyList<Relation> relations, string type) =>
        relations.FirstOrDefault(r => r.Type == type) is { } relation ? package.TryOpen(relation.Target) : null;
}
