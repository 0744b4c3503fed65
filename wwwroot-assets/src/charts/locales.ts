// Month and day names for ApexCharts' own texts; its toolbar is never shown, so its words stay empty.

function locale(name: string, months: string[], shortMonths: string[], days: string[], shortDays: string[]) {
  const toolbar = { exportToSVG: '', exportToPNG: '', exportToCSV: '', menu: '', selection: '', selectionZoom: '', zoomIn: '', zoomOut: '', pan: '', reset: '' };
  return { name, options: { months, shortMonths, days, shortDays, toolbar } };
}

const chineseMonths = ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'];

export const locales = [
  locale('en',
    ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
    ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']),
  locale('zh-cn', chineseMonths, chineseMonths,
    ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'], ['周日', '周一', '周二', '周三', '周四', '周五', '周六']),
];

export function localeName(culture: string | undefined): string {
  return culture?.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en';
}
