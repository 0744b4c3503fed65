// Waits for something that may never come.

export class TooLate extends Error {}

/** What the attempt comes to; fails with TooLate when it has not come to an end after so many milliseconds. */
export async function inTime<T>(attempt: Promise<T> | undefined, milliseconds: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => { reject(new TooLate(`No end after ${milliseconds} ms.`)); }, milliseconds);
  });
  try {
    return await Promise.race([attempt, limit]);
  } finally {
    clearTimeout(timer);
  }
}
