using AotSample.Models;
using Rom;
using Rom.CompilerServices;

namespace AotSample;

/// <summary>Code over any model, by its static abstract members.</summary>
internal static class MetadataChecks
{
    public static async Task RunAsync(Store store, Checks checks)
    {
        Checks.Section("Any model");
        ModelMetadata account = Metadata<Account, long, Account.Columns>();
        checks.Equal("name, group and key", (account.Name, account.Group, account.KeyKind), ("A", "aot", KeyKind.Int64));
        checks.Equal("a column", (account.Columns[1].Property, account.Columns[1].StoredName, account.Columns[1].Kind), ("Email", "Email", ValueKind.Text));
        checks.Equal("the renamed column", account.Columns.Single(column => column.Property == "Note").StoredName, "n");
        checks.Equal("indexes and uniques", (account.Indexes.Count, account.Uniques.Count), (16, 2));
        checks.Equal("the index over two columns", account.Indexes.Single(index => index.Columns.Count == 2).Kind, IndexKind.Ordered);

        Column email = Columns<Account, long, Account.Columns>().Email;
        checks.Equal("a typed column", (email.ToString(), email.Metadata.Ordinal), ("A.Email", 1));

        checks.Equal("pages", await CountAsync<Page, string, Page.Columns>(store.Db), 1);
        checks.Equal("devices", await CountAsync<Device, Guid, Device.Columns>(store.Db), 1);
        checks.Equal("tickets", await CountAsync<Ticket, int, Ticket.Columns>(store.Other), 3);
        checks.Equal("a key", Key<Ticket, int, Ticket.Columns>(new Ticket { Id = 5 }), 5);
    }

    private static ModelMetadata Metadata<TModel, TKey, TColumns>()
        where TModel : class, IRomModel<TModel, TKey, TColumns>
        where TKey : notnull
        where TColumns : class => TModel.Metadata;

    private static TColumns Columns<TModel, TKey, TColumns>()
        where TModel : class, IRomModel<TModel, TKey, TColumns>
        where TKey : notnull
        where TColumns : class => TModel.TypedColumns;

    private static TKey Key<TModel, TKey, TColumns>(TModel entity)
        where TModel : class, IRomModel<TModel, TKey, TColumns>
        where TKey : notnull
        where TColumns : class => TModel.GetKey(entity);

    private static Task<long> CountAsync<TModel, TKey, TColumns>(RomContext context)
        where TModel : class, IRomModel<TModel, TKey, TColumns>
        where TKey : notnull
        where TColumns : class => new RomQuery<TModel, TKey, TColumns>(context).CountAsync();
}
