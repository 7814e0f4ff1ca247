using System;
using Rom;

namespace Shop.@event;

public static partial class Outer
{
    public partial interface IInner
    {
        [RomModel]
        public partial record @class
        {
            public Guid Id { get; init; }

            [Unique] public int? @int { get; set; }

            public bool? @record { get; init; }
        }
    }
}
