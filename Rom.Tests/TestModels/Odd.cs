// Names that C# or the generator has a use for, and every form of collection.
#pragma warning disable CA1707, CA1051, CA1852, CS8981
using System.Collections.Immutable;
using System.Net;
using System.Numerics;

namespace Rom.Tests.TestModels.@namespace.Größe;

/// <summary>Every name is a keyword.</summary>
[RomModel(Name = "new")]
public partial class @event
{
    [PrimaryKey, Index] public long @long { get; private set; }

    [Index] public string? @string { get; set; }

    [Unique] public int? @int { get; set; }

    [Index(IndexKind.Ordered)] public string? @namespace { get; set; }

    [Index(Name = "record", Keys = nameof(@for))] public int @while { get; set; }

    public Ref<@event>? @ref { get; set; }

    public @struct? @default { get; set; }

    public (int @in, string? @out)? @params { get; set; }

    [Native] public partial RedisList<string> @lock { get; }

    [Collection(nameof(@ref))] public partial RefCollection<@event> @base { get; }

    private static int @for(int @while) => -@while;
}

public struct @struct
{
    public int @this { get; set; }

    public string? value { get; set; }
}

/// <summary>Names that generated code uses for something else.</summary>
[RomModel]
public partial class Contextual
{
    public long Id { get; private set; }

    [Index] public int value { get; set; }

    [Index] public string? field { get; set; }

    [Index] public int row { get; set; }

    [Unique] public string? context { get; set; }

    [Index] public int key { get; set; }

    [Index] public int? column { get; set; }

    [Unique] public int? cancellationToken { get; set; }

    public string? global { get; set; }

    public string? System { get; set; }

    public string? Rom { get; set; }

    public string? Task { get; set; }

    public int Filter { get; set; }

    public int Metadata { get; set; }

    public int state { get; set; }

    public int required { get; set; }

    public int partial { get; set; }

    public int _ { get; set; }

    public int x { get; set; }
}

/// <summary>Names in many scripts.</summary>
[RomModel]
public partial class Überschrift
{
    [PrimaryKey] public required string 名前 { get; init; }

    [Index] public string? Größe { get; set; }

    [Index(IndexKind.FullText)] public string? テキスト { get; set; }

    [Unique] public string? ñ { get; set; }

    public int Ключ { get; set; }
}

public static partial class Outer
{
    internal partial struct Middle
    {
        public partial record Inner
        {
            public partial interface IDeepest
            {
                [RomModel]
                public partial class Leaf
                {
                    public long Id { get; private set; }

                    [Index] public string? Name { get; set; }

                    public Inside? In { get; set; }

                    public class Inside
                    {
                        public int A { get; set; }

                        public Inside? Again { get; set; }
                    }
                }
            }
        }
    }
}

public enum Shade : byte
{
    Light,
    Dark = 255,
}

public readonly record struct Spot(int X, double Y, int Z = 9);

public struct Plain
{
    public int A;

    public string? B { get; set; }
}

public class Node
{
    public int A { get; set; } = 4;

    public required string B { get; init; }

    public string? C;

    public IReadOnlyList<Node>? Kids { get; set; }

    public Dictionary<string, Node>? Map { get; set; }

    public (Node? Left, int Right) Pair { get; set; }
}

public abstract class Box<T>
{
    public T? Value { get; set; }

    public List<T> List { get; set; } = [];
}

public class SpotBox : Box<Spot?>
{
    public int N { get; set; }
}

public record Rec(int A, string? B = "b")
{
    public int C { get; init; } = 3;
}

public record RecChild(int A, Rec Inner) : Rec(A, "x");

[RomModel]
public partial class Heap
{
    public long Id { get; private set; }

    public Dictionary<string, List<int?>> A { get; set; } = [];

    public ICollection<Shade>? B { get; set; }

    public IEnumerable<decimal>? C { get; set; }

    public IReadOnlySet<long>? D { get; set; }

    public IReadOnlyDictionary<Guid, Plain>? E { get; set; }

    public ImmutableArray<int> F { get; set; } = [];

    public byte[][]? G { get; set; }

    public Dictionary<Shade, Dictionary<bool, Spot?>>? H { get; set; }

    public (int, string?, (bool, Half?)?)? I { get; set; }

    public ValueTuple<Spot> J { get; set; }

    public (int, int, int, int, int, int, int, int, string?) K { get; set; }

    public List<(string Key, Node? Value)>? L { get; set; }

    public SpotBox? M { get; set; }

    public RecChild? N { get; set; }

    public Plain O { get; set; }

    public Spot?[]? P { get; set; }

    public List<IPAddress?>? Q { get; set; }

    public Version?[]? R { get; set; }

    public List<BigInteger>? S { get; set; }

    public List<KeyValuePair<Guid, Rec?>>? T { get; set; }

    public List<ReadOnlyMemory<byte>>? U { get; set; }

    public List<List<List<UInt128>>>? V { get; set; }

    [Index] public ISet<string>? W { get; set; }

    [Index] public ImmutableArray<int>? X { get; set; }

    [Index(IndexKind.FullText)] public IReadOnlyList<string?>? Y { get; set; }

    [Index] public List<Shade> Z { get; set; } = [];
}

/// <summary>A converter that fails on one number.</summary>
[RomModel]
public partial class Fickle
{
    public long Id { get; private set; }

    [Index, Column(Converter = typeof(NotThirteen))] public int Number { get; set; }
}

public sealed class NotThirteen : IRomConverter<int>
{
    public static string ToText(int value) => value == 13 ? throw new NotSupportedException("unlucky") : $"{value}";

    public static bool TryFromText(string text, out int value) => text == "13" ? throw new NotSupportedException("unlucky") : int.TryParse(text, out value);
}
