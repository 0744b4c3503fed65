using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Sensoro.Dashboard.Storage;

/// <summary>Gives the migration tool a context without starting the program.</summary>
internal sealed class StateDesignFactory : IDesignTimeDbContextFactory<SensoroDbContext>
{
    public SensoroDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SensoroDbContext>().UseSqlite("Data Source=design.db").Options);
}
