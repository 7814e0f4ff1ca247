using System.Collections.Generic;
using Rom;

namespace Shop;

[RomModel]
public partial class Broken
{
    public string Id { get; set; } = "";

    public Stack<string> Tags { get; set; } = new();

    [Index(IndexKind.FullText)] public int Size { get; set; }
}
