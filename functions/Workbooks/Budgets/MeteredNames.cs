using System.Xml;

namespace KawasakiServerless.Workbooks.Budgets;

/// <summary>
/// The table in which XmlReader caches the names of elements, attributes and namespaces. The length of each new name is charged to the
/// budget. XmlReader never removes a name from the table, so without a limit a part with a million different names would exhaust the
/// memory.
/// </summary>
internal sealed class MeteredNames(Budget budget) : NameTable
{
    public override string Add(char[] key, int start, int len)
    {
        if (Get(key, start, len) is { } known)
            return known;
        budget.SpendName(len);
        return base.Add(key, start, len);
    }

    public override string Add(string key)
    {
        if (Get(key) is { } known)
            return known;
        budget.SpendName(key.Length);
        return base.Add(key);
    }
}
