using Rom;

[RomModel]
public partial class Note
{
    public string? Text { get; set; }
}
