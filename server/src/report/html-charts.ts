import { escapeHtml } from './html-text.ts';

/** One bar: what it counts, how often, and the class that colours it. */
export interface Bar {
  readonly label: string;
  readonly count: number;
  readonly className: string;
}

const ROW = 26;
const LABEL_WIDTH = 205;
const BAR_WIDTH = 260;
const WIDTH = LABEL_WIDTH + BAR_WIDTH + 60;

/** A bar chart as inline SVG; its colours are the page's. Sizes in CSS pixels. */
export function barChart(title: string, bars: readonly Bar[]): string {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const rows = bars.map(({ label, count, className }, n) => {
    const y = n * ROW;
    // A bar that counts anything is wide enough to be seen.
    const width = count === 0 ? 0 : Math.max(3, (count / most) * BAR_WIDTH);
    return `<text x="${LABEL_WIDTH - 10}" y="${y + 17}" text-anchor="end">${escapeHtml(label)}</text>
<rect class="${escapeHtml(className)}" x="${LABEL_WIDTH}" y="${y + 4}" width="${width.toFixed(1)}" height="${ROW - 8}" rx="3"/>
<text x="${(LABEL_WIDTH + width + 8).toFixed(1)}" y="${y + 17}">${count}</text>`;
  });
  const words = bars.map(({ label, count }) => `${label} ${count}`).join(', ');
  return `<figure><figcaption>${escapeHtml(title)}</figcaption>
<svg viewBox="0 0 ${WIDTH} ${Math.max(1, bars.length) * ROW}" width="${WIDTH}" role="img" aria-label="${escapeHtml(`${title}: ${words}`)}">
${rows.join('\n')}
</svg></figure>`;
}
