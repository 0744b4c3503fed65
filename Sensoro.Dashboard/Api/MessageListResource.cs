namespace Sensoro.Dashboard.Api;

/// <param name="Items">Oldest first.</param>
/// <param name="NextAfter">The value for <c>after</c> that continues behind these items.</param>
public sealed record MessageListResource(IReadOnlyList<MessageResource> Items, long NextAfter);
