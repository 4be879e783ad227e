using FsCheck;
using FsCheck.Fluent;

namespace KawasakiServerless.Domain.Tests;

/// <summary>Generators of arbitrary data that a workbook may contain.</summary>
internal static class Anything
{
    // Characters that often cause errors: halves of a surrogate pair, non-characters, digits of other scripts, squared and half-width
    // forms.
    private const string Awkward = "\uD800\uDC00\uFFFE\uFFFF\0٢٩２９㍻㋿Ｈｶﾞ゛\u0301\u3000\u00A0\u2028\uE000";

    /// <summary>
    /// Generates text of arbitrary UTF-16 code units. Characters that often cause errors, and those in <paramref name="meaningful"/>, to
    /// which the tested code gives a special meaning, occur often.
    /// </summary>
    public static Gen<string> Text(string meaningful = "") =>
        Gen.Frequency(
                (2, Gen.Choose(0, char.MaxValue).Select(c => (char)c)),
                (3, Gen.Elements((Awkward + meaningful).ToCharArray())))
            .ArrayOf().Select(characters => new string(characters));

    /// <summary>Generates the words in any order and number, with arbitrary text between some of them.</summary>
    public static Gen<string> Sentence(params string[] words) =>
        Gen.Frequency((4, Gen.Elements(words)), (1, Text())).ListOf().Select(string.Concat);

    public static Gen<FiscalYear> FiscalYear() => Gen.Choose(1926, 2100).Select(Domain.FiscalYear.Of);

    /// <summary>Some of the items, in any order.</summary>
    public static Gen<T[]> AnyOf<T>(IReadOnlyCollection<T> items) =>
        from shuffled in Gen.Shuffle(items.ToArray())
        from count in Gen.Choose(0, items.Count)
        select shuffled[..count];

    public static void Holds<T>(this Gen<T> gen, Action<T> fact) => Prop.ForAll(gen.ToArbitrary(), fact).QuickCheckThrowOnFailure();
}
