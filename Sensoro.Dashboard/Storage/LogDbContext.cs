using Microsoft.EntityFrameworkCore;
using Sensoro.Dashboard.Storage.Configurations;

namespace Sensoro.Dashboard.Storage;

/// <summary>The message log: the record that everything else is derived from.</summary>
public sealed class LogDbContext(DbContextOptions<LogDbContext> options) : DbContext(options)
{
    public DbSet<MessageRow> Messages => Set<MessageRow>();

    public DbSet<LogStateRow> LogState => Set<LogStateRow>();

    public DbSet<QuarantineRow> Quarantine => Set<QuarantineRow>();

    public DbSet<BodyDictionaryRow> BodyDictionaries => Set<BodyDictionaryRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMillisecondsConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new MessageConfiguration());
        modelBuilder.ApplyConfiguration(new LogStateConfiguration());
        modelBuilder.ApplyConfiguration(new QuarantineConfiguration());
        modelBuilder.Entity<BodyDictionaryRow>(dictionary =>
        {
            dictionary.ToTable("body_dictionaries");
            dictionary.Property(row => row.Id).ValueGeneratedNever();
        });
        SnakeCase.Apply(modelBuilder);
    }
}
