namespace Sensoro.Dashboard.Tests.Vectors;

/// <summary>The credentials of one push service.</summary>
public sealed record VectorProfile(string AppId, string AppKey, string AppSecret);
