using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sensoro.Dashboard.Storage.Configurations;

internal sealed class LogStateConfiguration : IEntityTypeConfiguration<LogStateRow>
{
    public void Configure(EntityTypeBuilder<LogStateRow> builder)
    {
        builder.ToTable("log_state");
        builder.HasKey(state => state.Id);
        builder.Property(state => state.Id).ValueGeneratedNever();
    }
}
