using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Sensoro.Dashboard.Components.Elements;

/// <summary>Says what has been done, and offers to take it back for six seconds. Whoever makes changes of one kind has one of its own.</summary>
public sealed class UndoOffer(ISnackbar snackbar, IStringLocalizer<ElementTexts> texts)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(6);

    private Snackbar? _last;

    /// <summary>Says something that cannot be taken back.</summary>
    public void Say(string text) => snackbar.Add(text, Severity.Normal, static options => options.HideIcon = true);

    /// <summary>Only the last change can be taken back: an older offer would undo more than it says.</summary>
    /// <param name="text">What has been done.</param>
    /// <param name="undo">Takes it back; it must not throw.</param>
    public void Make(string text, Func<Task> undo)
    {
        if (_last is not null)
        {
            snackbar.Remove(_last);
        }

        _last = snackbar.Add(text, Severity.Normal, options =>
        {
            options.HideIcon = true;
            options.ShowCloseIcon = false;
            options.VisibleStateDuration = (int)Lasts.TotalMilliseconds;
            options.Action = texts["Undo"];
            options.OnClick = _ => undo();
        });
    }
}
