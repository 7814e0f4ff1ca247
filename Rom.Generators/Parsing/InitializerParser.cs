using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rom.Generators.Parsing;

/// <summary>
/// Decides whether an initializer is constant. Literals are decided by syntax alone, because binding is what a parse costs.
/// </summary>
internal static class InitializerParser
{
    public static InitializerKind Parse(IPropertySymbol property, Compilation compilation, CancellationToken cancellationToken)
    {
        ExpressionSyntax? value = SourceSymbols.Declarations(property)
            .Select(declaration => (declaration.GetSyntax(cancellationToken) as PropertyDeclarationSyntax)?.Initializer?.Value)
            .FirstOrDefault(initializer => initializer is not null);
        if (value is null) return InitializerKind.None;
        value = Bare(value);
        bool canBeNull = property.Type.IsReferenceType || ScalarParser.IsNullableValue(property.Type);
        if (value.IsKind(SyntaxKind.NullLiteralExpression)) return InitializerKind.None;
        if (value.IsKind(SyntaxKind.DefaultLiteralExpression)) return canBeNull ? InitializerKind.None : InitializerKind.Constant;
        if (canBeNull && value is not LiteralExpressionSyntax && IsNullConstant(value, compilation, cancellationToken))
            return InitializerKind.None;
        return IsConstant(value, compilation, cancellationToken) ? InitializerKind.Constant : InitializerKind.NotConstant;
    }

    private static bool IsNullConstant(ExpressionSyntax expression, Compilation compilation, CancellationToken cancellationToken) =>
        compilation.GetSemanticModel(expression.SyntaxTree).GetConstantValue(expression, cancellationToken) is { HasValue: true, Value: null };

    private static bool IsConstant(ExpressionSyntax expression, Compilation compilation, CancellationToken cancellationToken)
    {
        expression = Bare(expression);
        switch (expression)
        {
            case LiteralExpressionSyntax or DefaultExpressionSyntax:
                return true;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression or (int)SyntaxKind.UnaryPlusExpression } signed:
                return IsConstant(signed.Operand, compilation, cancellationToken);
            case CastExpressionSyntax cast:
                return IsConstant(cast.Expression, compilation, cancellationToken);
            case CollectionExpressionSyntax collection:
                return collection.Elements.All(element =>
                    element is ExpressionElementSyntax one && IsConstant(one.Expression, compilation, cancellationToken));
            case BaseObjectCreationExpressionSyntax { Initializer: null } creation:
                return IsConstantCreation(creation, compilation, cancellationToken);
            default:
                SemanticModel model = compilation.GetSemanticModel(expression.SyntaxTree);
                return model.GetConstantValue(expression, cancellationToken).HasValue
                    || (model.GetSymbolInfo(expression, cancellationToken).Symbol is IFieldSymbol field && IsConstant(field));
        }
    }

    /// <summary>A constant, an enum member, or what the framework keeps in a field, such as string.Empty and DateTimeOffset.UnixEpoch.</summary>
    private static bool IsConstant(IFieldSymbol field) =>
        field.IsConst || (field is { IsStatic: true, IsReadOnly: true } && Namespaces.IsSystem(field));

    /// <summary>
    /// <c>new DateTime(2020, 1, 1)</c>. A DateTimeOffset made of a DateTime alone is not constant: its offset is that of the machine.
    /// </summary>
    private static bool IsConstantCreation(BaseObjectCreationExpressionSyntax creation, Compilation compilation, CancellationToken cancellationToken)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = creation.ArgumentList?.Arguments ?? default;
        if (arguments.Count == 0) return true;
        if (!arguments.All(argument => IsConstant(argument.Expression, compilation, cancellationToken))) return false;
        SymbolInfo made = compilation.GetSemanticModel(creation.SyntaxTree).GetSymbolInfo(creation, cancellationToken);
        return made.Symbol is IMethodSymbol constructor && Namespaces.IsSystem(constructor) && !TakesLocalTime(constructor);
    }

    private static bool TakesLocalTime(IMethodSymbol constructor) =>
        constructor.ContainingType.Name == nameof(DateTimeOffset)
        && constructor.Parameters.Length == 1
        && constructor.Parameters[0].Type.SpecialType == SpecialType.System_DateTime;

    private static ExpressionSyntax Bare(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                    expression = suppressed.Operand;
                    break;
                default:
                    return expression;
            }
        }
    }
}
