using Microsoft.EntityFrameworkCore;

namespace Sensoro.Dashboard.Tests.OpenId;

/// <summary>What the provider keeps: its clients, and the codes and tokens it has given out.</summary>
internal sealed class ProviderContext(DbContextOptions<ProviderContext> options) : DbContext(options);
