using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rom.Tests.Docs;

/// <summary>
/// Makes a file of a block that is only a part of one: statements go into an asynchronous method in which <c>db</c>, <c>user</c>,
/// <c>connection</c> and <c>cancellationToken</c> exist, properties into a model, types beside both.
/// </summary>
internal static class CodeBlockSource
{
    /// <summary>What <c>ImplicitUsings</c> adds to a console project.</summary>
    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static string Complete(CodeBlock block)
    {
        CompilationUnitSyntax unit = SyntaxFactory.ParseCompilationUnit(block.Text);
        StringBuilder source = new("using Rom;\n");
        foreach (UsingDirectiveSyntax directive in unit.Usings) Append(block, directive, source);

        source.Append("internal static class Block {\n"
            + "internal static RomDatabase db = null!; internal static User user = null!;\n"
            + "internal static StackExchange.Redis.IConnectionMultiplexer connection = null!; internal static CancellationToken cancellationToken = default;\n"
            + "internal static async Task RunAsync() {\n");
        foreach (GlobalStatementSyntax statement in unit.Members.OfType<GlobalStatementSyntax>()) Append(block, statement, source);
        source.Append("}\n}\n");

        MemberDeclarationSyntax[] properties = [.. unit.Members.OfType<BasePropertyDeclarationSyntax>()];
        if (properties.Length > 0) source.Append("[RomModel] public partial class BlockModel {\n");
        foreach (MemberDeclarationSyntax property in properties) Append(block, property, source);
        if (properties.Length > 0) source.Append("}\n");

        foreach (MemberDeclarationSyntax other in unit.Members.Except(properties).Where(member => member is not GlobalStatementSyntax))
            Append(block, other, source);
        return source.ToString();
    }

    // "#line hidden" in between would hide the model around properties from the analyzer.
    private static void Append(CodeBlock block, CSharpSyntaxNode part, StringBuilder source)
    {
        int line = block.Line + part.SyntaxTree.GetLineSpan(part.FullSpan).StartLinePosition.Line;
        source.Append("#line ").Append(line).Append(" \"").Append(block.File).Append("\"\n")
            .Append(part.ToFullString().TrimEnd('\n')).Append("\n#line default\n");
    }
}
