using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Dashboard.Storage.Configurations;
using Sensoro.Dashboard.Storage.People;
using Sensoro.Dashboard.Storage.Tokens;

namespace Sensoro.Dashboard.Storage;

/// <summary>The state: what the pushes mean, folded from the log, and what staff entered.</summary>
public sealed class SensoroDbContext(DbContextOptions<SensoroDbContext> options) : DbContext(options)
{
    public DbSet<DeviceRow> Devices => Set<DeviceRow>();

    public DbSet<MetricRow> Metrics => Set<MetricRow>();

    public DbSet<ReadingRow> Readings => Set<ReadingRow>();

    public DbSet<HourlyRollupRow> HourlyRollups => Set<HourlyRollupRow>();

    public DbSet<DailyRollupRow> DailyRollups => Set<DailyRollupRow>();

    public DbSet<FleetCountRow> FleetCounts => Set<FleetCountRow>();

    public DbSet<RetentionRow> Retention => Set<RetentionRow>();

    public DbSet<LatestValueRow> LatestValues => Set<LatestValueRow>();

    public DbSet<TaskResultRow> TaskResults => Set<TaskResultRow>();

    public DbSet<TaskLinkRow> TaskLinks => Set<TaskLinkRow>();

    public DbSet<SavedViewRow> SavedViews => Set<SavedViewRow>();

    public DbSet<UserRow> Users => Set<UserRow>();

    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<ApiTokenRow> ApiTokens => Set<ApiTokenRow>();

    public DbSet<DeviceMessageRow> DeviceMessages => Set<DeviceMessageRow>();

    public DbSet<PushMinuteRow> PushMinutes => Set<PushMinuteRow>();

    public DbSet<SetAsideRow> SetAside => Set<SetAsideRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<AuditHeadRow> AuditHeads => Set<AuditHeadRow>();

    public DbSet<ProjectionCursorRow> ProjectionCursors => Set<ProjectionCursorRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMillisecondsConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new DeviceConfiguration());
        var series = new SeriesConfiguration();
        modelBuilder.ApplyConfiguration<MetricRow>(series);
        modelBuilder.ApplyConfiguration<ReadingRow>(series);
        modelBuilder.ApplyConfiguration<HourlyRollupRow>(series);
        modelBuilder.ApplyConfiguration<DailyRollupRow>(series);
        modelBuilder.ApplyConfiguration<LatestValueRow>(series);
        modelBuilder.ApplyConfiguration<DeviceMessageRow>(series);
        var tasks = new TaskConfiguration();
        modelBuilder.ApplyConfiguration<TaskResultRow>(tasks);
        modelBuilder.ApplyConfiguration<TaskLinkRow>(tasks);
        modelBuilder.ApplyConfiguration(new SavedViewConfiguration());
        modelBuilder.ApplyConfiguration(new SetAsideConfiguration());
        var audit = new AuditConfiguration();
        modelBuilder.ApplyConfiguration<AuditRow>(audit);
        modelBuilder.ApplyConfiguration<AuditHeadRow>(audit);
        var users = new UserConfiguration();
        modelBuilder.ApplyConfiguration<UserRow>(users);
        modelBuilder.ApplyConfiguration<IdentityUserClaim<string>>(users);
        modelBuilder.ApplyConfiguration<IdentityUserLogin<string>>(users);
        modelBuilder.ApplyConfiguration<IdentityUserToken<string>>(users);
        modelBuilder.ApplyConfiguration<IdentityUserPasskey<string>>(users);
        modelBuilder.ApplyConfiguration<InvitationRow>(users);
        modelBuilder.ApplyConfiguration<SessionRow>(users);
        modelBuilder.ApplyConfiguration(new ApiTokenConfiguration());
        modelBuilder.Entity<ProjectionCursorRow>(cursor =>
        {
            cursor.ToTable("projection_cursor");
            cursor.Property(row => row.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<PushMinuteRow>(minute =>
        {
            minute.ToTable("push_minutes");
            minute.HasKey(row => row.Minute);
            minute.Property(row => row.Minute).ValueGeneratedNever();
        });
        modelBuilder.Entity<FleetCountRow>(counts =>
        {
            counts.ToTable("fleet_counts");
            counts.HasKey(row => new { row.DeviceType, row.Severity });
        });
        modelBuilder.Entity<RetentionRow>(retention =>
        {
            retention.ToTable("retention");
            retention.Property(row => row.Id).ValueGeneratedNever();
        });
        SnakeCase.Apply(modelBuilder);
    }
}
