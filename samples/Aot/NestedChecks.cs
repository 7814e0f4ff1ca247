using AotSample.Models;
using Rom;

namespace AotSample;

/// <summary>Values with parts come back as they were, and changes inside are noticed.</summary>
internal static class NestedChecks
{
    public static async Task RunAsync(Store store, Checks checks)
    {
        Checks.Section("Nested values");
        Basket basket = new()
        {
            Items = [new("tea", 2) { Price = 3.50m }, new("cup")],
            Discounts = new() { ["tea"] = 0.1m },
            Plans = [Plan.Paid, Plan.Closed],
            Period = (new DateOnly(2026, 11, 21), new DateOnly(2026, 12, 24)),
            Tree = new() { Name = "root", Children = [new() { Name = "leaf" }] },
            Delivery = new() { Street = "Ring 1", Notes = ["ring twice"] },
        };
        await basket.SaveAsync(store.Db);
        Basket found = (await Basket.GetAsync(store.Other, basket.Id))!;
        checks.Same("records in a list", found.Items, [.. basket.Items]);
        checks.Equal("a dictionary", found.Discounts!["tea"], 0.1m);
        checks.Equal("a set", found.Plans!.SetEquals(basket.Plans), true);
        checks.Equal("a tuple", found.Period, basket.Period);
        checks.Equal("a tree", found.Tree!.Children[0].Name, "leaf");
        checks.Equal("JSON", (found.Delivery.Street, found.Delivery.Notes[0]), ("Ring 1", "ring twice"));
        checks.Equal("nothing changed", await found.SaveAsync(store.Other), 0);

        found.Tree.Children.Add(new() { Name = "other" });
        found.Delivery.Notes.Clear();
        checks.Equal("changes inside two columns", await found.SaveAsync(store.Other), 2);
        Basket copy = found.Copy();
        copy.Tree!.Children.Clear();
        checks.Equal("a copy shares nothing", found.Tree.Children.Count, 2);

        Node loop = new();
        loop.Children.Add(loop);
        basket.Tree = loop;
        await checks.ThrowsAsync<InvalidValueException>("a value that contains itself", () => basket.SaveAsync(store.Db));
        await found.DeleteAsync(store.Db);
    }
}
