using System.Reflection;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage.Tests;

/// <summary>
/// No type of an Azure SDK is visible outside the assembly Storage: no other assembly except the app itself refers to one, and no public or
/// protected member of Storage contains one.
/// </summary>
public sealed class SealedAzureTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly IReadOnlyList<string> Products =
        [.. Directory.GetFiles(AppContext.BaseDirectory, "KawasakiServerless.*.dll").Select(p => Path.GetFileNameWithoutExtension(p))
            .Where(IsProduct).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Others => [.. Products];

    [Fact]
    public void AllOtherAssembliesOfTheAppAreExamined() => Assert.Equal(
        ["Application", "Domain", "Local", "Packing", "Site", "Web", "Workbooks"], Products.Select(name => name.Split('.')[1]));

    [Theory]
    [MemberData(nameof(Others))]
    public void NoOtherAssemblyRefersToAnAzureSdk(string assembly) =>
        Assert.DoesNotContain(
            Assembly.Load(assembly).GetReferencedAssemblies(), a => a.Name!.StartsWith("Azure", StringComparison.Ordinal));

    [Fact]
    public void NoPublicMemberOfStorageContainsATypeOfAnAzureSdk() => Assert.Empty(
        from type in typeof(CityStorage).Assembly.GetExportedTypes()
        from shown in Shown(type)
        where Parts(shown.Type).Any(IsOfAzure)
        select $"{type.Name}.{shown.Where}: {shown.Type}");

    [Fact]
    public void ATypeOfAnAzureSdkInAMemberIsFound()
    {
        Assert.Contains(Parts(typeof(Task<IReadOnlyList<Azure.ETag?>>)), IsOfAzure);
        Assert.DoesNotContain(Parts(typeof(Task<IReadOnlyList<StoredVersion?>>)), IsOfAzure);
        Assert.Contains(Shown(typeof(Leak)), s => Parts(s.Type).Any(IsOfAzure));
    }

    private static bool IsProduct(string assembly) =>
        !assembly.Contains("Test", StringComparison.Ordinal) && assembly != typeof(CityStorage).Assembly.GetName().Name;

    private static bool IsOfAzure(Type type) =>
        type.Namespace == "Azure" || type.Namespace?.StartsWith("Azure.", StringComparison.Ordinal) == true;

    private static IEnumerable<(string Where, Type Type)> Shown(Type type) =>
    [
        ("base", type.BaseType ?? typeof(object)),
        .. type.GetInterfaces().Select(i => ("interface", i)),
        .. type.GetMembers(Declared).SelectMany(member => TypesOf(member).Select(t => (member.Name, t))),
    ];

    private static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        MethodBase { IsPublic: true } or MethodBase { IsFamily: true } or MethodBase { IsFamilyOrAssembly: true } =>
            ((MethodBase)member).GetParameters().Select(p => p.ParameterType).Append((member as MethodInfo)?.ReturnType ?? typeof(void)),
        FieldInfo { IsPublic: true } or FieldInfo { IsFamily: true } => [((FieldInfo)member).FieldType],
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type) =>
        [type, .. type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts) : [], .. type.GetElementType() is { } element
            ? Parts(element) : []];

    private abstract class Leak
    {
        public abstract Task<Azure.Response> SendAsync();
    }
}
