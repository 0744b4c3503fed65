using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sensoro.Dashboard.Storage.Configurations;

internal sealed class TaskConfiguration : IEntityTypeConfiguration<TaskResultRow>, IEntityTypeConfiguration<TaskLinkRow>
{
    public void Configure(EntityTypeBuilder<TaskResultRow> builder)
    {
        builder.ToTable("task_results");
        builder.HasKey(result => result.MessageId);
        builder.Property(result => result.MessageId).ValueGeneratedNever();
        builder.HasIndex(result => new { result.TaskId, result.AppId });
    }

    public void Configure(EntityTypeBuilder<TaskLinkRow> builder)
    {
        builder.ToTable("task_links");
        builder.HasKey(link => new { link.AppId, link.TaskId });
        builder.HasIndex(link => link.Sn);
    }
}
