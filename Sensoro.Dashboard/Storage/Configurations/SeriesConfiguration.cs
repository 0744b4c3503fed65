using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sensoro.Dashboard.Storage.Configurations;

/// <summary>The clustered tables: their rows are keyed by device first, so that one device's rows lie together.</summary>
internal sealed class SeriesConfiguration :
    IEntityTypeConfiguration<MetricRow>,
    IEntityTypeConfiguration<ReadingRow>,
    IEntityTypeConfiguration<HourlyRollupRow>,
    IEntityTypeConfiguration<DailyRollupRow>,
    IEntityTypeConfiguration<LatestValueRow>,
    IEntityTypeConfiguration<DeviceMessageRow>
{
    public void Configure(EntityTypeBuilder<MetricRow> builder)
    {
        builder.ToTable("metrics");
        builder.HasKey(metric => metric.Id);
        builder.Property(metric => metric.Id).ValueGeneratedNever();
        builder.HasIndex(metric => metric.Key).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ReadingRow> builder)
    {
        builder.ToTable("readings");
        builder.HasKey(reading => new { reading.DeviceId, reading.MetricId, reading.At });
    }

    public void Configure(EntityTypeBuilder<HourlyRollupRow> builder)
    {
        builder.ToTable("readings_hourly");
        builder.HasKey(rollup => new { rollup.DeviceId, rollup.MetricId, rollup.At });
    }

    public void Configure(EntityTypeBuilder<DailyRollupRow> builder)
    {
        builder.ToTable("readings_daily");
        builder.HasKey(rollup => new { rollup.DeviceId, rollup.MetricId, rollup.At });
    }

    public void Configure(EntityTypeBuilder<LatestValueRow> builder)
    {
        builder.ToTable("latest_values");
        builder.HasKey(latest => new { latest.DeviceId, latest.MetricId });
    }

    public void Configure(EntityTypeBuilder<DeviceMessageRow> builder)
    {
        builder.ToTable("device_messages");
        builder.HasKey(link => new { link.DeviceId, link.MessageId });
    }
}
