import type { Value } from '../../core/value.ts';
import type { ImageFacts } from '../../knowledge/official-images.ts';
import type { BuiltImage } from './built-image.ts';
import type { Command } from './command.ts';
import { readCommand } from './command.ts';
import type { Deploy } from './deploy.ts';
import { readDeploy } from './deploy.ts';
import type { DeviceMapping, DeviceRequest } from './devices.ts';
import { readDeviceRequests, readDevices } from './devices.ts';
import type { EnvFileContent } from './env-file-entries.ts';
import { envFileContents } from './env-file-entries.ts';
import type { EnvFile } from './environment.ts';
import { readEnvFiles } from './environment.ts';
import type { ItemList } from './field.ts';
import type { HostMount } from './host-mounts.ts';
import { hostMounts } from './host-mounts.ts';
import type { Build } from './image-build.ts';
import { readBuild } from './image-build.ts';
import { readImageFacts, runsWindows } from './images.ts';
import type { KeyValues } from './key-values.ts';
import type { NetworkAttachment } from './networks.ts';
import { readNetworkAttachments } from './networks.ts';
import type { Dependency, Healthcheck, LifecycleHook, Logging, Ulimit } from './operations.ts';
import { readDependencies, readHealthcheck, readLifecycleHooks, readLogging, readUlimits } from './operations.ts';
import type { PortMapping } from './ports.ts';
import { readPorts } from './ports.ts';
import type { FileReference } from './references.ts';
import { readReferences } from './references.ts';
import type { SeccompProfile } from './seccomp-profile.ts';
import { readSeccompProfile } from './seccomp-profile.ts';
import type { SecurityOptions } from './security-opt.ts';
import { readSecurityOptions } from './security-opt.ts';
import { ServiceReader } from './service-reader.ts';
import type { ServiceVolume } from './volumes.ts';
import { readVolumes } from './volumes.ts';

/**
 * A service as it takes effect: anchors, `<<`, `extends` and variables resolved. Each property is read when it is first asked
 * for, and is named as in the Compose specification ("Services"), in camel case. Memory sizes are in bytes, durations in
 * milliseconds.
 */
export class EffectiveService extends ServiceReader {
  get image(): Value<string> {
    return this.text('image');
  }
  /** What is known of its image; undefined when it builds its own, or the image is not known. */
  get imageFacts(): ImageFacts | undefined {
    return this.once('image facts', () => readImageFacts(this));
  }
  /** Whether its containers are Windows containers, which have no capabilities and no `no_new_privs`. */
  get runsWindows(): boolean {
    return this.once('windows', () => runsWindows(this));
  }
  get build(): Build | undefined {
    return this.by('build', readBuild);
  }
  /** What its Dockerfile says of the image that it builds; undefined when it builds none, or the Dockerfile is not at hand. */
  get builtImage(): BuiltImage | undefined {
    return this.once('built image', () => this.imageOf(this.build));
  }
  get command(): Command | undefined {
    return this.by('command', readCommand);
  }
  get entrypoint(): Command | undefined {
    return this.by('entrypoint', readCommand);
  }
  get containerName(): Value<string> {
    return this.text('container_name');
  }
  get hostname(): Value<string> {
    return this.text('hostname');
  }
  get platform(): Value<string> {
    return this.text('platform');
  }
  get pullPolicy(): Value<string> {
    return this.text('pull_policy');
  }
  get profiles(): ItemList<Value<string>> {
    return this.strings('profiles');
  }
  get scale(): Value<number> {
    return this.integer('scale');
  }
  get restart(): Value<string> {
    return this.text('restart');
  }
  get workingDir(): Value<string> {
    return this.text('working_dir');
  }
  get dependsOn(): readonly Dependency[] {
    return this.by('depends_on', readDependencies);
  }

  get privileged(): Value<boolean> {
    return this.flag('privileged');
  }
  get readOnly(): Value<boolean> {
    return this.flag('read_only');
  }
  get init(): Value<boolean> {
    return this.flag('init');
  }
  get user(): Value<string> {
    return this.text('user');
  }
  get groupAdd(): ItemList<Value<string>> {
    return this.strings('group_add');
  }
  get capAdd(): ItemList<Value<string>> {
    return this.strings('cap_add');
  }
  get capDrop(): ItemList<Value<string>> {
    return this.strings('cap_drop');
  }
  get securityOpt(): SecurityOptions {
    return this.by('security_opt', readSecurityOptions);
  }
  /** The seccomp profile that it names by a file. */
  get seccompProfile(): SeccompProfile | undefined {
    return this.once('seccomp profile', () => readSeccompProfile(this.securityOpt, (path) => this.textOfFile(path)));
  }
  get useApiSocket(): Value<boolean> {
    return this.flag('use_api_socket');
  }
  get credentialSpecFile(): Value<string> {
    return this.once('credential_spec', () => this.field('credential_spec').child('file').path());
  }
  get runtime(): Value<string> {
    return this.text('runtime');
  }
  get isolation(): Value<string> {
    return this.text('isolation');
  }

