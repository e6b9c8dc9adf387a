/**
 * Names that are no machine of the public Internet.
 * Sources: RFC 6761 (special-use names), RFC 6762 (`local`), RFC 8375 (`home.arpa`), ICANN's reservation of `internal`, RFC 2606
 * (examples); Docker Desktop's and Kubernetes' own names. Read 2026-11-22.
 */
const PRIVATE =
  /(?:^|\.)(?:localhost|local|lan|home|internal|intranet|corp|private|test|invalid|example|arpa|svc|cluster|docker)$/;
/** Names of documentation, and of schemas that nobody fetches. */
const NOT_FETCHED =
  /^(?:(?:www|schemas|ns|xmlns)\.(?:w3|xmlsoap|openxmlformats)\.(?:org|com)|(?:.*\.)?example\.(?:com|net|org))$/;

/** Whether a host is a name of the public Internet: it has a dot and a top-level domain, and is no address. */
export function isPublicHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+$/.test(name) && !PRIVATE.test(name) && !NOT_FETCHED.test(name);
}
