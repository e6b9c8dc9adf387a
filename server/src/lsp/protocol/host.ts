/** Client → server → host: what is read where the server has no disk (web, virtual workspaces). */
export const ReadFileRequest = 'seaworthy/readFile';
export const ListFilesRequest = 'seaworthy/listFiles';
export interface ListFilesParams {
  readonly folder: string;
}
export interface ListFilesResult {
  readonly files: readonly { readonly uri: string; readonly size: number }[];
}
export interface ReadFileParams {
  readonly uri: string;
}
export interface ReadFileResult {
  readonly text: string | null;
  readonly reason?: string;
}
