// Ages in words. The server renders the same words at first, so a page does not flicker when the browser takes over.

export type AgeLanguage = 'en' | 'zh';

export function ageLanguage(tag: string): AgeLanguage {
  return tag.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

const units = {
  en: { s: ' s', min: ' min', h: ' h ', minuteOfHour: '', d: ' d' },
  zh: { s: ' 秒', min: ' 分钟', h: ' 小时 ', minuteOfHour: ' 分', d: ' 天' },
} as const;

/** "3 s", "2 min", "1 h 05", "3 d", or "3 秒", "2 分钟", "1 小时 05 分", "3 天"; a time in the future counts as now. */
export function formatAge(milliseconds: number, language: AgeLanguage): string {
  const unit = units[language];
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  if (seconds < 60) return `${seconds}${unit.s}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}${unit.min}`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours}${unit.h}${String(minutes % 60).padStart(2, '0')}${unit.minuteOfHour}`;
  return `${Math.floor(hours / 24)}${unit.d}`;
}
