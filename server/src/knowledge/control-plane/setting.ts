import type { Tool } from '../../core/rule.ts';
import type { Severity } from '../../core/severity.ts';
import type { Expectation } from '../control-plane-expectations.ts';

/** A program of the control plane or of a node. */
export type Component = 'kube-apiserver' | 'kube-controller-manager' | 'kube-scheduler' | 'etcd' | 'kubelet' | 'kube-proxy';

/** Which of our rules a setting belongs to; *defaults*: only what is worse than a sound default is reported. */
export type ControlPlaneTopic =
  | 'access'
  | 'authorization'
  | 'admission'
  | 'tls'
  | 'exposure'
  | 'audit'
  | 'credentials'
  | 'kubelet'
  | 'defaults';

/** Checks of other tools by their ids. */
export type ToolChecks = Readonly<Partial<Record<Tool, string | readonly string[]>>>;

/** A setting of a component, and what it has to be. */
export interface ComponentSetting {
  readonly topic: ControlPlaneTopic;
  /** Without the dashes. */
  readonly flag: string;
  /** The same setting in the component's configuration file. */
  readonly field?: readonly string[];
  readonly expected: Expectation;
  /** Severity of a value that is given. */
  readonly severity: Severity;
  /** Severity where it is not given and the default is not what is expected; undefined where the default is fine. */
  readonly unset?: Severity;
  /** The same for the configuration file, whose defaults differ. */
  readonly unsetField?: Severity;
  /** Flags that say the same in another way. */
  readonly instead?: readonly string[];
  /** Ends the sentence "`x` runs with `--flag=value`:". */
  readonly why: string;
  /** Section of CIS Kubernetes Benchmark v1.10; the first number is that of the component. */
  readonly cis?: string;
  /** The checks of other tools that ask for the same. */
  readonly checks: ToolChecks;
  /** Checks that flag more than is wrong, and what of it we leave alone. */
  readonly narrower?: { readonly note: string; readonly checks: ToolChecks };
}

export const TRUE = { kind: 'boolean', value: true } as const;
export const FALSE = { kind: 'boolean', value: false } as const;
export const GIVEN = { kind: 'given' } as const;
export const NOT_GIVEN = { kind: 'not-given' } as const;
export const LOOPBACK = { kind: 'loopback' } as const;
/** Flags that name a file of the API server which says the same as single flags. */
export const AUTH_FILE = ['authentication-config'];
export const AUTHZ_FILE = ['authorization-config'];
