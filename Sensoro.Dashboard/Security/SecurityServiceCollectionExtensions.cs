using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using Sensoro.Dashboard.Storage;

namespace Sensoro.Dashboard.Security;

internal static class SecurityServiceCollectionExtensions
{
    /// <summary>
    /// Keys of cookies and forms outlive a restart: they lie in the data directory, not in the container. With them come the
    /// applications entered on a page, whose secrets they encrypt.
    /// </summary>
    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Sensoro.Dashboard");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<StorageOptions>, ILoggerFactory>(static (keys, storage, loggers) =>
            keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(Path.Combine(storage.Value.DataDirectory, DataFiles.Keys)), loggers));
        services.AddSingleton<ApplicationSeal>();
        services.AddSingleton<ApplicationFile>();
        services.AddSingleton<StoredApplications>();
        return services;
    }
}
