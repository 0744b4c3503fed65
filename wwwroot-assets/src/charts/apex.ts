// ApexCharts is large, so it is fetched when the first chart is drawn.
import type ApexCharts from 'apexcharts';

let library: Promise<typeof ApexCharts> | undefined;

export function loadApex(): Promise<typeof ApexCharts> {
  library ??= import('apexcharts').then((module) => {
    reserveStyles();
    return module.default;
  });
  // a failed download is tried again by the next chart
  library.catch(() => { library = undefined; });
  return library;
}

/** The library puts a style element into the page unless one of this name exists; ours come from the style sheet, as the content policy wants. */
function reserveStyles(): void {
  if (document.getElementById('apexcharts-css')) return;
  const marker = document.createElement('meta');
  marker.id = 'apexcharts-css';
  document.head.append(marker);
}
