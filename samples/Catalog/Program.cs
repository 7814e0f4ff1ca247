using Catalog;

return await new CatalogProgram(Console.Out, Console.Error, onTerminal: !Console.IsOutputRedirected).RunAsync(args);
