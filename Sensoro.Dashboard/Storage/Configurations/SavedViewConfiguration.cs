using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sensoro.Dashboard.Storage.Configurations;

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedViewRow>
{
    public void Configure(EntityTypeBuilder<SavedViewRow> builder)
    {
        builder.ToTable("saved_views");

        // Two names that differ in capitals alone could not be told apart when spoken.
        builder.Property(view => view.Name).UseCollation("NOCASE");
        builder.HasIndex(view => view.Name).IsUnique();
    }
}
