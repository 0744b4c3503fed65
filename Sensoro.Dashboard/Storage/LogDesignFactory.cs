using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Sensoro.Dashboard.Storage;

/// <summary>Gives the migration tool a context without starting the program.</summary>
internal sealed class LogDesignFactory : IDesignTimeDbContextFactory<LogDbContext>
{
    public LogDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<LogDbContext>().UseSqlite("Data Source=design.db").Options);
}
