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
            case ArrayCreationExpressionSyntax { Initializer: null } array:
                return array.Type.RankSpecifiers.All(rank => rank.Sizes.All(size => IsConstant(size, compilation, cancellationToken)));
            case InvocationExpressionSyntax invocation when !IsNameOf(invocation):
                return invocation.ArgumentList.Arguments.All(argument => IsConstant(argument.Expression, compilation, cancellationToken))
                    && Symbol(invocation, compilation, cancellationToken) is IMethodSymbol method && FrameworkConstants.IsConstant(method);
            default:
                SemanticModel model = compilation.GetSemanticModel(expression.SyntaxTree);
                return model.GetConstantValue(expression, cancellationToken).HasValue
                    || FrameworkConstants.IsConstant(model.GetSymbolInfo(expression, cancellationToken).Symbol);
        }
    }

    private static bool IsNameOf(InvocationExpressionSyntax invocation) => invocation.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" };

    private static ISymbol? Symbol(ExpressionSyntax expression, Compilation compilation, CancellationToken cancellationToken) =>
        compilation.GetSemanticModel(expression.SyntaxTree).GetSymbolInfo(expression, cancellationToken).Symbol;

    /// <summary><c>new DateTime(2020, 1, 1)</c></summary>
    private static bool IsConstantCreation(BaseObjectCreationExpressionSyntax creation, Compilation compilation, CancellationToken cancellationToken)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = creation.ArgumentList?.Arguments ?? default;
        if (arguments.Count == 0) return true;
        if (!arguments.All(argument => IsConstant(argument.Expression, compilation, cancellationToken))) return false;
        return Symbol(creation, compilation, cancellationToken) is IMethodSymbol constructor && FrameworkConstants.IsConstant(constructor);
    }

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
