using Rom.CompilerServices;
using Rom.Tests.TestModels;

namespace Rom.Tests.Serialization;

/// <summary>The stored bytes of a customer's columns, without an engine.</summary>
internal static class NestedBytes
{
    public static byte[]? Write(Customer customer, string column) => Encode(customer)[Ordinal(column)];

    public static Customer Read(string column, byte[] bytes)
    {
        byte[]?[] row = Encode(new Customer { Name = "n" });
        row[Ordinal(column)] = bytes;
        return EntityOperations<Customer, long, Customer.Columns>.Load(row);
    }

    public static byte[]?[] Encode(Customer customer) => EntityOperations<Customer, long, Customer.Columns>.Encode(customer, null, "1"u8.ToArray());

    public static Customer Load(byte[]?[] row) => EntityOperations<Customer, long, Customer.Columns>.Load(row);

    private static int Ordinal(string column) => Model<Customer, long, Customer.Columns>().Columns.Single(one => one.Property == column).Ordinal;

    private static ModelMetadata Model<TModel, TKey, TColumns>()
        where TModel : class, IRomModel<TModel, TKey, TColumns>
        where TKey : notnull
        where TColumns : class => TModel.Metadata;
}
