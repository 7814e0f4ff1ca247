using System.Collections.Generic;
using Rom;

namespace Shop;

[RomModel]
public partial class Broken
{
    public string Id { get; set; } = "";

    public List<string> Tags { get; set; } = [];

    [Index(IndexKind.FullText)] public int Size { get; set; }
}
