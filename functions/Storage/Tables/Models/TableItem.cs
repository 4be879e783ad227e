namespace KawasakiServerless.Storage.Tables.Models;

public sealed class TableItem(string name)
{
    public string Name { get; } = name;
}
