// Subscribe first, then load the snapshot, then apply what arrived meanwhile: this decides what is news.

export interface Versioned { messageId: number }

export interface Shown<T extends Versioned> { item: T; cursor: number }

/**
 * True when an entry changes what is shown. An older message never replaces a newer one; the same message only
 * counts when the server sent it with a later cursor, which is how a repeated event differs from a changed device.
 */
export function isNews(shown: Shown<Versioned> | undefined, incoming: Versioned, cursor: number): boolean {
  if (!shown) return true;
  if (incoming.messageId !== shown.item.messageId) return incoming.messageId > shown.item.messageId;
  return cursor > shown.cursor;
}

/** Puts the news among the entries into the store and returns them. */
export function mergeInto<T extends Versioned>(store: Map<string, Shown<T>>, key: (item: T) => string, entries: readonly T[], cursor: number): T[] {
  const news: T[] = [];
  for (const item of entries) {
    const id = key(item);
    if (!isNews(store.get(id), item, cursor)) continue;
    store.set(id, { item, cursor });
    news.push(item);
  }
  return news;
}
