#nullable disable
using System.Collections.Generic;
using Rom;

public class Phone
{
    public string Number { get; set; }

    public List<string> Notes { get; set; }
}

[RomModel]
public partial class Customer
{
    public List<Phone> Phones { get; set; }

    public Phone Main { get; set; }

    public IReadOnlyList<string[]> Names { get; set; }
}
