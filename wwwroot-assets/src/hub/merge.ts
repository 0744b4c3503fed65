// Subscribe first, then load the snapshot, then apply what arrived meanwhile: this decides what is news.

export interface Versioned { messageId: number; revision: number }

/** True when an entry changes what is shown: a later message, or after the same message a later change by staff. */
export function isNews(shown: Versioned | undefined, incoming: Versioned): boolean {
  if (!shown) return true;
  if (incoming.messageId !== shown.messageId) return incoming.messageId > shown.messageId;
  return incoming.revision > shown.revision;
}

/** Puts the news among the entries into the store and returns them. */
export function mergeInto<T extends Versioned>(store: Map<string, T>, key: (item: T) => string, entries: readonly T[]): T[] {
  const news: T[] = [];
  for (const item of entries) {
    const id = key(item);
    if (!isNews(store.get(id), item)) continue;
    store.set(id, item);
    news.push(item);
  }
  return news;
}
