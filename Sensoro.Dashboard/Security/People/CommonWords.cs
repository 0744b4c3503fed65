namespace Sensoro.Dashboard.Security.People;

/// <summary>Words that people choose as passwords: what passwords are called, what programs like this one are about, and what everybody likes.</summary>
internal static class CommonWords
{
    public static IReadOnlyList<string> All { get; } =
    [
        "password", "passwort", "passwd", "passphrase", "pass", "letmein", "welcome", "login", "signin", "secret", "changeme", "change", "default",
        "admin", "administrator", "root", "user", "guest", "test", "demo", "temp", "system", "server", "service", "support", "manager", "operator", "viewer", "owner",
        "sensoro", "sensor", "sensors", "dashboard", "webhook", "device", "alarm", "smoke", "fire", "office", "company", "building", "security", "control",
        "qwerty", "qwertz", "azerty", "asdf", "zxcv", "qazwsx", "abcd", "abcdef", "iloveyou", "loveyou", "love", "lovely", "hello", "freedom", "whatever", "trustno",
        "monkey", "dragon", "tiger", "eagle", "panda", "horse", "kitty", "puppy", "football", "baseball", "basketball", "soccer", "hockey", "sunshine", "princess",
        "master", "shadow", "superman", "batman", "spiderman", "pokemon", "starwars", "ninja", "killer", "hunter", "ranger", "charlie", "michael", "jordan", "jessica",
        "computer", "internet", "network", "google", "samsung", "huawei", "windows", "linux", "docker", "spring", "summer", "autumn", "winter",
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "woaini", "aini", "nihao", "mima", "zhongguo", "china", "beijing", "shanghai", "guangzhou", "shenzhen", "hangzhou", "wang", "zhang", "zhao", "chen",
    ];
}
