using Rom;

namespace Catalog;

/// <summary>What the sample asks its packages.</summary>
internal sealed class Questions(RomDatabase db, Answers answers)
{
    public async Task AskAllAsync()
    {
        await answers.AskAsync("The package named bash", ByNameAsync);
        await answers.AskAsync("Names that begin with python3-: the first 5, and how many", ByNamePrefixAsync);
        await answers.AskAsync("Descriptions with the words \"redis\" and \"client\"", ByWordsAsync);
        await answers.AskAsync("Descriptions with a word that begins with postgre: the first 5", ByWordPrefixAsync);
        await answers.AskAsync("The ten largest packages of section net", LargestAsync);
        await answers.AskAsync("Packages by priority", ByPriorityAsync);
        await answers.AskAsync("A package of our own: saved, changed, deleted", OwnPackageAsync);
    }

    private async Task ByNameAsync()
    {
        Package? bash = await Package.GetByNameAsync(db, "bash");
        if (bash is null)
        {
            answers.Line("not in this index");
            return;
        }

        answers.Line($"{bash.Name} {bash.Version}, {bash.Priority.ToString().ToLowerInvariant()}, section {bash.Section}");
        answers.Line(Text.Synopsis(bash));
        answers.Line($"{Text.Size(bash.InstalledSize)} installed, maintained by {bash.Maintainer}");
    }

    private async Task ByNamePrefixAsync()
    {
        var named = Package.Query(db).Where(p => p.Name.StartsWith("python3-"));
        answers.Rows(await named.OrderBy(p => p.Name).Take(5).ToListAsync());
        answers.Line(Text.Count(await named.CountAsync(), "package"));
    }

    private async Task ByWordsAsync() => answers.Rows(await Package.Query(db)
        .Where(p => p.Description.Contains("redis client"))
        .OrderBy(p => p.Name)
        .Take(10)
        .ToListAsync());

    private async Task ByWordPrefixAsync() => answers.Rows(await Package.Query(db)
        .Where(p => p.Description.StartsWith("postgre"))
        .OrderBy(p => p.Name)
        .Take(5)
        .ToListAsync());

    private async Task LargestAsync() => answers.Rows(await Package.Query(db)
        .Where(p => p.Section == "net")
        .OrderByDescending(p => p.InstalledSize)
        .Take(10)
        .ToListAsync());

    private async Task ByPriorityAsync()
    {
        long system = await Package.Query(db).Where(p => p.Priority.Between(Priority.Required, Priority.Standard)).CountAsync();
        long rest = await Package.Query(db).Where(p => p.Priority > Priority.Standard).CountAsync();
        answers.Line($"required to standard   {system,7:N0}");
        answers.Line($"optional and extra     {rest,7:N0}");
    }

    /// <summary>Not one of the index's packages, so that what <c>--keep</c> keeps stays as it was.</summary>
    private async Task OwnPackageAsync()
    {
        const string name = "hello-from-rom";
        // A run that was stopped half-way may have left it.
        if (await Package.GetByNameAsync(db, name) is { } leftover) await leftover.DeleteAsync(db);

        Package own = new()
        {
            Name = name, Version = "1.0", Section = "net", Priority = Priority.Optional, Description = "friendly redis client",
        };
        answers.Line($"saved                    {Text.Count(await own.SaveAsync(db), "column")} written");
        answers.Line($"by words \"redis client\"  {await FindAsync("redis client")}");

        own.Description = "friendly greeter";
        answers.Line($"description changed      {Text.Count(await own.SaveAsync(db), "column")} written");
        answers.Line($"by words \"redis client\"  {await FindAsync("redis client")}");
        answers.Line($"by words \"greeter\"       {await FindAsync("greeter")}");

        await own.DeleteAsync(db);
        answers.Line("deleted");
        answers.Line($"by words \"greeter\"       {await FindAsync("greeter")}");
        answers.Line($"by name                  {(await Package.GetByNameAsync(db, name) is null ? "not found" : "found")}");

        async Task<string> FindAsync(string words) =>
            await Package.Query(db).Where(p => p.Name == name && p.Description.Contains(words)).AnyAsync() ? "found" : "not found";
    }
}
