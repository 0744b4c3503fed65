using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sensoro.Dashboard.Components.Elements;
using Sensoro.Dashboard.Storage.Audit;
using Sensoro.Domain.Audit;

namespace Sensoro.Dashboard.Components.Audit;

/// <summary>Who did what, when and from where, for administrators.</summary>
public sealed partial class AuditPage : LoadingComponent
{
    private const int PageSize = 100;

    private readonly AddressEcho<AuditAddress> _echo = new();
    private AuditAddress _shown = AuditAddress.All;
    private List<AuditLink> _links = [];
    private int _total;

    [Inject]
    public required AuditQueries Entries { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    [SupplyParameterFromQuery]
    public string? Action { get; set; }

    [SupplyParameterFromQuery]
    public string? Day { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var wanted = AuditAddress.Read(Search, Action, Day);
        if (RendererInfo.IsInteractive && !_echo.IsOvertaken(wanted) && (!IsLoaded || wanted != _shown))
        {
            _shown = wanted;
            await ReadAsync();
        }
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private AuditFilter Filter => _shown.ToFilter(Time.LocalTimeZone);

    private Task ReadAsync() => LoadAsync(async stop =>
    {
        var (shown, filter) = (_shown, Filter);
        var total = await Entries.CountAsync(filter, stop);
        var links = await Entries.NewestAsync(filter, null, PageSize, stop);
        if (shown == _shown)
        {
            (_total, _links) = (total, [.. links]);
        }
    });

    private Task ReadMoreAsync() => LoadAsync(async stop => _links.AddRange(await Entries.NewestAsync(Filter, _links[^1].Id, PageSize, stop)));

    private Task GoAsync(AuditAddress address)
    {
        _echo.Ask(address);
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(address.Write()), replace: true);
        _shown = address;
        return ReadAsync();
    }
}
