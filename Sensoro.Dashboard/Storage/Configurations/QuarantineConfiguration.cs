using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sensoro.Dashboard.Storage.Configurations;

internal sealed class QuarantineConfiguration : IEntityTypeConfiguration<QuarantineRow>
{
    public void Configure(EntityTypeBuilder<QuarantineRow> builder)
    {
        builder.ToTable("quarantine");
        builder.HasKey(push => push.Id);

        // Never twice the same number: somebody may have chosen one that is gone by now.
        builder.Property(push => push.Id).ValueGeneratedOnAdd();
        builder.HasIndex(push => push.Identity).IsUnique();

        builder.HasIndex(push => push.Reason);

        // Whoever sent most of what nobody vouches for loses some of it first. With the size, so that nobody has to read the bodies to add up their bytes.
        builder.HasIndex(push => new { push.Authentic, push.Address, push.Size });
    }
}
