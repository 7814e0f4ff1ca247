using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Suites over the model that has every kind of column and index.</summary>
public abstract class PersonFixture(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels =>
    [
        Metadata<Person, long, Person.Columns>(), Metadata<Page, string, Page.Columns>(), Metadata<Device, Guid, Device.Columns>(),
        Metadata<Ticket, int, Ticket.Columns>(), Metadata<Sparse, long, Sparse.Columns>(), Metadata<TwinBefore, long, TwinBefore.Columns>(), Metadata<Sheet, long, Sheet.Columns>(),
    ];

    protected static Person Full(string email) => new()
    {
        Email = email, Bio = "Redis and Lua, scripted", Tags = "a b", Status = Status.Active, Rank = Status.Trial, Age = 30, Points = 9007199254740993,
        Balance = 12.50m, Score = 1.5, SeenAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), Born = new DateTime(1990, 5, 6),
        Title = "Title", City = "Köln", Verified = true, Token = Guid.Parse("0191d1c8-0000-7000-8000-0123456789ab"), Passport = 77, Nick = null, Note = "note",
    };
}