  get networkMode(): Value<string> {
    return this.text('network_mode');
  }
  get pid(): Value<string> {
    return this.text('pid');
  }
  get ipc(): Value<string> {
    return this.text('ipc');
  }
  get uts(): Value<string> {
    return this.text('uts');
  }
  get usernsMode(): Value<string> {
    return this.text('userns_mode');
  }
  get cgroup(): Value<string> {
    return this.text('cgroup');
  }
  get cgroupParent(): Value<string> {
    return this.text('cgroup_parent');
  }

  get ports(): ItemList<PortMapping> {
    return this.by('ports', readPorts);
  }
  get expose(): ItemList<Value<string>> {
    return this.strings('expose');
  }
  get networks(): ItemList<NetworkAttachment> {
    return this.by('networks', readNetworkAttachments);
  }
  get links(): ItemList<Value<string>> {
    return this.strings('links');
  }
  get externalLinks(): ItemList<Value<string>> {
    return this.strings('external_links');
  }
  get extraHosts(): KeyValues {
    return this.keyValues('extra_hosts', '=:');
  }
  get dns(): ItemList<Value<string>> {
    return this.strings('dns');
  }
  get macAddress(): Value<string> {
    return this.text('mac_address');
  }
  get sysctls(): KeyValues {
    return this.keyValues('sysctls');
  }

  get volumes(): ItemList<ServiceVolume> {
    return this.by('volumes', readVolumes);
  }
  get volumesFrom(): ItemList<Value<string>> {
    return this.strings('volumes_from');
  }
  get tmpfs(): ItemList<Value<string>> {
    return this.strings('tmpfs');
  }
  get devices(): ItemList<DeviceMapping> {
    return this.by('devices', readDevices);
  }
  get deviceCgroupRules(): ItemList<Value<string>> {
    return this.strings('device_cgroup_rules');
  }
  get gpus(): ItemList<DeviceRequest> {
    return this.by('gpus', readDeviceRequests);
  }
  get secrets(): ItemList<FileReference> {
    return this.by('secrets', readReferences);
  }
  get configs(): ItemList<FileReference> {
    return this.by('configs', readReferences);
  }

  /** Every path of the host that it sees: binds, volumes that bind, files of secrets and configs. */
  get hostMounts(): readonly HostMount[] {
    return this.once('host mounts', () =>
      hostMounts(this.volumes.items, this.secrets.items, this.configs.items, this.definitions),
    );
  }

  get environment(): KeyValues {
    return this.keyValues('environment');
  }
  get envFile(): ItemList<EnvFile> {
    return this.by('env_file', readEnvFiles);
  }
  /** What its env files set; what `environment` sets wins over it. */
  get envFileContents(): readonly EnvFileContent[] {
    return this.once('env files', () => envFileContents(this.envFile.items, (path) => this.textOfFile(path)));
  }
  get labels(): KeyValues {
    return this.keyValues('labels');
  }
  get labelFile(): ItemList<Value<string>> {
    return this.strings('label_file');
  }
  get annotations(): KeyValues {
    return this.keyValues('annotations');
  }

  get deploy(): Deploy {
    return this.by('deploy', readDeploy);
  }
  get memLimit(): Value<number> {
    return this.size('mem_limit');
  }
  get memReservation(): Value<number> {
    return this.size('mem_reservation');
  }
  get memswapLimit(): Value<number> {
    return this.size('memswap_limit');
  }
  get shmSize(): Value<number> {
    return this.size('shm_size');
  }
  get cpus(): Value<number> {
    return this.once('cpus', () => this.field('cpus').decimal());
  }
  get pidsLimit(): Value<number> {
    return this.integer('pids_limit');
  }
  get oomKillDisable(): Value<boolean> {
    return this.flag('oom_kill_disable');
  }
  get oomScoreAdj(): Value<number> {
    return this.integer('oom_score_adj');
  }
  get ulimits(): readonly Ulimit[] {
    return this.by('ulimits', readUlimits);
  }

  get healthcheck(): Healthcheck {
    return this.by('healthcheck', readHealthcheck);
  }
  get logging(): Logging {
    return this.by('logging', readLogging);
  }
  get preStart(): ItemList<LifecycleHook> {
    return this.by('pre_start', readLifecycleHooks);
  }
  get postStart(): ItemList<LifecycleHook> {
    return this.by('post_start', readLifecycleHooks);
  }
  get preStop(): ItemList<LifecycleHook> {
    return this.by('pre_stop', readLifecycleHooks);
  }
  get stopSignal(): Value<string> {
    return this.text('stop_signal');
  }
  get stopGracePeriod(): Value<number> {
    return this.once('stop_grace_period', () => this.field('stop_grace_period').duration());
  }
  get stdinOpen(): Value<boolean> {
    return this.flag('stdin_open');
  }
  get tty(): Value<boolean> {
    return this.flag('tty');
  }
}
