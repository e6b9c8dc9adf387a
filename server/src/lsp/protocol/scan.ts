/** Client → server: scan folders (all workspace folders when empty). Partial results arrive as findings. Cancellable; the result says how far it came. */
export const ScanRequest = 'seaworthy/scan';
export interface ScanParams {
  readonly folders?: readonly string[];
  /** Reported back in `ScanProgressNotification`. */
  readonly token: string;
}
export interface ScanResult {
  readonly scanned: number;
  readonly total: number;
  readonly findings: number;
  readonly cancelled: boolean;
  readonly milliseconds: number;
  /** Files that could not be read, or were left out for size, with why. */
  readonly skipped: readonly { readonly uri: string; readonly reason: string }[];
}

/** Client → server: forget what scans found in files that are not open; answered when the findings are taken back. */
export const ClearScanRequest = 'seaworthy/clearScan';

/** Server → client: how far a scan is. */
export const ScanProgressNotification = 'seaworthy/scanProgress';
export interface ScanProgressParams {
  readonly token: string;
  readonly done: number;
  readonly total: number;
  readonly current?: string;
}
