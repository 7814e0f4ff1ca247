using Rom;

namespace Catalog;

/// <summary>The program behind its command line. Exit codes: 0 done, 1 failed, 2 the arguments cannot be followed.</summary>
internal sealed class CatalogProgram(TextWriter output, TextWriter error, bool onTerminal)
{
    private const string KeyPrefix = "catalog:";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        try
        {
            CatalogOptions options = CatalogOptions.Parse(arguments);
            if (!options.Help) return await RunAsync(options);
            output.WriteLine(CatalogOptions.Usage);
            return 0;
        }
        catch (UsageException e)
        {
            error.WriteLine($"{e.Message}\n\n{CatalogOptions.Usage}");
            return 2;
        }
        catch (InvalidDataException e)
        {
            error.WriteLine($"The file is damaged: {e.Message}");
            return 1;
        }
        catch (Exception e) when (e is StanzaException or IOException or UnauthorizedAccessException or RomException)
        {
            error.WriteLine(e.Message);
            return 1;
        }
    }

    private async Task<int> RunAsync(CatalogOptions options)
    {
        // Opened before anything is deleted: a wrong path must not cost what is stored.
        using PackageFile? file = options.Existing == Existing.Keep ? null : PackageFile.Open(options.Path);
        RomOptions romOptions = new() { KeyPrefix = KeyPrefix };
        await using RomDatabase db = options.Redis is null
            ? RomDatabase.InMemory(romOptions)
            : await RomDatabase.ConnectAsync(options.Redis, romOptions);

        Loader loader = new(db, output, onTerminal);
        long existing = await Package.Query(db).CountAsync();
        switch (options.Existing)
        {
            case Existing.Refuse when existing > 0:
                error.WriteLine($"Redis holds {Text.Count(existing, "package")} under {KeyPrefix} already.");
                error.WriteLine("Name --reset to delete and load them again, or --keep to only ask them.");
                return 1;
            case Existing.Reset when existing > 0:
                output.WriteLine($"Deleting {Text.Count(existing, "package")}.");
                await loader.DeleteAllAsync();
                break;
            case Existing.Keep when existing == 0:
                error.WriteLine($"Redis holds no packages under {KeyPrefix}. Leave out --keep to load some.");
                return 1;
            case Existing.Keep:
                output.WriteLine($"Redis holds {Text.Count(existing, "package")}.");
                break;
        }

        if (file is not null) await loader.LoadAsync(file);
        await new Questions(db, new Answers(db, output)).AskAllAsync();
        return 0;
    }
}
