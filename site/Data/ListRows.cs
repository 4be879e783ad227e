using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Data;

// The lists of the records in long form, one row an entry, in every format.

internal sealed record InitiativeDivision(string Initiative, int Order, string Division)
{
    public static IEnumerable<InitiativeDivision> Of(InitiativeData i) => i.Divisions.Select((d, at) => new InitiativeDivision(i.Id, at + 1, d));
}

internal sealed record DirectionDivision(string Direction, int Order, string Division)
{
    public static IEnumerable<DirectionDivision> Of(DirectionData x) => x.Divisions.Select((d, at) => new DirectionDivision(x.Id, at + 1, d));
}

internal sealed record IndicatorNote(string Indicator, int Order, string Note)
{
    public static IEnumerable<IndicatorNote> Of(IndicatorData i) => i.Notes.Select((n, at) => new IndicatorNote(i.Id, at + 1, n));
}

internal sealed record CollaborationPartner(string Collaboration, int Order, string PartnerCode, string Partner)
{
    public static IEnumerable<CollaborationPartner> Of(CollaborationData c) =>
        c.PartnerCodes.Zip(c.Partners).Select((p, at) => new CollaborationPartner(c.Id, at + 1, p.First, p.Second));
}

internal sealed record PassageHeading(string Passage, int Level, string Heading)
{
    public static IEnumerable<PassageHeading> Of(Passage p) => p.Path.Select((h, at) => new PassageHeading(p.Id, at + 1, h));
}

internal sealed record DepartmentAlias(string Department, int Order, string Alias)
{
    public static IEnumerable<DepartmentAlias> Of(DepartmentData d) => d.Aliases.Select((a, at) => new DepartmentAlias(d.Code, at + 1, a));
}
