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
        builder.Property(device => device.Revision).HasDefaultValue(0);
        builder.HasIndex(device => device.EditedAfter).HasFilter("edited_after IS NOT NULL");
        builder.HasIndex(device => device.MaintenanceUntil).HasFilter("maintenance_until IS NOT NULL");
        builder.HasIndex(device => device.Tags).HasFilter("tags IS NOT NULL");

        // Who is late or lost among the devices that raise no alarm, by type: one run of the index each.
        builder.HasIndex(device => new { device.DeviceType, device.Severity, device.LateAt });
        builder.HasIndex(device => new { device.DeviceType, device.Severity, device.LostAt });
    }
}
