using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sensoro.Dashboard.Storage.Configurations;

internal sealed class SetAsideConfiguration : IEntityTypeConfiguration<SetAsideRow>
{
    public void Configure(EntityTypeBuilder<SetAsideRow> builder)
    {
        builder.ToTable("set_aside_messages");
        builder.HasKey(row => row.MessageId);
        builder.Property(row => row.MessageId).ValueGeneratedNever();
    }
}
