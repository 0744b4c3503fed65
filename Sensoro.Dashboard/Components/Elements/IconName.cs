namespace Sensoro.Dashboard.Components.Elements;

/// <summary>The line icons of the interface.</summary>
public enum IconName
{
    Search,
    Sun,
    Moon,
    Monitor,
    Overview,
    Map,
    Devices,
    Tasks,
    Messages,
    Link,
    Left,
    Right,
    Down,
    Copy,
    Pause,
    Play,
    More,
    Plus,
    Minus,
    Retry,
    Check,
    Close,
    Lock,
    Filter,
    Warning,
    Table,
    FitAll,
    Trash,
}
