using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>
/// The codec of a class, record or struct: a map by the members' names. Reading collects the members first, so that one expression can
/// make the object whatever its constructor takes and whichever members are required or init-only.
/// </summary>
internal static class NestedObjectEmitter
{
    private const string Names = "Names";

    public static void Emit(SourceWriter writer, NestedTypeSpec type)
    {
        string names = string.Join(", ", type.Members.Select(member => Literals.String(member.StoredName)));
        writer.Write($"private static readonly {RuntimeNames.Services}.NestedMembers {Names} = new({names});");
        writer.Blank();

        NestedEmitter.OpenWrite(writer, type);
        writer.Write($"writer.BeginObject({Names}, value);");
        for (int i = 0; i < type.Members.Count; i++)
        {
            writer.Write($"writer.Member({Names}, {i});");
            writer.Write(NestedEmitter.Write(type.Members[i]));
        }

        writer.Write("writer.End();");
        writer.Close();
        writer.Blank();

        NestedEmitter.OpenRead(writer, type);
        writer.Write($"{RuntimeNames.Services}.MemberReader members = reader.BeginObject({Names});");
        for (int i = 0; i < type.Members.Count; i++) writer.Write($"{type.Members[i].Codec.TypeName} m{i} = default!;");
        writer.Open("while (members.Next(ref reader))");
        writer.Open("switch (members.Current)");
        for (int i = 0; i < type.Members.Count; i++) writer.Write($"case {i}: m{i} = {NestedEmitter.Read(type.Members[i])}; break;");
        writer.Write("default: reader.Skip(); break;");
        writer.Close();
        writer.Close();
        writer.Blank();
        writer.Write("reader.End();");
        Absent(writer, type);
        writer.Write($"return {Create(type, _ => true)};");
        writer.Close();
    }

    /// <summary>What stands in for members that the stored value lacks.</summary>
    private static void Absent(SourceWriter writer, NestedTypeSpec type)
    {
        if (type.Members.Count == 0) return;
        writer.Open("if (!members.HasAll)");
        for (int i = 0; i < type.Members.Count; i++)
        {
            NestedMemberSpec member = type.Members[i];
            if (member.Absence == MemberAbsence.Refused) writer.Write($"members.Require({i});");
            if (member.DefaultValue is { } value) writer.Write($"if (!members.Has({i})) m{i} = {value};");
        }

        if (type.Members.Any(member => member.Absence == MemberAbsence.Initializer))
        {
            writer.Write($"{type.TypeName} initial = {Create(type, member => member.Absence != MemberAbsence.Initializer)};");
            for (int i = 0; i < type.Members.Count; i++)
            {
                NestedMemberSpec member = type.Members[i];
                if (member.Absence != MemberAbsence.Initializer) continue;
                string orThrow = member.Codec is { IsValueType: false, Kind: not CodecKind.OrNull } ? $" ?? throw members.Missing({i})" : "";
                writer.Write($"if (!members.Has({i})) m{i} = initial.{member.Identifier}{orThrow};");
            }
        }

        writer.Close();
        writer.Blank();
    }

    private static string Create(NestedTypeSpec type, Func<NestedMemberSpec, bool> sets)
    {
        IEnumerable<string> initializers = Enumerable.Range(0, type.Members.Count)
            .Where(i => !type.ConstructorMembers.Contains(i) && sets(type.Members[i]))
            .Select(i => $"{type.Members[i].Identifier} = m{i}");
        string list = string.Join(", ", initializers);
        string arguments = string.Join(", ", type.ConstructorMembers.Select(i => $"m{i}"));
        return $"new {type.TypeName}({arguments}){(list.Length == 0 ? "" : $" {{ {list} }}")}";
    }
}
