using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sensoro.Dashboard.Storage.Configurations;

internal sealed class DeviceConfiguration : IEntityTypeConfiguration<DeviceRow>
{
    public void Configure(EntityTypeBuilder<DeviceRow> builder)
    {
        builder.ToTable("devices");
        builder.HasKey(device => device.Sn);
        builder.HasIndex(device => device.Id).IsUnique();
        builder.HasIndex(device => device.LastMessageId);
        builder.HasIndex(device => device.LastHeardAt);
        builder.HasIndex(device => device.DeviceType);
    }
}
